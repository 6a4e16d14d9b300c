import type { CommandDocument } from './command-document';
import { CommandError } from './command-error';
import type { CursorTable } from './cursors';
import type { SqlPool } from './sql-pool';

/** What a command may use: its database and document, and the doors to the SQL server. */
export interface CommandCall {
  readonly database: string;
  readonly command: CommandDocument;
  readonly sequence: { readonly name: string; readonly documents: Buffer } | undefined;
  readonly sql: SqlPool;
  readonly cursors: CursorTable;
  /** Runs changes of the catalogue one after another: side by side they deadlock or collide in it. */
  readonly exclusively: <T>(task: () => Promise<T>) => Promise<T>;
}
/** The collection a command names in its first field. Throws InvalidNamespace (73) when it is not a name. */
export function collectionOf({ command }: CommandCall): string {
  const name = command.string(command.name);
  if (!name) throw new CommandError(73, 'InvalidNamespace', `${command.name} must name a collection`);
  return name;
}
