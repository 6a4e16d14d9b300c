import { Test } from '@nestjs/testing';
import { LetterRenderer, Notifier } from '@app/application';
import { LETTER_KINDS, messageIdOf } from '@app/domain';
import { startSmtpSink } from '../../../test/harness/smtp-sink';
import { NotificationModule } from './notification.module';

it('renders and sends a letter that arrives as it was written, and closes with the app', async () => {
  const sink = await startSmtpSink();
  const module = NotificationModule.forRoot({ smtpUrl: sink.url, from: '督办 <duban@example.edu>' });
  const app = await Test.createTestingModule({ imports: [module] }).compile();
  const letter = app.get(LetterRenderer).render({
    kind: 'owner-assigned',
    ticketNumber: '2026-000123',
    title: '一食堂二楼麻辣烫窗口分量明显减少 {{x}} <b>',
    responseDueAt: new Date('2026-08-05T17:30+08:00'),
    link: 'https://duban.example.edu/tickets/2026-000123',
  });
  const messageId = messageIdOf('01KTEST', 'example.edu');
  await app.get(Notifier).send({ ...letter, messageId, to: { name: '王建国', address: 'wang@example.edu' } });

  const [received] = await sink.waitFor(1);
  expect(received).toMatchObject({ messageId, to: ['wang@example.edu'], subject: letter.subject });
  expect(received?.text.trim()).toBe(letter.text.trim());
  expect(received?.html.trim()).toBe(letter.html.trim());
  await app.close();
  await sink.stop();
});

it('carries letters of every kind, and what was planted in them into no header', async () => {
  const sink = await startSmtpSink();
  const module = NotificationModule.forRoot({ smtpUrl: sink.url, from: '督办 <duban@example.edu>' });
  const app = await Test.createTestingModule({ imports: [module] }).compile();
  const planted = '\r\nBcc: spy@example.com\r\n\r\n{{x}} <b>';
  for (const kind of LETTER_KINDS) {
    const letter = app.get(LetterRenderer).render({
      kind,
      ticketNumber: '2026-000123',
      title: `灯坏${planted}`,
      text: `说明${planted}`,
      ownerName: `王建国${planted}`,
      personName: `李秀兰${planted}`,
      notice: { number: `督办〔2026〕12号${planted}`, kind: 'supervision-order', mustAnswer: true },
      subjectDueAt: new Date('2026-08-05T17:30+08:00'),
      resolveDueAt: new Date('2026-08-06T17:30+08:00'),
      mergedInto: '2026-000099',
      link: 'https://duban.example.edu/tickets/2026-000123',
    });
    const to = { name: '王建国', address: 'wang@example.edu' };
    const messageId = messageIdOf(kind, 'example.edu');
    await app.get(Notifier).send({ ...letter, messageId, to });
    const received = sink.letters().find((each) => each.messageId === messageId);
    expect(received).toMatchObject({ to: ['wang@example.edu'], subject: letter.subject });
    expect(received?.headers).not.toHaveProperty('bcc');
    expect(received?.text.trim()).toBe(letter.text.trim());
    expect(received?.html.trim()).toBe(letter.html.trim());
  }
  await app.close();
  await sink.stop();
});
