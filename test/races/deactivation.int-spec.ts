import {
  Directory,
  DispatchTicketHandler,
  DutyQueries,
  EmploymentDesk,
  ExecuteTicketCommandHandler,
  NoticeNumbers,
  OfficeRepository,
  ReleaseDutiesHandler,
  TicketRepository,
} from '@app/application';
import { type Person } from '@app/domain';
import { DatabaseSeed } from '@app/persistence';
import { SEED } from '@app/seed';
import { setTimeout as pass } from 'node:timers/promises';
import { aPerson } from '../builders/fixtures.builder';
import { actorOf, aTicket } from '../builders/ticket.builder';
import { FakeLoginSessions } from '../fakes/duties.fake';
import { FakeEventRelay } from '../fakes/event-relay.fake';
import { FakeJobPublisher } from '../fakes/job-publisher.fake';
import { FakePasswordHasher } from '../fakes/password-hasher.fake';
import { FakeClock, FakeIds } from '../fakes/system.fake';
import { MongoHarness, testDatabaseName } from '../harness/mongo.harness';

const RACES = 200;
const AT_ONCE = 25;
/** About as long as a deactivation takes to be written. */
const SPREAD_MS = 250;

const ADMIN = aPerson({ id: 'admin', role: 'admin' });
const DISPATCHER = actorOf(aPerson({ role: 'dispatcher' }));
const OWNERS = Array.from({ length: RACES }, (_, index) => aPerson({ id: `owner-${index}` }));

/** Two processes over one database, each with a directory that remembers people for a while. */
let processes: MongoHarness[];
beforeAll(async () => {
  const name = testDatabaseName();
  processes = [await MongoHarness.open(name), await MongoHarness.open(name)];
  const seed = processes[0]!.module.get(DatabaseSeed);
  await seed.office(SEED);
  const accounts = [ADMIN, ...OWNERS].map((person) => ({ person, password: 'x' }));
  await seed.accounts(accounts, new FakePasswordHasher());
}, 60_000);
afterAll(() => Promise.all(processes.map((each) => each.close())));

function useCasesIn({ module }: MongoHarness) {
  const [tickets, directory, office] = [
    module.get(TicketRepository),
    module.get(Directory),
    module.get(OfficeRepository),
  ];
  const [clock, ids] = [new FakeClock(), new FakeIds()];
  const commands = new ExecuteTicketCommandHandler(
    tickets,
    directory,
    module.get(NoticeNumbers),
    new FakeEventRelay(),
    clock,
    ids,
  );
  return {
    tickets,
    directory,
    dispatch: new DispatchTicketHandler(directory, commands, clock),
    release: new ReleaseDutiesHandler(module.get(DutyQueries), office, commands),
    employment: new EmploymentDesk(
      office,
      directory,
      new FakeLoginSessions(),
      new FakeJobPublisher(),
      clock,
      ids,
    ),
  };
}

it(`leaves no ticket with nobody accountable in ${RACES} races of a deactivation with a dispatch`, async () => {
  const [hr, worker] = processes.map(useCasesIn) as [
    ReturnType<typeof useCasesIn>,
    ReturnType<typeof useCasesIn>,
  ];
  const category = SEED.categories.find(({ department }) => department === 'energy')!.code;
  const sometime = () => pass(Math.random() * SPREAD_MS);

  /** Closes an account while a ticket is dispatched to it, the release of its duties coming at any moment. */
  const race = async (owner: Person): Promise<string> => {
    const [created] = await hr.tickets.create([aTicket().buildNew()]);
    const { id } = created!.ticket;
    await worker.directory.person(owner.id);
    await Promise.all([
      sometime().then(() => hr.employment.deactivate(owner.username, '离职', ADMIN)),
      sometime().then(() =>
        worker.dispatch.execute(id, {
          department: 'energy',
          category,
          priority: 'normal',
          ownerId: owner.id,
          basis: 'by-hand',
          actor: DISPATCHER,
        }),
      ),
      sometime().then(() => worker.release.execute(owner.id)),
    ]);
    return id;
  };

  const outcomes = { 'dispatch refused': 0, 'flagged by the job': 0, 'flagged by the sweep': 0, orphaned: 0 };
  const outcomeOf = async (id: string) => {
    const { status, owner, reassignment } = (await hr.tickets.byId(id))!;
    if (status === 'submitted' && !owner) return 'dispatch refused';
    return reassignment ? 'flagged by the job' : 'orphaned';
  };
  const left: string[] = [];
  for (let start = 0; start < RACES; start += AT_ONCE) {
    const group = OWNERS.slice(start, start + AT_ONCE);
    const ids = await Promise.all(group.map(race));
    // The job of the deactivation itself, which comes when every process knows of it.
    if (start % (2 * AT_ONCE) === 0) await Promise.all(group.map(({ id }) => worker.release.execute(id)));
    for (const id of ids) {
      const outcome = await outcomeOf(id);
      if (outcome === 'orphaned') left.push(id);
      else outcomes[outcome] += 1;
    }
  }
  await worker.release.everyone();
  for (const id of left) {
    const flagged = (await outcomeOf(id)) === 'flagged by the job';
    outcomes[flagged ? 'flagged by the sweep' : 'orphaned'] += 1;
  }
  process.stdout.write(`deactivation while dispatched, ${RACES} races: ${JSON.stringify(outcomes)}\n`);
  expect(outcomes.orphaned).toBe(0);
  expect(await worker.release.everyone()).toBe(0);
}, 300_000);
