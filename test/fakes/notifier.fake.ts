import { type Letter, LetterRefused, Notifier } from '@app/application';

/** Keeps what it is given. Can be down, and can refuse addresses for good. */
export class FakeNotifier extends Notifier {
  readonly sent: Letter[] = [];
  readonly refused = new Set<string>();
  down = false;

  async send(letter: Letter): Promise<void> {
    await this.check();
    if (this.refused.has(letter.to.address)) throw new LetterRefused('550 No such mailbox here');
    this.sent.push(letter);
  }

  async check(): Promise<void> {
    await Promise.resolve();
    if (this.down) throw new Error('ECONNREFUSED');
  }
}
