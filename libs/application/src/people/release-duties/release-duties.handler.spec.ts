import { aPerson } from '../../../../../test/builders/fixtures.builder';
import { actorOf, aTicket } from '../../../../../test/builders/ticket.builder';
import { FakeConfigurationLog, FakeOfficeRepository } from '../../../../../test/fakes/configuration.fake';
import { FakeDutyQueries } from '../../../../../test/fakes/duties.fake';
import { anOffice, OWNER } from '../../../../../test/harness/office.harness';
import { ReleaseDutiesHandler } from './release-duties.handler';

const HELPER = aPerson({ id: 'helper', department: 'catering' });
const HEAD = aPerson({ role: 'head' });

function releasing() {
  const office = anOffice({ people: [OWNER, HELPER, HEAD] });
  const { tickets, directory } = office;
  const repository = new FakeOfficeRepository(directory, new FakeConfigurationLog());
  const release = new ReleaseDutiesHandler(new FakeDutyQueries(tickets.rows), repository, office.execute);
  /** From now on the directory and the office say this of a person. */
  const change = (id: string, more: Partial<typeof OWNER>) =>
    directory.set({
      people: directory.data.people.map((person) => (person.id === id ? { ...person, ...more } : person)),
    });
  return { ...office, release, change };
}

describe(ReleaseDutiesHandler.name, () => {
  it('flags every open ticket of one who has left, once, and takes nobody off', async () => {
    const { release, change, keep, tickets } = releasing();
    const open = [
      keep(aTicket().dispatched()),
      keep(aTicket().inProgress()),
      keep(aTicket().inReview()),
      keep(aTicket().resolved()),
    ];
    const closed = keep(aTicket().closed());
    change(OWNER.id, { active: false });
    await expect(release.execute(OWNER.id)).resolves.toBe(4);
    for (const { id } of open) {
      const { owner, reassignment, log } = (await tickets.byId(id))!;
      expect(owner?.id).toBe(OWNER.id);
      expect(reassignment?.reason).toBe('已离岗，账号停用');
      expect(log.filter(({ type }) => type === 'ticket.reassignment-needed')).toHaveLength(1);
    }
    expect((await tickets.byId(closed.id))?.reassignment).toBeUndefined();
    await expect(release.execute(OWNER.id)).resolves.toBe(0);
  });

  it('flags the sub-tasks of one who has left, and leaves alone who stays', async () => {
    const { release, change, keep, tickets } = releasing();
    const shared = keep(aTicket().inProgress().coHandledBy(HELPER));
    change(HELPER.id, { active: false });
    await expect(release.everyone()).resolves.toBe(1);
    const { reassignment, subTasks } = (await tickets.byId(shared.id))!;
    expect(reassignment).toBeUndefined();
    expect(subTasks[0]?.reassignment).toBeDefined();
    await expect(release.everyone()).resolves.toBe(0);
  });

  it.each([
    ['another department', { department: 'catering' }, true],
    ['another office', { role: 'dispatcher' as const }, true],
    ['a further department', { alsoIn: ['catering'] }, false],
    ['another main department beside this one', { department: 'catering', alsoIn: ['energy'] }, false],
    ['the headship', { role: 'head' as const }, false],
    ['a leave', { leave: { from: new Date(0), to: new Date(1e14) } }, false],
  ])('after a change to %s flags what the owner can no longer have', async (_, more, flagged) => {
    const { release, change, keep, tickets } = releasing();
    const { id } = keep(aTicket().dispatched());
    change(OWNER.id, more);
    await release.everyone();
    expect((await tickets.byId(id))?.reassignment !== undefined).toBe(flagged);
  });

  it('finds what was reopened later, and goes on where it was cut off', async () => {
    const { release, change, keep, tickets, execute } = releasing();
    const closed = keep(aTicket().closed());
    const dispatched = [keep(aTicket().dispatched()), keep(aTicket().dispatched())];
    change(OWNER.id, { active: false });
    const save = jest.spyOn(tickets, 'save').mockRejectedValueOnce(new Error('the store is away'));
    await expect(release.execute(OWNER.id)).rejects.toThrow('away');
    save.mockRestore();
    const leader = actorOf(aPerson({ role: 'leader' }));
    await execute.execute(closed.id, { command: { name: 'reopen', reason: '又坏了' }, actor: leader });
    await release.everyone();
    for (const { id } of [closed, ...dispatched])
      expect((await tickets.byId(id))?.reassignment).toBeDefined();
  });
});
