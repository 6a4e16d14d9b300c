import { Test } from '@nestjs/testing';
import { LetterRenderer, Notifier } from '@app/application';
import { messageIdOf } from '@app/domain';
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
