import { type ApiClient, until } from '../../tools/quickstart/api-client';
import { type ImportView } from '../../tools/quickstart/forum-import';
import { Duban } from '../harness/duban';

const LINES = 400;

/** Minutes large enough for something to happen in the middle; no two lines alike. */
function minutes(): Blob {
  const places = ['一食堂', '7号楼', '图书馆', '逸夫楼', '操场'];
  const rows = Array.from({ length: LINES }, (_, index) => {
    const place = places[index % places.length] ?? '';
    return `${index + 1},${place}${index + 1}号设备第${index * 7 + 3}次损坏，编号${(index * 2654435761) % 999_983}，请派人维修,同学${index}`;
  });
  return new Blob([`序号,意见建议,提出人\n${rows.join('\n')}\n`]);
}

async function startImport(dispatcher: ApiClient): Promise<{ importId: string; sessionId: string }> {
  const session = await dispatcher.post<{ id: string }>('/sessions', {
    kind: 'forum',
    title: '故障演练',
    heldAt: '2026-04-20',
  });
  const form = new FormData();
  form.append('commit', 'true');
  form.append('file', minutes(), 'minutes.csv');
  const { importId } = await dispatcher.post<{ importId: string }>(`/sessions/${session.id}/imports`, form);
  return { importId, sessionId: session.id };
}

/** Nothing lost, nothing twice, all settled. */
async function expectAllSettled(duban: Duban, importId: string): Promise<void> {
  const dispatcher = await duban.dispatcher();
  const run = await until(
    'the import to end',
    () => dispatcher.get<ImportView>(`/imports/${importId}`),
    ({ status }) => status === 'done',
    180_000,
  );
  expect(run).toMatchObject({ total: LINES, created: LINES, skipped: 0 });
  const tickets = duban.database.collection('tickets');
  const unsettled = () =>
    tickets.countDocuments({
      $or: [{ status: 'submitted', queueReason: { $exists: false } }, { 'outbox.0': { $exists: true } }],
    });
  await until(
    'every ticket to be placed and every event published',
    unsettled,
    (count) => count === 0,
    180_000,
  );
  const pending = () => duban.database.collection('notifications').countDocuments({ status: 'pending' });
  await until('every letter to be settled', pending, (count) => count === 0, 180_000);
  expect(await tickets.countDocuments()).toBe(LINES);
  expect(await tickets.distinct('number')).toHaveLength(LINES);
  expect(await tickets.distinct('source.lineNumber')).toHaveLength(LINES);
  const dispatched = await tickets.find({ status: 'dispatched' }).toArray();
  for (const { log } of dispatched)
    expect((log as { type: string }[]).filter(({ type }) => type === 'ticket.dispatched')).toHaveLength(1);
  const ids = duban.mail.letters().map(({ messageId }) => messageId);
  const sent = await duban.database.collection('notifications').countDocuments({ status: 'sent' });
  expect(new Set(ids).size).toBe(sent);
  process.stdout.write(
    `settled: ${LINES} tickets, ${sent} letters, ${ids.length - sent} of them sent twice under one Message-ID\n`,
  );
}

/** Resolves in the middle of the import: some lines settled, some not. */
async function inTheMiddle(duban: Duban, importId: string): Promise<void> {
  const dispatcher = await duban.dispatcher();
  const run = await until(
    'the import to be under way',
    () => dispatcher.get<ImportView & { processed: number }>(`/imports/${importId}`),
    ({ processed }) => processed > 0,
    60_000,
  );
  expect(run.status).toBe('committing');
}

describe('nothing is lost and nothing comes twice', () => {
  let duban: Duban;
  afterEach(() => duban.stop(), 60_000);

  it('when the worker is killed in the middle of an import', async () => {
    duban = await Duban.start();
    const { importId } = await startImport(await duban.dispatcher());
    await inTheMiddle(duban, importId);
    await duban.end('worker', 'SIGKILL');
    await duban.run('worker');
    await expectAllSettled(duban, importId);
  }, 300_000);

  it('when Redis is flushed in the middle of an import', async () => {
    duban = await Duban.start({ REDIS_URL: `${(process.env['REDIS_URL'] ?? '').replace(/\/\d*$/, '')}/11` });
    const { importId } = await startImport(await duban.dispatcher());
    await inTheMiddle(duban, importId);
    await duban.redis.flushdb();
    await expectAllSettled(duban, importId);
  }, 300_000);

  it('when the mail server is down for a while', async () => {
    duban = await Duban.start();
    duban.mail.behave('defer');
    const { importId } = await startImport(await duban.dispatcher());
    await new Promise((resolve) => setTimeout(resolve, 60_000));
    expect(duban.mail.letters()).toHaveLength(0);
    duban.mail.behave('accept');
    await expectAllSettled(duban, importId);
  }, 420_000);
});

describe('a submission that was acknowledged', () => {
  let duban: Duban;
  afterEach(() => duban.stop(), 60_000);

  it('is dispatched although intake was killed between the write and the enqueue', async () => {
    duban = await Duban.start({ REDIS_URL: process.env['REDIS_URL'] ?? '' }, 'intake');
    // Redis answers nothing to anyone for two seconds, so what intake has written cannot be enqueued.
    await duban.redis.call('CLIENT', 'PAUSE', '2000', 'ALL');
    const submitted = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        duban.anyone().post<{ number: string }>('/tickets', {
          title: `7号楼${index}室暖气不热`,
          description: `7号楼${index}室暖气不热，只有13度`,
        }),
      ),
    );
    await duban.end('intake', 'SIGKILL');
    const tickets = duban.database.collection('tickets');
    expect(await tickets.countDocuments({ 'outbox.0': { $exists: true } })).toBe(20);
    await duban.run('intake', 'worker', 'scheduler');
    await until(
      'their dispatch',
      () => tickets.countDocuments({ status: 'dispatched' }),
      (count) => count === 20,
      60_000,
    );
    expect((await tickets.distinct('number')).sort()).toEqual(submitted.map(({ number }) => number).sort());
  }, 120_000);
});
