import { deserialize, serialize, type Document } from 'bson';
import { CommandError } from './command-error';
import type { CommandCall } from './command-call';

const FUNCTIONS: Readonly<Record<string, string>> = {
  find: 'bson_aggregation_find',
  aggregate: 'bson_aggregation_pipeline',
  count: 'bson_aggregation_count',
  distinct: 'bson_aggregation_distinct',
};

/** Answers `explain` with PostgreSQL's plan: its node types and index names, not MongoDB's. */
export async function explain({ command, database, sql }: CommandCall): Promise<Uint8Array> {
  const inner = command.embedded('explain');
  const spec: Document = inner ? deserialize(inner, { promoteValues: false }) : {};
  const [name = ''] = Object.keys(spec);
  const sqlFunction = FUNCTIONS[name];
  if (!sqlFunction) throw new CommandError(59, 'CommandNotFound', `explain of '${name}' is not supported`);
  delete spec['$db'];
  delete spec['lsid'];
  const analyze = (command.string('verbosity') ?? 'queryPlanner') !== 'queryPlanner';
  const text = `EXPLAIN (FORMAT JSON, ANALYZE ${analyze}) SELECT document FROM documentdb_api_catalog.${sqlFunction}($1, $2::bytea::documentdb_core.bson)`;
  const [plan] = await sql.call({ name: `explain ${name} ${analyze}`, text }, [
    database,
    Buffer.from(serialize(spec)),
  ]);
  return serialize({ queryPlanner: { winningPlan: JSON.parse(plan ?? 'null') as unknown }, ok: 1 });
}
