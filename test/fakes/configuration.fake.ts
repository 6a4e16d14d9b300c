import { ConfigurationLog } from '@app/application';
import {
  type ConfigurationChange,
  type ConfigurationKind,
  type ConfigurationLogEntry,
  sealChange,
} from '@app/domain';
import { sha256 } from '../builders/ticket.builder';
import { stored } from './storable.fake';

export class FakeConfigurationLog extends ConfigurationLog {
  readonly entries: ConfigurationLogEntry[] = [];

  append(change: ConfigurationChange): Promise<void> {
    if (this.entries.every(({ id }) => id !== change.id))
      this.entries.push(sealChange(stored(change), this.entries.at(-1), sha256));
    return Promise.resolve();
  }

  list(
    { kind, subject }: { readonly kind?: ConfigurationKind; readonly subject?: string },
    { before = Infinity, limit }: { readonly before?: number; readonly limit: number },
  ): Promise<readonly ConfigurationLogEntry[]> {
    const found = this.entries
      .filter((entry) => kind === undefined || entry.kind === kind)
      .filter((entry) => subject === undefined || entry.subject === subject)
      .filter(({ seq }) => seq < before)
      .reverse();
    return Promise.resolve(stored(found.slice(0, limit)));
  }

  async *inOrder(): AsyncIterable<ConfigurationLogEntry> {
    yield* stored(this.entries);
  }
}
