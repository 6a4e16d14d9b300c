import { type IdentityOpeningRepository, IdentityUnreadable, type IdentityVault } from '@app/application';
import { type IdentityOpening } from '@app/domain';
import { nextId, START } from '../builders/ticket.builder';

const later = (seconds: number) => new Date(START.getTime() + seconds * 1_000);
const IDENTITY = { name: '李雷', phone: '13800000000', email: 'lilei@duban.example', userId: 'u1' };

/** What every IdentityVault does. `open` gives an empty one. */
export function describeIdentityVault(name: string, open: () => Promise<IdentityVault>): void {
  describe(`${name} as the vault of hidden identities`, () => {
    let vault: IdentityVault;
    beforeEach(async () => {
      vault = await open();
    });

    it('gives back what was stored of one ticket, and of no other', async () => {
      await vault.store([
        { ticketId: 't1', identity: IDENTITY, at: START },
        { ticketId: 't2', identity: { phone: '1' }, at: START },
      ]);
      await vault.store([]);
      await expect(vault.open('t1')).resolves.toStrictEqual(IDENTITY);
      await expect(vault.open('t2')).resolves.toStrictEqual({ phone: '1' });
      await expect(vault.open('t3')).rejects.toThrow(IdentityUnreadable);
    });

    it('keeps the first identity of a ticket', async () => {
      await vault.store([{ ticketId: 't1', identity: IDENTITY, at: START }]);
      await expect(vault.store([{ ticketId: 't1', identity: {}, at: START }])).rejects.toThrow();
      await expect(vault.open('t1')).resolves.toStrictEqual(IDENTITY);
    });

    it('tells equal texts from different ones and shows neither', () => {
      expect(vault.blind('u1')).toBe(vault.blind('u1'));
      expect(vault.blind('u1')).not.toBe(vault.blind('u2'));
      expect(vault.blind('u1')).not.toContain('u1');
    });

    it('names those without a settled ticket, the oldest first, and destroys none that has one', async () => {
      await vault.store(
        ['t3', 't2', 't1'].map((ticketId, index) => ({ ticketId, identity: IDENTITY, at: later(index) })),
      );
      expect(await vault.unsettled(later(9), 10)).toEqual(['t3', 't2', 't1']);
      expect(await vault.unsettled(later(9), 2)).toEqual(['t3', 't2']);
      expect(await vault.unsettled(later(1), 10)).toEqual(['t3']);
      await vault.settle(['t2']);
      await vault.settle([]);
      await vault.discard(['t2', 't3']);
      await vault.discard([]);
      expect(await vault.unsettled(later(9), 10)).toEqual(['t1']);
      await expect(vault.open('t2')).resolves.toStrictEqual(IDENTITY);
      await expect(vault.open('t3')).rejects.toThrow(IdentityUnreadable);
    });
  });
}

function anOpening(overrides: Partial<IdentityOpening> = {}): IdentityOpening {
  return {
    id: nextId(),
    ticketId: 't1',
    ticketNumber: '2026-000001',
    version: 1,
    state: 'requested',
    reason: '涉及人身安全，需要当面核实',
    requestedBy: { id: 'director', name: '王强', role: 'director' },
    requestedAt: START,
    expiresAt: later(1_000),
    readings: [],
    unrecorded: [],
    ...overrides,
  };
}

/** What every IdentityOpeningRepository does. `open` gives an empty one. */
export function describeIdentityOpeningRepository(
  name: string,
  open: () => Promise<IdentityOpeningRepository>,
): void {
  describe(`${name} as a repository of identity openings`, () => {
    let openings: IdentityOpeningRepository;
    beforeEach(async () => {
      openings = await open();
    });

    it('keeps one under way for each ticket, whoever races', async () => {
      const first = anOpening();
      expect(await openings.create(first)).toBe(true);
      const others = Array.from({ length: 5 }, () => openings.create(anOpening({ state: 'approved' })));
      expect(await Promise.all(others)).toEqual([false, false, false, false, false]);
      expect(await openings.create(anOpening({ ticketId: 't2' }))).toBe(true);
      expect(await openings.underWay('t1')).toStrictEqual(first);
      expect(await openings.byId(first.id)).toStrictEqual(first);
      expect(await openings.underWay('t3')).toBeUndefined();
      expect(await openings.byId('none')).toBeUndefined();
    });

    it.each(['refused', 'expired', 'used'] as const)('makes room once one is %s', async (state) => {
      const first = anOpening();
      await openings.create(first);
      expect(await openings.save(first, { ...first, state })).toBe(true);
      expect(await openings.underWay('t1')).toBeUndefined();
      expect(await openings.create(anOpening())).toBe(true);
    });

    it('stores a change only over the version that was read', async () => {
      const first = anOpening();
      await openings.create(first);
      const decidedBy = { id: 'leader', name: '李明', role: 'leader' } as const;
      const next = { ...first, state: 'approved' as const, decidedBy, decidedAt: later(1) };
      const saved = await Promise.all([openings.save(first, next), openings.save(first, next)]);
      expect(saved.filter(Boolean)).toHaveLength(1);
      expect(await openings.byId(first.id)).toStrictEqual({ ...next, version: 2 });
      expect(await openings.save(anOpening(), next)).toBe(false);
    });

    it('lists the newest first, of one ticket or of all, page by page', async () => {
      const [a, b, c] = [
        anOpening(),
        anOpening({ ticketId: 't2', ticketNumber: 'n2' }),
        anOpening({ state: 'used' }),
      ];
      for (const each of [a, b, c]) await openings.create(each);
      const list = async (...query: Parameters<IdentityOpeningRepository['list']>) =>
        (await openings.list(...query)).map(({ id }) => id);
      expect(await list({}, { limit: 2 })).toEqual([c.id, b.id]);
      expect(await list({}, { limit: 2, after: b.id })).toEqual([a.id]);
      expect(await list({ ticketNumber: a.ticketNumber }, { limit: 9 })).toEqual([c.id, a.id]);
    });

    it('names those with a step that is not on record, the longest waiting first', async () => {
      const decided = { decidedAt: later(5), unrecorded: ['opened'] } as const;
      const late = anOpening({ ticketId: 't2', state: 'approved', ...decided });
      const early = anOpening({ unrecorded: ['requested'] });
      for (const each of [late, early, anOpening({ ticketId: 't3' })]) await openings.create(each);
      expect(await openings.unrecorded(later(9), 9)).toStrictEqual([early, late]);
      expect(await openings.unrecorded(later(9), 1)).toStrictEqual([early]);
      expect(await openings.unrecorded(later(5), 9)).toStrictEqual([early]);
      await openings.save(early, { ...early, unrecorded: [] });
      expect(await openings.unrecorded(later(9), 9)).toStrictEqual([late]);
    });
  });
}
