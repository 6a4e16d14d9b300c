import {
  ApplyCalendarHandler,
  CalendarDesk,
  CalendarRepository,
  ConfigurationLog,
  Directory,
  ExecuteTicketCommandHandler,
  NoticeNumbers,
  TicketClocksQuery,
  TicketRepository,
} from '@app/application';
import { aPolicy, CALENDAR } from '../../../../test/builders/fixtures.builder';
import { aTicket } from '../../../../test/builders/ticket.builder';
import { FakeEventRelay } from '../../../../test/fakes/event-relay.fake';
import { FakeJobPublisher } from '../../../../test/fakes/job-publisher.fake';
import { FakeClock, FakeIds } from '../../../../test/fakes/system.fake';
import { ADMIN, closedOn, RUNNING } from '../../../../test/harness/calendar-office.harness';
import { MongoHarness } from '../../../../test/harness/mongo.harness';
import { DatabaseSeed } from '../seed/database.seed';

/** In the daily run a tenth of what is measured; `TICKETS=5000` gives the figure of docs/performance.md. */
const TICKETS = Number(process.env['TICKETS'] ?? 500);
const AT_A_TIME = 500;

let mongo: MongoHarness;
beforeAll(async () => {
  mongo = await MongoHarness.open();
  await mongo.module.get(DatabaseSeed).office({
    departments: [],
    categories: [],
    policies: [aPolicy()],
    keywordRules: [],
    calendar: CALENDAR,
  });
  const tickets = mongo.module.get(TicketRepository);
  for (let made = 0; made < TICKETS; made += AT_A_TIME)
    await tickets.create(
      Array.from({ length: AT_A_TIME }, () => ({ ticket: aTicket().inProgress().build(), events: [] })),
    );
}, 120_000);
afterAll(() => mongo.close());

/** No bound is set: the figure is printed, and what is measured stands in docs/performance.md. */
it(`moves the deadlines of ${TICKETS} open tickets`, async () => {
  const of = <T>(port: abstract new (...args: never[]) => T) => mongo.module.get<T>(port);
  const [clock, ids, calendars, clocks] = [
    new FakeClock(),
    new FakeIds(),
    of(CalendarRepository),
    of(TicketClocksQuery),
  ];
  const desk = new CalendarDesk(calendars, clocks, of(ConfigurationLog), new FakeJobPublisher(), clock, ids);
  const execute = new ExecuteTicketCommandHandler(
    of(TicketRepository),
    of(Directory),
    of(NoticeNumbers),
    new FakeEventRelay(),
    clock,
    ids,
  );
  const apply = new ApplyCalendarHandler(calendars, desk, clocks, of(Directory), execute, clock);
  const edit = { basedOn: 1, calendar: closedOn('2026-03-04') };

  const start = performance.now();
  const preview = await desk.preview(edit);
  const previewed = performance.now();
  expect(preview).toMatchObject({ ok: true, value: { checked: TICKETS, tickets: TICKETS, later: TICKETS } });
  const previewToken = preview.ok ? preview.value.token : '';
  await desk.apply({ ...edit, previewToken, reason: '校庆', savedBy: ADMIN });
  const saved = performance.now();
  const change = await apply.execute(2, RUNNING);
  const seconds = (performance.now() - saved) / 1_000;
  expect(change).toMatchObject({ state: 'done', checked: TICKETS, moved: TICKETS, failed: 0 });
  process.stdout.write(
    `calendar: ${TICKETS} open tickets previewed in ${((previewed - start) / 1_000).toFixed(1)} s, ` +
      `all of them moved in ${seconds.toFixed(1)} s (${Math.round(TICKETS / seconds)} a second)\n`,
  );
}, 300_000);
