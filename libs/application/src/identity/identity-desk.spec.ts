import { actorOf, aTicket } from '../../../../test/builders/ticket.builder';
import { aPerson } from '../../../../test/builders/fixtures.builder';
import { anOffice, Death } from '../../../../test/harness/office.harness';
import { IdentityDesk } from './identity-desk';

const DIRECTOR = actorOf(aPerson({ role: 'director' }));
const LEADER = actorOf(aPerson({ role: 'leader' }));
const SECOND_LEADER = actorOf(aPerson({ role: 'leader', id: 'leader-2' }));
const REASON = '涉及人身安全，需要当面核实情况';
const IDENTITY = { name: '李雷', phone: '13800000000' };

/** An office with one hidden ticket, and what its record says of its reporter's identity. */
async function anOfficeWithSecret() {
  const office = anOffice();
  const ticket = office.keep(aTicket({ reporter: { identity: 'hidden', ...IDENTITY } }).dispatched());
  await office.vault.store([{ ticketId: ticket.id, identity: IDENTITY, at: office.clock.now() }]);
  const record = () =>
    office.tickets.rows.tickets[0]?.log
      .filter(({ type }) => type.startsWith('ticket.identity'))
      .map(({ type, actor }) => [type, actor.kind === 'person' ? actor.role : actor.kind]);
  return { ...office, ticket, record };
}

async function approved() {
  const office = await anOfficeWithSecret();
  const asked = await office.identities.request(office.ticket.number, REASON, DIRECTOR);
  if (!asked.ok) throw new Error(asked.error.code);
  await office.identities.approve(asked.value.id, LEADER);
  return { ...office, id: asked.value.id };
}

const codeOf = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? 'ok' : result.error?.code);

describe(IdentityDesk.name, () => {
  it('puts every step on the record of the ticket, and asks for the letters about it', async () => {
    const { identities, id, record, relay } = await approved();
    expect(record()).toEqual([
      ['ticket.identity-requested', 'director'],
      ['ticket.identity-opened', 'leader'],
    ]);
    expect(relay.nudged.filter(({ job }) => job === 'notification.plan')).toHaveLength(2);
    await expect(identities.read(id, LEADER)).resolves.toEqual({ ok: true, value: IDENTITY });
    expect(record()).toHaveLength(2);
  });

  it('records a refusal with its reason', async () => {
    const { identities, ticket, record, tickets } = await anOfficeWithSecret();
    const asked = await identities.request(ticket.number, REASON, DIRECTOR);
    await identities.refuse(asked.ok ? asked.value.id : '', '理由不充分', LEADER);
    expect(record()).toEqual([
      ['ticket.identity-requested', 'director'],
      ['ticket.identity-refused', 'leader'],
    ]);
    expect(tickets.rows.tickets[0]?.log.at(-1)?.text).toBe('理由不充分');
  });

  it('answers the same request as the first time, and refuses another while one is under way', async () => {
    const { identities, ticket, record } = await anOfficeWithSecret();
    const [first, again] = [
      await identities.request(ticket.number, REASON, DIRECTOR),
      await identities.request(ticket.number, ` ${REASON} `, DIRECTOR),
    ];
    expect(again).toEqual(first);
    expect(record()).toHaveLength(1);
    const other = await identities.request(ticket.number, `${REASON}。`, DIRECTOR);
    expect(codeOf(other)).toBe('IDENTITY.ALREADY_REQUESTED');
    expect(codeOf(await identities.request(ticket.number, REASON, LEADER))).toBe(
      'IDENTITY.ALREADY_REQUESTED',
    );
  });

  it('makes room for a new request once the old one has expired', async () => {
    const { identities, ticket, clock, openings } = await anOfficeWithSecret();
    await identities.request(ticket.number, REASON, DIRECTOR);
    clock.advance(3 * 86_400_000);
    expect(codeOf(await identities.request(ticket.number, REASON, LEADER))).toBe('ok');
    expect([...openings.rows.values()].map(({ state }) => state)).toEqual(['expired', 'requested']);
  });

  it('lets one of two who decide at once win, and of two readings by one person one', async () => {
    for (let race = 0; race < 50; race += 1) {
      const { identities, ticket, record } = await anOfficeWithSecret();
      const asked = await identities.request(ticket.number, REASON, DIRECTOR);
      const id = asked.ok ? asked.value.id : '';
      const decisions = await Promise.all([
        identities.approve(id, LEADER),
        race % 2 ? identities.approve(id, SECOND_LEADER) : identities.refuse(id, '不同意查看', SECOND_LEADER),
      ]);
      expect(decisions.map(codeOf).sort()).toEqual(['IDENTITY.ALREADY_DECIDED', 'ok']);
      expect(record()).toHaveLength(2);
      const readings = await Promise.all([identities.read(id, DIRECTOR), identities.read(id, DIRECTOR)]);
      const approvedNow = record()?.at(-1)?.[0] === 'ticket.identity-opened';
      expect(readings.map(codeOf).sort()).toEqual(
        approvedNow ? ['IDENTITY.ALREADY_READ', 'ok'] : ['IDENTITY.NOT_APPROVED', 'IDENTITY.NOT_APPROVED'],
      );
    }
  });

  it('uses up no reading where the key is not at hand', async () => {
    const { identities, id, vault } = await approved();
    vault.locked = true;
    expect(codeOf(await identities.read(id, LEADER))).toBe('IDENTITY.UNREADABLE');
    vault.locked = false;
    expect(codeOf(await identities.read(id, LEADER))).toBe('ok');
    expect(codeOf(await identities.read(id, LEADER))).toBe('IDENTITY.ALREADY_READ');
  });

  it('knows no opening that was never asked for, and no ticket that is not there', async () => {
    const { identities } = await anOfficeWithSecret();
    expect(codeOf(await identities.approve('none', LEADER))).toBe('IDENTITY.NOT_FOUND');
    expect(codeOf(await identities.request('2000-000001', REASON, LEADER))).toBe('TICKET.NOT_FOUND');
  });
});

describe('a process that dies at any step', () => {
  it('shows nothing that is not on record, and the sweep records what it left', async () => {
    type Desk = Pick<Awaited<ReturnType<typeof anOfficeWithSecret>>, 'identities'>;
    const ask = async ({ identities }: Desk, number: string) => {
      const asked = await identities.request(number, REASON, DIRECTOR);
      return asked.ok ? asked.value.id : '';
    };
    const openAndRead = async ({ identities }: Desk, id: string) => {
      await identities.approve(id, LEADER);
      return identities.read(id, LEADER);
    };
    for (let calls = 1; ; calls += 1) {
      const office = await anOfficeWithSecret();
      const dying = office.dyingAt(calls);
      const told = await ask(dying, office.ticket.number)
        .then((id) => openAndRead(dying, id))
        .catch((error: unknown) => {
          if (!(error instanceof Death)) throw error;
          return undefined;
        });
      office.clock.advance(60_000);
      await office.identitySweep.run();
      const opening = [...office.openings.rows.values()][0];
      const stages = office.record()?.map(([type]) => type);
      if (opening) expect(stages?.[0]).toBe('ticket.identity-requested');
      if (opening?.state === 'approved') expect(stages?.[1]).toBe('ticket.identity-opened');
      expect(opening?.unrecorded ?? []).toEqual([]);
      expect(stages?.length ?? 0).toBeLessThanOrEqual(2);
      const again = await openAndRead(office, opening?.id ?? (await ask(office, office.ticket.number)));
      expect(codeOf(again)).toBe(opening?.readings.length ? 'IDENTITY.ALREADY_READ' : 'ok');
      if (told) return expect(calls).toBeGreaterThan(8);
    }
  });
});
