import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { LetterRefused } from '@app/application';
import { aLetter, describeNotifier } from '../../../test/contracts/notifier.contract';
import { FakeNotifier } from '../../../test/fakes/notifier.fake';
import { startSmtpSink, type SmtpSink } from '../../../test/harness/smtp-sink';
import { SmtpNotifier } from './smtp-notifier.adapter';

const from = '督办 <duban@example.edu>';

describeNotifier('the fake', () => {
  const notifier = new FakeNotifier();
  return Promise.resolve({
    notifier,
    received: () => notifier.sent,
    refuse: (address: string) => void notifier.refused.add(address),
    goDown: () => Promise.resolve(void (notifier.down = true)),
    comeBack: () => Promise.resolve(void (notifier.down = false)),
    close: () => Promise.resolve(),
  });
});

describeNotifier('SMTP', async () => {
  let sink = await startSmtpSink();
  const notifier = new SmtpNotifier({ smtpUrl: sink.url, from, timeoutMs: 1000 });
  return {
    notifier,
    received: () => sink.letters(),
    refuse: (address) => sink.behave('refuse', address),
    goDown: () => sink.stop(),
    comeBack: async () => {
      sink = await startSmtpSink({ smtpPort: sink.smtpPort });
    },
    close: async () => {
      notifier.onApplicationShutdown();
      await sink.stop();
    },
  };
});

describe('SMTP', () => {
  let sink: SmtpSink;
  let notifier: SmtpNotifier;
  beforeEach(async () => {
    sink = await startSmtpSink();
    notifier = new SmtpNotifier({ smtpUrl: sink.url, from, timeoutMs: 300 });
  });
  afterEach(async () => {
    notifier.onApplicationShutdown();
    await sink.stop();
  });

  it('carries both forms, the sender, and the headers that tell machines what it is', async () => {
    await notifier.send(aLetter({ correlationId: 'corr-1' }));
    const [letter] = await sink.waitFor(1);
    expect(letter).toMatchObject({ from: 'duban@example.edu', to: ['zhang@example.edu'] });
    expect(letter?.text.trim()).toBe('请签收');
    expect(letter?.html.trim()).toBe('<p>请签收</p>');
    expect(letter?.headers).toMatchObject({
      'auto-submitted': 'auto-generated',
      'x-correlation-id': 'corr-1',
    });
    expect(letter?.headers['content-type']).toContain('multipart/alternative');
  });

  it.each([
    '\r\nBcc: spy@example.com',
    '\nBcc: spy@example.com',
    '\u2028Bcc: spy@example.com',
    '\0\r\n\r\nbody',
  ])('lets %j into no header', async (planted) => {
    await notifier.send(
      aLetter({
        subject: `题${planted}`,
        to: { name: `张${planted}`, address: 'zhang@example.edu' },
        correlationId: `c${planted}`,
      }),
    );
    const [letter] = await sink.waitFor(1);
    expect(letter?.headers).not.toHaveProperty('bcc');
    expect(letter?.to).toEqual(['zhang@example.edu']);
    expect(letter?.subject).toMatch(/^题 \S/);
    expect(letter?.text.trim()).toBe('请签收');
  });

  it.each(['nobody', 'a@b, c@d', 'a@b\r\nRCPT TO:<c@d>', 'a b@c', '<a@b>', ''])(
    'refuses the address %j for good without asking the server',
    async (address) => {
      await expect(notifier.send(aLetter({ to: { address } }))).rejects.toThrow(LetterRefused);
      expect(sink.connections()).toBe(0);
    },
  );

  it.each([
    ['a "try later"', 'defer'],
    ['a line that is cut', 'drop'],
    ['a lost reply', 'lose-reply'],
    ['a server that falls silent', 'hang'],
  ] as const)('takes %s for a failure to try again, and does not try by itself', async (_, behaviour) => {
    sink.behave(behaviour);
    const failure: unknown = await notifier.send(aLetter()).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(failure).not.toBeInstanceOf(LetterRefused);
    expect(sink.letters()).toHaveLength(behaviour === 'lose-reply' ? 1 : 0);
    sink.behave('accept');
    await notifier.send(aLetter());
    expect(sink.letters().map(({ messageId }) => messageId)).toContain('<n1@duban.test>');
  });

  it('does not wait for a greeting that never comes', async () => {
    const silent = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const waiting = new SmtpNotifier({ smtpUrl: `smtp://127.0.0.1:${port}`, from, timeoutMs: 200 });
    const started = Date.now();
    await expect(waiting.send(aLetter())).rejects.toThrow();
    await expect(waiting.check()).rejects.toThrow();
    expect(Date.now() - started).toBeLessThan(2000);
    silent.close();
  });

  it('sends many letters over a few connections', async () => {
    const addresses = Array.from({ length: 40 }, (_, index) => `p${index}@example.edu`);
    await Promise.all(addresses.map((address) => notifier.send(aLetter({ to: { address } }))));
    expect(sink.letters().flatMap(({ to }) => to)).toEqual(expect.arrayContaining(addresses));
    expect(sink.connections()).toBeLessThanOrEqual(3);
  });
});
