import { type ConfigurationChange, type ConfigurationKind, type ConfigurationLogEntry } from '@app/domain';

/** Every change of the configuration, in one hash-chained record that only grows. */
export abstract class ConfigurationLog {
  /**
   * Seals the change behind all earlier ones; durable when it resolves. Of any number that race each gets a place of
   * its own, and a repeat of an id that is there already changes nothing.
   */
  abstract append(change: ConfigurationChange): Promise<void>;
  /**
   * Newest first, those of one kind or subject, or all but checkpoints; `before` is the lowest `seq` of the page
   * before.
   */
  abstract list(
    filter: { readonly kind?: ConfigurationKind; readonly subject?: string },
    page: { readonly before?: number; readonly limit: number },
  ): Promise<readonly ConfigurationLogEntry[]>;
  /** All of them, oldest first, in memory that does not grow with their number. */
  abstract inOrder(): AsyncIterable<ConfigurationLogEntry>;
}
