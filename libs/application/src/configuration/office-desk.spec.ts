import { type Department } from '@app/domain';
import { ENERGY } from '../../../../test/builders/fixtures.builder';
import { aTicket } from '../../../../test/builders/ticket.builder';
import { anOfficeToEdit, BY } from '../../../../test/harness/office-desk.harness';
import { HOT_WATER, OWNER } from '../../../../test/harness/office.harness';
import { done } from '../result.types';

const SPORTS: Department = { code: 'sports', name: '体育中心', aliases: [] };
const rename = (name: string) => (before: Department) => done({ ...before, name });

describe('an edit of the office', () => {
  it('is recorded with what was there before, who made it and why', async () => {
    const { desk, log, clock } = anOfficeToEdit();
    await desk.create('department', SPORTS, { by: BY });
    await desk.update('department', 'sports', { by: BY, version: 1, reason: '更名' }, rename('体育部'));
    const actor = { kind: 'person', ...BY };
    expect(log.entries).toMatchObject([
      { at: clock.now(), actor, kind: 'department', subject: 'sports', after: SPORTS },
      { actor, before: SPORTS, after: { ...SPORTS, name: '体育部' }, reason: '更名' },
    ]);
    expect(log.entries[0]).not.toHaveProperty('before');
  });

  it('is made once, however often it is asked for', async () => {
    const { desk, log } = anOfficeToEdit();
    const first = await desk.create('department', SPORTS, { by: BY });
    expect(await desk.create('department', SPORTS, { by: BY })).toEqual(first);
    expect(log.entries).toHaveLength(1);
  });

  it('of twenty that go by the same version is one, and of twenty about different things all', async () => {
    const { desk, office } = anOfficeToEdit();
    const same = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        desk.update('department', ENERGY.code, { by: BY, version: 1 }, rename(`第${index}`)),
      ),
    );
    expect(same.filter(({ ok }) => ok)).toHaveLength(1);
    const different = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        desk.create('department', { code: `d-${index}`, name: `部门${index}号`, aliases: [] }, { by: BY }),
      ),
    );
    expect(different.every(({ ok }) => ok)).toBe(true);
    expect((await office.read()).department).toHaveLength(21);
  });

  it('cannot slip past a rule about two things by coming at the same moment', async () => {
    const { desk } = anOfficeToEdit();
    const both = await Promise.all(
      ['a-1', 'b-1'].map((code) =>
        desk.create('department', { code, name: code, aliases: ['球馆'] }, { by: BY }),
      ),
    );
    expect(both.map((each) => (each.ok ? 'done' : each.error.code)).sort()).toEqual([
      'DEPARTMENT.INVALID',
      'done',
    ]);
  });

  it('takes nothing from under what names it, and says what that is', async () => {
    const { desk, tickets, directory } = anOfficeToEdit({ people: [] });
    const close = () =>
      desk.update('department', ENERGY.code, { by: BY, version: 1 }, (before) =>
        done({ ...before, active: false }),
      );
    expect(await close()).toMatchObject({
      error: {
        code: 'CONFIGURATION.IN_USE',
        errors: [{ pointer: '/category/hot-water/department' }],
      },
    });
    const ticket = aTicket().dispatched(OWNER).build();
    tickets.rows.byId.set(ticket.id, { ticket, outbox: [] });
    directory.set({ people: [OWNER] });
    expect(await close()).toMatchObject({
      error: { code: 'CONFIGURATION.IN_USE', errors: [{ pointer: '/openTickets' }, { pointer: '/members' }] },
    });
    expect(await desk.removeCategory(HOT_WATER.code, { by: BY, version: 1 })).toMatchObject({
      error: { code: 'CONFIGURATION.IN_USE', errors: [{ pointer: '/tickets', detail: '1 张工单' }] },
    });
  });

  it('does not hold an old fault of others against a change', async () => {
    const { desk } = anOfficeToEdit({ categories: [{ ...HOT_WATER, policies: { normal: 'lost' } }] });
    expect(await desk.create('department', SPORTS, { by: BY })).toMatchObject({ ok: true });
  });

  it('draws the token of a service point once', async () => {
    const { desk } = anOfficeToEdit();
    const point = { code: 'p-1', name: '窗口', kind: 'canteen', department: ENERGY.code } as const;
    const first = await desk.createServicePoint(point, { by: BY });
    expect(first).toMatchObject({ value: { version: 1, item: { active: true } } });
    expect(await desk.createServicePoint(point, { by: BY })).toEqual(first);
  });
});
