import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { type MailCatcher, startMailCatcher } from './mail-catcher.server';

describe('the mail catcher', () => {
  let dir: string;
  let catcher: MailCatcher;
  const start = async () => (catcher = await startMailCatcher({ smtpPort: 0, httpPort: 0, dir }));
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'duban-test-mail-'));
    await start();
  });
  afterEach(async () => {
    await catcher.stop();
    await rm(dir, { recursive: true });
  });
  const send = (subject: string, html = '<p>正文</p>', to = 'li@example.edu') =>
    createTransport({ host: '127.0.0.1', port: catcher.smtpPort }).sendMail({
      from: 'duban@example.edu',
      to,
      subject,
      text: '正文',
      html,
      messageId: '<one@example.edu>',
    });
  const get = (path: string) => fetch(`http://127.0.0.1:${catcher.httpPort}${path}`);

  it('lists letters as JSON, decoded, by recipient', async () => {
    await send('【督办】请签收');
    await send('另一封', '<p>x</p>', 'wang@example.edu');
    const letters = (await (await get('/api/letters?to=li@example.edu')).json()) as unknown[];
    expect(letters).toEqual([
      expect.objectContaining({
        to: ['li@example.edu'],
        subject: '【督办】请签收',
        messageId: '<one@example.edu>',
        text: expect.stringContaining('正文') as string,
        html: expect.stringContaining('<p>正文</p>') as string,
      }),
    ]);
  });

  it('keeps letters over a restart, in their order, and minds no half-written one', async () => {
    await send('一');
    await send('二');
    await writeFile(join(dir, '1-1-000001.part'), 'Subject: half');
    await catcher.stop();
    await start();
    await send('三');
    expect(catcher.letters().map(({ subject }) => subject)).toEqual(['一', '二', '三']);
    expect((await readdir(dir)).filter((name) => name.endsWith('.eml'))).toHaveLength(3);
  });

  it('shows the list and a letter, with nothing of it able to run in the page', async () => {
    await send('<script>alert(1)</script>', '<script>alert(2)</script><b>好</b>');
    const list = await (await get('/?q=LI@')).text();
    expect(list).toContain('&#60;script&#62;alert(1)');
    expect(list).not.toContain('<script>');
    const path = /href="(\/letters\/[^"]+)"/.exec(list)?.[1] ?? '';
    expect(await (await get(path)).text()).toContain('sandbox="allow-popups');
    const body = await get(`${path}/html`);
    expect(await body.text()).toContain('<b>好</b>');
    expect(body.headers.get('content-security-policy')).toContain('sandbox');
    expect(await (await get(`${path}/eml`)).text()).toContain('Message-ID: <one@example.edu>');
    expect(await (await get('/?q=nobody')).text()).not.toContain(path);
  });

  it('answers what it does not have', async () => {
    expect((await get('/letters/1/html')).status).toBe(404);
    expect((await fetch(`http://127.0.0.1:${catcher.httpPort}/`, { method: 'POST' })).status).toBe(405);
  });

  it('rejects where a port is taken', async () => {
    await expect(startMailCatcher({ smtpPort: 0, httpPort: catcher.httpPort })).rejects.toThrow('EADDRINUSE');
  });
});
