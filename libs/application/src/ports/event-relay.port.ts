import { type OutboxEntry } from './ticket-repository.port';

/** Carries work from the outbox to the queues. */
export abstract class EventRelay {
  /** Asks for prompt publishing; returns at once and never fails, since a sweep repeats what was missed. */
  abstract nudge(entries: readonly OutboxEntry[]): void;
  /** Queues the entries' jobs; an entry leaves the outbox only when its job is done. Throws where the queues are away. */
  abstract publish(entries: readonly OutboxEntry[]): Promise<void>;
}
