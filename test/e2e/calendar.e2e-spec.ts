import { type ApiClient, type Json, until } from '../../tools/quickstart/api-client';
import { type ImportView } from '../../tools/quickstart/forum-import';
import { Duban } from '../harness/duban';

const LINES = 450;

interface Change {
  readonly version: number;
  readonly state: string;
  readonly checked: number;
  readonly moved: number;
  readonly failed: number;
}
interface Moves {
  readonly token: string;
  readonly checked: number;
  readonly tickets: number;
}

let duban: Duban;
let admin: ApiClient;
beforeAll(async () => {
  duban = await Duban.start();
  admin = await duban.as(({ role }) => role === 'admin');
}, 120_000);
afterAll(() => duban?.stop(), 60_000);

/** Open tickets, more than are moved between two notes of progress. */
async function fill(): Promise<void> {
  const dispatcher = await duban.dispatcher();
  const heldAt = '2026-04-20';
  const { id } = await dispatcher.post<{ id: string }>('/sessions', { kind: 'forum', title: '座谈', heldAt });
  const rows = Array.from(
    { length: LINES },
    (_, index) => `${index + 1},食堂${index + 1}号窗口第${index * 7 + 3}次没有热汤，请改进,同学${index}`,
  );
  const form = new FormData();
  form.append('commit', 'true');
  form.append('file', new Blob([`序号,意见建议,提出人\n${rows.join('\n')}\n`]), 'minutes.csv');
  const { importId } = await dispatcher.post<{ importId: string }>(`/sessions/${id}/imports`, form);
  const done = () => dispatcher.get<ImportView>(`/imports/${importId}`);
  await until('the import', done, ({ status }) => status === 'done', 180_000);
  const unplaced = () =>
    duban.database
      .collection('tickets')
      .countDocuments({ status: 'submitted', queueReason: { $exists: false } });
  await until('every ticket to be placed', unplaced, (count) => count === 0, 180_000);
}

/** The calendar that holds with the university closed for two weeks from today on, and its version. */
async function closing(): Promise<{ basedOn: number; calendar: Json }> {
  const { version, calendar } = await admin.get<{ version: number; calendar: Json & { overrides: Json[] } }>(
    '/calendar',
  );
  const dates = Array.from({ length: 14 }, (_, day) =>
    new Date(Date.now() + (day * 24 + 8) * 3_600_000).toISOString().slice(0, 10),
  );
  const kept = calendar.overrides.filter(({ date }) => !dates.includes(String(date)));
  const closed = dates.map((date) => ({ date, kind: 'holiday', source: 'university', note: '停水检修' }));
  return { basedOn: version, calendar: { ...calendar, overrides: [...kept, ...closed] } };
}

it('an edited calendar moves every open deadline once, though the worker dies on the way', async () => {
  await fill();
  await duban.end('worker', 'SIGTERM');
  const edit = await closing();
  const preview = await admin.post<Moves>('/calendar/preview', edit);
  expect(preview.tickets).toBeGreaterThan(LINES - 50);
  const { version } = await admin.put<Change>('/calendar', {
    ...edit,
    previewToken: preview.token,
    reason: '全校停水检修',
  });
  const change = () => admin.get<Change>(`/calendar/changes/${version}`);
  expect(await change()).toMatchObject({ state: 'waiting', checked: 0 });

  await duban.run('worker');
  const seen = await until('the change to be under way', change, ({ checked }) => checked > 0);
  await duban.end('worker', 'SIGKILL');
  await duban.run('worker');
  const ended = await until('the change to end', change, ({ state }) => state === 'done', 120_000);
  expect(ended).toMatchObject({ checked: preview.checked, moved: preview.tickets, failed: 0 });

  const tickets = await duban.database.collection('tickets').find().toArray();
  const moves = tickets.map(
    ({ log }) => (log as Json[]).filter(({ type }) => type === 'ticket.deadlines-moved').length,
  );
  expect(Math.max(...moves)).toBe(1);
  expect(moves.reduce((sum, count) => sum + count, 0)).toBe(preview.tickets);
  const record = duban.database.collection('configuration_log');
  expect(await record.countDocuments({ kind: 'calendar', subject: String(version) })).toBe(1);
  process.stdout.write(
    `calendar: ${preview.tickets} tickets moved once, the worker killed at ${seen.checked} of ${preview.checked}\n`,
  );
}, 600_000);
