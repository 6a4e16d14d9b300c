import { spawn } from 'node:child_process';
import { Duban } from '../harness/duban';

const TIMEOUT_MS = 120_000;

let duban: Duban;
beforeAll(async () => {
  duban = await Duban.start({}, 'intake', 'worker');
}, TIMEOUT_MS);
afterAll(() => duban?.stop(), TIMEOUT_MS);

/** The command as an administrator runs it, on the database of this test. */
function audit(...args: string[]): Promise<{ readonly code: number | null; readonly output: string }> {
  const child = spawn(process.execPath, ['dist/server/tools/duban/main.js', ...args], {
    env: { ...process.env, MONGODB_DATABASE: duban.database.databaseName },
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
}

it(
  'says that every record is whole, and where one is not any more',
  async () => {
    const report = { title: '路灯不亮', description: '图书馆门前三天了' };
    const response = await fetch(`${duban.url}/api/v1/tickets`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(report),
    });
    const { number } = (await response.json()) as { number: string };
    expect(await audit('audit', 'verify')).toMatchObject({
      code: 0,
      output: expect.stringMatching(/tickets: 1 with \d+ entr[\s\S]*no break found/) as string,
    });
    await duban.database
      .collection('tickets')
      .updateOne({ number }, { $set: { 'log.0.text': '没有这回事' } });
    const broken = await audit('audit', 'verify');
    expect(broken).toMatchObject({ code: 1 });
    expect(broken.output).toContain(`BREAK entry-broken ticket/${number} entry 1`);
    const json = await audit('audit', 'verify', '--json');
    expect([json.code, (JSON.parse(json.output) as { breaks: unknown }).breaks]).toEqual([
      1,
      [{ kind: 'entry-broken', subject: `ticket/${number}`, entry: 1 }],
    ]);
    expect((await audit('audit', 'repair')).code).toBe(2);
  },
  TIMEOUT_MS,
);
