import { setTimeout as sleep } from 'node:timers/promises';
import { type CaughtLetter } from '../../tools/mail-catcher/letter.store';
import {
  type MailCatcher,
  type MailCatcherOptions,
  startMailCatcher,
} from '../../tools/mail-catcher/mail-catcher.server';

export interface SmtpSink extends MailCatcher {
  /** smtp://127.0.0.1:port, for SMTP_URL. */
  readonly url: string;
  /** Resolves with the letters once there are `count`; rejects at the deadline, saying what there is. */
  waitFor(count: number, timeoutMs?: number): Promise<readonly CaughtLetter[]>;
}

/** The mail catcher on a free port, for tests; give a port to come back where an earlier one was stopped. */
export async function startSmtpSink(options: Partial<MailCatcherOptions> = {}): Promise<SmtpSink> {
  const catcher = await startMailCatcher({ smtpPort: 0, ...options });
  return {
    ...catcher,
    url: `smtp://127.0.0.1:${catcher.smtpPort}`,
    waitFor: async (count, timeoutMs = 10_000) => {
      const deadline = Date.now() + timeoutMs;
      while (catcher.letters().length < count) {
        if (Date.now() > deadline) {
          const subjects = catcher.letters().map(({ subject }) => subject);
          throw new Error(
            `${subjects.length} of ${count} letters after ${timeoutMs} ms: ${subjects.join(' | ')}`,
          );
        }
        await sleep(20);
      }
      return catcher.letters();
    },
  };
}
