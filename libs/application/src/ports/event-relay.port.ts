import { type OutboxEntry } from './ticket-repository.port';

/** Carries events from the outbox to the queues. */
export abstract class EventRelay {
  /** Asks for prompt publishing; returns at once and never fails, since a sweep repeats what was missed. */
  abstract nudge(entries: readonly OutboxEntry[]): void;
  /** Publishes the entries' jobs, then removes them from the outbox; throws where the queues are away. */
  abstract publish(entries: readonly OutboxEntry[]): Promise<void>;
}
