import { EventRelay, type OutboxEntry } from '@app/application';

/** Keeps what it was told of, apart from what it was made to publish. */
export class FakeEventRelay extends EventRelay {
  readonly nudged: OutboxEntry[] = [];
  readonly published: OutboxEntry[] = [];

  override nudge(entries: readonly OutboxEntry[]): void {
    this.nudged.push(...entries);
  }

  override publish(entries: readonly OutboxEntry[]): Promise<void> {
    this.published.push(...entries);
    return Promise.resolve();
  }
}
