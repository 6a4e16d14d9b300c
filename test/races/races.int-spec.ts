import {
  DispatchTicketHandler,
  ExecuteTicketCommandHandler,
  FireTimersHandler,
  NoticeNumbers,
  type Result,
  TicketRepository,
} from '@app/application';
import { type Category, firstBrokenEntry, type Ticket } from '@app/domain';
import { aPerson, aPolicy, ENERGY } from '../builders/fixtures.builder';
import { actorOf, aTicket, sha256, type TicketBuilder } from '../builders/ticket.builder';
import { FakeDirectory } from '../fakes/directory.fake';
import { FakeEventRelay } from '../fakes/event-relay.fake';
import { FakeClock, FakeIds } from '../fakes/system.fake';
import { MongoHarness } from '../harness/mongo.harness';

const RACES = 200;
/** Races that run beside each other. */
const AT_ONCE = 20;

const HEATING: Category = {
  code: 'heating',
  name: '供暖',
  aliases: [],
  department: ENERGY.code,
  policies: { normal: 'normal' },
};
const OWNER = aPerson();
const SECOND = aPerson({ id: 'owner-2', name: '赵敏' });
const DIRECTORS = ['director-1', 'director-2'].map((id) =>
  actorOf(aPerson({ id, role: 'director', name: id })),
);
const DISPATCHERS = ['dispatcher-1', 'dispatcher-2'].map((id) =>
  actorOf(aPerson({ id, role: 'dispatcher', name: id })),
);

let mongo: MongoHarness;
beforeAll(async () => {
  mongo = await MongoHarness.open();
});
afterAll(() => mongo.close());

/** The use cases as one process has them, over the database that all share; each with its own clock. */
function aProcess(now: Date) {
  const tickets = mongo.module.get(TicketRepository);
  const directory = new FakeDirectory(
    { categories: [HEATING], policies: [aPolicy()], people: [OWNER, SECOND] },
    { byId: new Map() } as never,
  );
  const clock = new FakeClock(now);
  const commands = new ExecuteTicketCommandHandler(
    tickets,
    directory,
    mongo.module.get(NoticeNumbers),
    new FakeEventRelay(),
    clock,
    new FakeIds(),
  );
  return {
    clock,
    commands,
    dispatching: new DispatchTicketHandler(directory, commands, clock),
    timers: new FireTimersHandler(tickets, commands, clock),
  };
}

async function stored(builder: TicketBuilder): Promise<Ticket> {
  const [created] = await mongo.module
    .get(TicketRepository)
    .create([{ ticket: builder.build(), events: [] }]);
  return created!.ticket;
}

async function again(id: string): Promise<Ticket> {
  const ticket = await mongo.module.get(TicketRepository).byId(id);
  if (!ticket) throw new Error(`ticket ${id} is gone`);
  expect(firstBrokenEntry(ticket.log, sha256)).toBeUndefined();
  return ticket;
}

/** Runs the race many times, some beside each other; answers how each ended. */
async function race<T>(once: () => Promise<T>): Promise<T[]> {
  const ends: T[] = [];
  while (ends.length < RACES) ends.push(...(await Promise.all(Array.from({ length: AT_ONCE }, once))));
  return ends;
}

/** Up to 30 ms, so that now one is first and now the other. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve, Math.random() * 30));

const typesIn = ({ log }: Ticket, type: string) => log.filter((entry) => entry.type === type).length;
const firedIn = ({ log }: Ticket) =>
  log.flatMap(({ facts }) => (Array.isArray(facts['steps']) ? (facts['steps'] as string[]) : []));

/** One of two got through; the other heard one of these. */
function expectOneWinner(results: readonly Result<Ticket>[], codes: readonly string[]): void {
  const refusals = results.flatMap((result) => (result.ok ? [] : [result.error.code]));
  expect(refusals).toHaveLength(results.length - 1);
  expect(codes).toEqual(expect.arrayContaining(refusals));
}

describe(`${RACES} races each`, () => {
  it('of two directors who approve one extension, one does', async () => {
    await race(async () => {
      const builder = aTicket().dispatched(OWNER).inProgress().extensionRequested();
      const ticket = await stored(builder);
      const now = new Date(ticket.log.at(-1)!.at.getTime() + 60_000);
      const results = await Promise.all(
        DIRECTORS.map((actor) =>
          aProcess(now).commands.execute(ticket.id, { command: { name: 'approve' }, actor }),
        ),
      );
      expectOneWinner(results, ['TICKET.NO_REQUEST']);
      const after = await again(ticket.id);
      expect(typesIn(after, 'ticket.extension-approved')).toBe(1);
      expect(after.clocks.resolution?.versions).toHaveLength(2);
      expect(
        after.steps.filter(({ state, deadlineVersion }) => state === 'planned' && deadlineVersion === 1),
      ).toEqual([]);
    });
  }, 120_000);

  it('of two leaders who confirm one closing, one does', async () => {
    const leaders = ['leader-1', 'leader-2'].map((id) => actorOf(aPerson({ id, role: 'leader', name: id })));
    await race(async () => {
      const ticket = await stored(aTicket().dispatched(OWNER).inProgress().closingProposed());
      const now = new Date(ticket.log.at(-1)!.at.getTime() + 60_000);
      const results = await Promise.all(
        leaders.map((actor) =>
          aProcess(now).commands.execute(ticket.id, { command: { name: 'confirmClosing' }, actor }),
        ),
      );
      expectOneWinner(results, ['TICKET.ILLEGAL_TRANSITION', 'TICKET.NO_CLOSING_PROPOSED']);
      expect(typesIn(await again(ticket.id), 'ticket.closed')).toBe(1);
    });
  }, 120_000);

  it('of two dispatchers who dispatch one ticket to two owners, one does', async () => {
    await race(async () => {
      const ticket = await stored(aTicket());
      const now = new Date(ticket.submittedAt.getTime() + 60_000);
      const results = await Promise.all(
        DISPATCHERS.map((actor, index) =>
          aProcess(now).dispatching.execute(ticket.id, {
            department: ENERGY.code,
            category: HEATING.code,
            priority: 'normal',
            ownerId: index === 0 ? OWNER.id : SECOND.id,
            basis: 'by-hand',
            actor,
          }),
        ),
      );
      expectOneWinner(results, ['TICKET.ILLEGAL_TRANSITION']);
      const after = await again(ticket.id);
      const winner = results[0]!.ok ? OWNER : SECOND;
      expect(after.owner?.id).toBe(winner.id);
      expect(typesIn(after, 'ticket.dispatched')).toBe(1);
      expect(after.clocks.response).toBeDefined();
      expect(after.clocks.resolution).toBeDefined();
    });
  }, 120_000);

  it('an extension approved while a step fires neither loses nor doubles a step', async () => {
    const stepFirst = await race(async () => {
      const ticket = await stored(aTicket().dispatched(OWNER).inProgress().extensionRequested());
      const first = ticket.clocks.resolution!;
      const [director] = DIRECTORS;
      const at = first.dueAt;
      const [approved] = await Promise.all([
        aMoment().then(() =>
          aProcess(at).commands.execute(ticket.id, { command: { name: 'approve' }, actor: director! }),
        ),
        aMoment().then(() => aProcess(at).timers.execute(ticket.id)),
        // A second scheduler.
        aMoment().then(() => aProcess(at).timers.execute(ticket.id)),
      ]);
      expect(approved.ok).toBe(true);
      const between = await again(ticket.id);
      const oldFired = firedIn(between).filter((step) => step.startsWith('resolution/1/'));
      expect(
        between.steps.filter(({ state, deadlineVersion }) => state === 'planned' && deadlineVersion === 1),
      ).toEqual([]);

      // Much later everything of the new deadline has fired, each step once.
      const later = aProcess(new Date(between.clocks.resolution!.dueAt.getTime() + 30 * 86_400_000));
      await Promise.all([later.timers.execute(ticket.id), later.timers.execute(ticket.id)]);
      const after = await again(ticket.id);
      const fired = firedIn(after);
      expect(new Set(fired).size).toBe(fired.length);
      for (const { key } of aPolicy().steps) expect(fired).toContain(`resolution/2/${key}`);
      return oldFired.length > 0;
    });
    const won = stepFirst.filter(Boolean).length;
    process.stdout.write(`races: the step was first ${won} times, the approval ${RACES - won} times\n`);
  }, 240_000);
});
