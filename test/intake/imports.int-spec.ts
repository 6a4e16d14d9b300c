import { FileStore, ImportRepository } from '@app/application';
import { readFile } from 'node:fs/promises';
import { statusOfEndless } from './endless-upload.harness';
import { type Answer, type IntakeUnderTest, startIntake } from './intake.harness';
import { multipart, MULTIPART, type Part } from './multipart.builder';

let intake: IntakeUnderTest;
let sessionId: string;
beforeAll(async () => {
  intake = await startIntake({ UPLOAD_MAX_BYTES: '1048576' });
  const session = {
    kind: 'forum',
    title: '春季座谈会',
    heldAt: '2016-04-20T15:00:00+08:00',
    place: '会议室',
  };
  const { body } = await intake.call(await intake.as('dispatcher1'), 'POST', '/api/v1/sessions', session);
  sessionId = String(body['id']);
}, 60_000);
afterAll(() => intake.close());

const CSV: Part = ['file', Buffer.from('意见建议,涉及部门\n米饭夹生,饮食服务中心\n'), '春季座谈会 意见.csv'];

async function upload(payload: Buffer, id = sessionId, type = MULTIPART): Promise<Answer> {
  const { headers } = await intake.as('dispatcher1');
  return intake.inject({
    method: 'POST',
    url: `/api/v1/sessions/${id}/imports`,
    headers: { ...headers, 'content-type': type },
    payload,
  });
}

async function runOf({ body }: Answer) {
  const run = await intake.app.get(ImportRepository).byId(String(body['importId']));
  if (!run) throw new Error('no such import');
  return run;
}

describe('uploading minutes', () => {
  it.each([
    ['before the file', [['commit', 'true'], ['mapping', '{"text":"B"}'], CSV]],
    ['after the file', [CSV, ['mapping', '{"text":"B"}'], ['commit', 'true']]],
    ['around the file', [['commit', 'true'], CSV, ['mapping', '{"text":"B"}']]],
  ] as [string, Part[]][])('takes fields %s', async (_where, parts) => {
    const answer = await upload(multipart(parts));
    expect(answer.status).toBe(202);
    const run = await runOf(answer);
    expect(run).toMatchObject({
      commit: true,
      mapping: { text: 'B' },
      fileName: '春季座谈会 意见.csv',
      status: 'queued',
      requestedBy: 'demo-dispatcher1',
    });
    const stored = await readFile(await intake.app.get(FileStore).localPath(run.fileKey));
    expect(stored.equals(CSV[1] as Buffer)).toBe(true);
    const { body } = await intake.call(
      await intake.as('leader'),
      'GET',
      String((answer.body['links'] as { self: string }).self),
    );
    expect(body).toMatchObject({ id: run.id, sessionId, status: 'queued', committed: true, faults: [] });
  });

  it('only looks at the lines unless told to commit, and shortens a long name by its stem', async () => {
    const run = await runOf(await upload(multipart([['file', 'a\nb\n', `${'名'.repeat(250)}.csv`]])));
    expect(run.commit).toBe(false);
    expect([Array.from(run.fileName).length, run.fileName.endsWith('名.csv')]).toEqual([200, true]);
  });

  it.each([
    ['no file', multipart([['commit', 'true']]), 422, 'IMPORT.FILE_MISSING'],
    ['an empty file', multipart([['file', '', 'a.csv']]), 422, 'IMPORT.FILE_MISSING'],
    ['another type', multipart([['file', 'MZ', 'a.exe']]), 415, 'IMPORT.UNSUPPORTED_TYPE'],
    ['a mapping that is no JSON', multipart([CSV, ['mapping', '{text']]), 422, 'IMPORT.MAPPING_INVALID'],
    [
      'a mapping of what there is not',
      multipart([['mapping', '{"colour":"B"}'], CSV]),
      422,
      'IMPORT.MAPPING_INVALID',
    ],
    ['commit=perhaps', multipart([CSV, ['commit', 'perhaps']]), 422, 'REQUEST.INVALID'],
    ['two files', multipart([CSV, CSV]), 413, 'REQUEST.TOO_LARGE'],
    ['a body that breaks off in the file', multipart([CSV], '').subarray(0, -30), 400, 'REQUEST.MALFORMED'],
    ['no multipart at all', Buffer.from('hello'), 422, 'IMPORT.FILE_MISSING'],
    ['a field named like a prototype', multipart([['__proto__', 'x'], CSV]), 400, 'REQUEST.MALFORMED'],
  ])('refuses %s', async (_what, payload, status, code) => {
    const answer = await upload(payload);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('refuses JSON, a missing boundary and an unknown session', async () => {
    expect((await upload(Buffer.from('{}'), sessionId, 'application/json')).body.code).toBe(
      'REQUEST.UNSUPPORTED_MEDIA_TYPE',
    );
    expect((await upload(multipart([CSV]), sessionId, 'multipart/form-data')).body.code).toBe(
      'REQUEST.MALFORMED',
    );
    expect((await upload(multipart([CSV]), 'none')).body.code).toBe('SESSION.NOT_FOUND');
  });

  it('refuses a file over the limit whether its length is announced or not, and never holds it', async () => {
    const announced = await upload(multipart([['file', Buffer.alloc(2_000_000), 'big.xlsx']]));
    expect([announced.status, announced.body.code]).toEqual([413, 'IMPORT.FILE_TOO_LARGE']);
    const slightly = await upload(multipart([['file', Buffer.alloc(1_048_577), 'big.xlsx']]));
    expect([slightly.status, slightly.body.code]).toEqual([413, 'IMPORT.FILE_TOO_LARGE']);
    expect((await upload(multipart([['file', Buffer.alloc(1_048_576), 'full.xlsx']]))).status).toBe(202);
  });

  it('answers a client that goes on sending 50 MB over a real connection', async () => {
    const before = process.memoryUsage().arrayBuffers;
    expect(
      await statusOfEndless(
        intake,
        await intake.as('dispatcher1'),
        `/api/v1/sessions/${sessionId}/imports`,
        50,
      ),
    ).toBe(413);
    // Far from the 50 MB, however late the collector comes.
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(40_000_000);
  }, 30_000);
});

describe('sessions', () => {
  it('are listed, and shown with their lines', async () => {
    const director = await intake.as('director');
    const { body } = await intake.call(director, 'GET', '/api/v1/sessions');
    expect((body['items'] as unknown[])[0]).toMatchObject({
      id: sessionId,
      number: '2016-座谈-01',
      heldAt: '2016-04-20T07:00:00.000Z',
      lineCount: 0,
    });
    const { body: session } = await intake.call(director, 'GET', `/api/v1/sessions/${sessionId}`);
    expect(session).toMatchObject({ id: sessionId, lines: [] });
    const invalid = await intake.call(director, 'GET', `/api/v1/sessions/${sessionId}?cursor=x!`);
    expect(invalid.body.code).toBe('REQUEST.CURSOR_INVALID');
  });

  it('commit only what has been previewed', async () => {
    const { body } = await upload(multipart([CSV]));
    const path = `/api/v1/imports/${String(body['importId'])}`;
    const caller = await intake.as('dispatcher1');
    const early = await intake.call(caller, 'POST', `${path}/commit`);
    expect([early.status, early.body.code]).toEqual([409, 'IMPORT.NOT_COMMITTABLE']);
    await intake.app
      .get(ImportRepository)
      .update(String(body['importId']), ['queued'], { status: 'previewed' });
    expect((await intake.call(caller, 'POST', `${path}/commit`)).status).toBe(202);
    expect((await intake.call(caller, 'GET', `${path}/lines`)).body).toEqual({ items: [] });
  });
});
