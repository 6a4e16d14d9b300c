import {
  ApplyCalendarHandler,
  CalendarDesk,
  CalendarRepository,
  Clock,
  Directory,
  ExecuteTicketCommandHandler,
  TicketClocksQuery,
} from '@app/application';
import { ANONYMOUS, type Answer, type IntakeUnderTest, startIntake } from './intake.harness';
import { aTicketAt } from './tickets.harness';

type Calendar = Record<string, unknown> & { overrides: Record<string, unknown>[]; weekly: string[] };

let intake: IntakeUnderTest;
beforeAll(async () => {
  intake = await startIntake();
}, 60_000);
afterAll(() => intake.close());

const PATH = '/api/v1/calendar';
const get = async (path = '', username = 'admin') =>
  intake.call(await intake.as(username), 'GET', `${PATH}${path}`);
const preview = async (body: unknown) =>
  intake.call(await intake.as('admin'), 'POST', `${PATH}/preview`, body);
const put = async (body: unknown) => intake.call(await intake.as('admin'), 'PUT', PATH, body);
const current = async () => {
  const { body } = await get();
  return { basedOn: Number(body['version']), calendar: body['calendar'] as Calendar };
};
/** The calendar that holds with the university closed on some days. */
const closing = async (...dates: string[]) => {
  const { basedOn, calendar } = await current();
  const closed = dates.map((date) => ({ date, kind: 'holiday', source: 'university', note: '校庆放假' }));
  const kept = calendar.overrides.filter(({ date }) => !dates.includes(String(date)));
  return { basedOn, calendar: { ...calendar, overrides: [...kept, ...closed] } };
};
/** What a worker does with a change. */
const work = (version: number) => {
  const of = <T>(port: abstract new (...args: never[]) => T) => intake.app.get<T>(port, { strict: false });
  const handler = new ApplyCalendarHandler(
    of(CalendarRepository),
    of(CalendarDesk),
    of(TicketClocksQuery),
    of(Directory),
    of(ExecuteTicketCommandHandler),
    of(Clock),
  );
  return handler.execute(version, new AbortController().signal);
};
const pointersOf = ({ body }: Answer) =>
  (body['errors'] as { pointer: string }[]).map(({ pointer }) => pointer);
/** Days from today on that the plain week works. */
const nextWeekdays = (count: number) => {
  const days: string[] = [];
  for (let time = Date.now(); days.length < count; time += 86_400_000) {
    const local = new Date(time + 8 * 3_600_000);
    if (local.getUTCDay() % 6 !== 0) days.push(local.toISOString().slice(0, 10));
  }
  return days;
};

describe('reading the calendar', () => {
  it('shows it as it is edited, for all who work by it', async () => {
    const { status, body } = await get('', 'canteen.owner1');
    expect(status).toBe(200);
    expect(body).toMatchObject({ version: 1, reason: '初始日历', warnings: expect.any(Array) });
    const { weekly, overrides, seasons } = body['calendar'] as Calendar;
    expect(weekly).toEqual([...Array<string>(5).fill('08:30-12:00 14:00-17:30'), '', '']);
    expect(overrides).toContainEqual({
      date: '2026-05-09',
      kind: 'workday',
      source: 'official',
      note: '劳动节调休上班',
    });
    expect(seasons).toMatchObject([{ from: '05-01', to: '09-30' }]);
  });

  it('tells what each day is, and why', async () => {
    const { body } = await get('/days?from=2026-04-30&to=2026-05-09', 'canteen.head');
    const days = body['items'] as Record<string, unknown>[];
    expect(days).toHaveLength(10);
    expect(days[0]).toEqual({
      date: '2026-04-30',
      weekday: 4,
      hours: '08:30-12:00 14:00-17:30',
      rule: 'weekly',
      listed: true,
    });
    expect(days[1]).toMatchObject({ hours: '', rule: 'holiday', note: '劳动节放假' });
    expect(days.at(-1)).toMatchObject({ hours: '08:00-12:00 14:30-18:00', rule: 'make-up' });
  });

  it.each([
    ['no dates', ''],
    ['a date that is none', '?from=2026-02-30&to=2026-03-01'],
    ['days turned round', '?from=2026-03-02&to=2026-03-01'],
    ['more days than it tells at once', '?from=2026-01-01&to=2027-06-01'],
  ])('refuses %s', async (_, query) => {
    const { status, body } = await get(`/days${query}`);
    expect([status, body.code]).toEqual([422, 'REQUEST.INVALID']);
  });

  it.each(['/versions/9', '/versions/0', '/versions/x', '/changes/1', '/changes/99', '/changes/1e3'])(
    'knows no %s',
    async (path) => {
      const { status, body } = await get(path);
      expect([status, body.code]).toEqual([404, 'CALENDAR.NOT_FOUND']);
    },
  );

  it('refuses a cursor that no answer held', async () => {
    const { status, body } = await get('/versions?cursor=eHh4');
    expect([status, body.code]).toEqual([400, 'REQUEST.CURSOR_INVALID']);
  });
});

describe('an edit', () => {
  it('is previewed, applied, and moves the open tickets', async () => {
    const { number } = await aTicketAt(intake, 'in-progress');
    const edit = await closing(...nextWeekdays(3));
    const seen = await preview(edit);
    expect(seen.status).toBe(200);
    expect(seen.body).toMatchObject({ earlier: 0, token: expect.any(String) });
    const moves = seen.body['moves'] as Record<string, unknown>[];
    const move = moves.find((each) => each['number'] === number && each['clock'] === 'resolution');
    expect(move).toMatchObject({ title: '二食堂米饭夹生', direction: 'later' });
    expect((await current()).basedOn).toBe(edit.basedOn);

    const applied = await put({ ...edit, previewToken: seen.body['token'], reason: '校庆放假三天' });
    expect(applied.status).toBe(202);
    const version = edit.basedOn + 1;
    const self = `${PATH}/changes/${version}`;
    expect(applied.body).toMatchObject({
      version,
      state: 'waiting',
      reason: '校庆放假三天',
      links: { self },
    });

    await work(version);
    const change = await get(`/changes/${version}`);
    expect(change.body).toMatchObject({
      state: 'done',
      failed: 0,
      failures: [],
      savedBy: expect.any(String),
    });
    expect(change.body['moved']).toBe(seen.body['tickets']);
    const ticket = await intake.call(await intake.as('canteen.owner1'), 'GET', `/api/v1/tickets/${number}`);
    expect(ticket.text).toContain(String(move?.['to']));

    const versions = await get('/versions');
    expect(versions.body['items']).toMatchObject([
      { version, reason: '校庆放假三天', state: 'done' },
      { version: 1, reason: '初始日历' },
    ]);
    expect((await get('/versions/1')).body).toMatchObject({ version: 1, calendar: expect.any(Object) });
    const [page] = [await get('/versions?limit=1')];
    const next = await get(`/versions?limit=1&cursor=${String(page.body['nextCursor'])}`);
    expect(next.body['items']).toMatchObject([{ version: 1 }]);
  });

  it('is applied once, however often it is sent', async () => {
    const edit = await closing('2026-12-24');
    const { body } = await preview(edit);
    const request = { ...edit, previewToken: body['token'], reason: '停办' };
    const answers = await Promise.all([put(request), put(request)]);
    const third = await put(request);
    const statuses = [...answers, third].map(({ status }) => status);
    // Of two at the same moment the second may meet the first while it is being written.
    expect(statuses.every((status) => status === 202 || status === 409)).toBe(true);
    expect(third.status).toBe(202);
    expect(third.body['version']).toBe(edit.basedOn + 1);
    expect((await current()).basedOn).toBe(edit.basedOn + 1);
  });

  it('does not overwrite another one', async () => {
    const [ours, theirs] = [await closing('2026-12-28'), await closing('2026-12-29')];
    const [first, second] = [await preview(ours), await preview(theirs)];
    const saved = await put({ ...ours, previewToken: first.body['token'], reason: 'a' });
    expect(saved.status).toBe(202);
    const late = await put({ ...theirs, previewToken: second.body['token'], reason: 'b' });
    expect([late.status, late.body.code]).toEqual([409, 'CALENDAR.CONFLICT']);
    const stale = await preview(theirs);
    expect([stale.status, stale.body.code]).toEqual([409, 'CALENDAR.CONFLICT']);
  });

  it('has to be what was previewed', async () => {
    const edit = await closing('2026-12-30');
    const { body } = await preview(edit);
    const other = { ...(await closing('2026-12-31')), previewToken: body['token'], reason: 'x' };
    const { status, body: problem } = await put(other);
    expect([status, problem.code]).toEqual([409, 'CALENDAR.NOT_PREVIEWED']);
  });

  it('comes back as it was sent', async () => {
    const { calendar } = await current();
    const edit = {
      ...(await closing('2026-12-25')),
      calendar: {
        ...calendar,
        weekly: ['00:00-24:00', ...calendar.weekly.slice(1)],
        vacations: [
          {
            from: '2027-01-18',
            to: '2027-02-21',
            name: '寒假',
            weekly: Array<string>(7).fill('09:00-11:00'),
          },
        ],
        overrides: [
          { date: '2027-01-20', kind: 'workday', source: 'university', hours: '10:00-12:00', note: '招生' },
        ],
        officialYears: [2026, 2027],
      },
    };
    const { body } = await preview(edit);
    expect((await put({ ...edit, previewToken: body['token'], reason: '寒假' })).status).toBe(202);
    expect((await current()).calendar).toEqual(edit.calendar);
  });

  it('with faults is refused, pointing at each', async () => {
    const { basedOn, calendar } = await current();
    const faulty = {
      ...calendar,
      weekly: ['12:00-08:30', ...calendar.weekly.slice(1)],
      overrides: [{ date: '2026-05-01', kind: 'holiday', hours: '09:00-10:00' }],
    };
    for (const answer of [
      await preview({ basedOn, calendar: faulty }),
      await put({ basedOn, calendar: faulty, previewToken: 'x', reason: 'x' }),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([422, 'CALENDAR.INVALID']);
      expect(pointersOf(answer)).toEqual(['/calendar/weekly/0', '/calendar/overrides/0/hours']);
    }
  });

  it.each<[string, (calendar: Calendar) => unknown, string]>([
    [
      'hours that are none',
      (c) => ({ ...c, weekly: ['8:30-12', ...c.weekly.slice(1)] }),
      '/calendar/weekly/0',
    ],
    [
      'hours at 24:01',
      (c) => ({ ...c, weekly: ['08:00-24:01', ...c.weekly.slice(1)] }),
      '/calendar/weekly/0',
    ],
    ['a week of six', (c) => ({ ...c, weekly: c.weekly.slice(1) }), '/calendar/weekly'],
    ['a field it does not know', (c) => ({ ...c, timezone: 'UTC' }), '/calendar/timezone'],
    [
      'a kind it does not know',
      (c) => ({ ...c, overrides: [{ date: '2026-05-01', kind: 'x' }] }),
      '/calendar/overrides/0/kind',
    ],
    ['nothing', () => null, '/calendar'],
  ])('with %s is refused before anything is looked at', async (_, change, pointer) => {
    const { basedOn, calendar } = await current();
    const answer = await preview({ basedOn, calendar: change(calendar) });
    expect([answer.status, answer.body.code]).toEqual([422, 'REQUEST.INVALID']);
    expect(pointersOf(answer)).toEqual([pointer]);
  });

  it('that is no JSON, or larger than any calendar, is refused', async () => {
    const { headers } = await intake.as('admin');
    const send = (payload: string) =>
      intake.inject({
        method: 'POST',
        url: `${PATH}/preview`,
        headers: { ...headers, 'content-type': 'application/json' },
        payload,
      });
    expect((await send('{"basedOn"')).body.code).toBe('REQUEST.MALFORMED');
    expect((await send(JSON.stringify({ x: 'x'.repeat(3_000_000) }))).body.code).toBe('REQUEST.TOO_LARGE');
  });

  it('without a login, or from another site, changes nothing', async () => {
    const edit = await closing('2026-12-31');
    expect((await intake.call(ANONYMOUS, 'PUT', PATH, edit)).body.code).toBe('AUTH.REQUIRED');
    const { cookie } = (await intake.as('admin')).headers;
    const foreign = await intake.call({ headers: { cookie: cookie! } }, 'PUT', PATH, edit, {
      origin: 'https://elsewhere.example',
    });
    expect(foreign.body.code).toBe('AUTH.CSRF');
  });
});
