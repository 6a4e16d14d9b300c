import { serialize, type Document } from 'bson';
import { collectionOf, type CommandCall } from './command-call';
import { CommandError, sqlStateOf } from './command-error';
import { explain } from './explain';
import { aboutTheServer } from './server-facts';
import { bytesOf, type SqlValue } from './sql-pool';
import { write } from './writes';

type Command = (call: CommandCall) => Promise<Uint8Array> | Uint8Array;

const SPEC = '$2::bytea::documentdb_core.bson';
const reply = (document: Document): Uint8Array => serialize({ ...document, ok: 1 });

/** A command that is one SQL function of (database, spec) with a BSON result. */
const query =
  (name: string, expression: string, more: (call: CommandCall) => SqlValue[] = () => []): Command =>
  async (call) => {
    const values = [call.database, call.command.spec(), ...more(call)];
    return bytesOf((await call.sql.call({ name, text: `SELECT (${expression})::bytea` }, values))[0]);
  };

/** The same for statements that change the catalogue. */
const change =
  (inner: Command): Command =>
  (call) =>
    call.exclusively(async () => inner(call));

const firstPage =
  (name: string, sqlFunction: string): Command =>
  async (call) => {
    const text = `SELECT cursorpage::bytea, continuation::bytea, persistconnection, cursorid FROM documentdb_api.${sqlFunction}($1, ${SPEC})`;
    const [page, continuation, pinned, cursorId] = await call.sql.call({ name, text }, [
      call.database,
      call.command.spec(),
    ]);
    // With file-based cursors (a server setting of ours) no cursor lives in a connection.
    if (pinned === 't')
      throw new CommandError(1, 'InternalError', 'the server pinned a cursor to its connection');
    if (continuation && cursorId) call.cursors.keep(cursorId, bytesOf(continuation));
    return bytesOf(page);
  };

async function getMore(call: CommandCall): Promise<Uint8Array> {
  const id = String(call.command.integer('getMore') ?? '');
  const continuation = call.cursors.take(id);
  if (!continuation) throw new CommandError(43, 'CursorNotFound', `cursor id ${id} not found`);
  const text = `SELECT cursorpage::bytea, continuation::bytea FROM documentdb_api.cursor_get_more($1, ${SPEC}, $3::bytea::documentdb_core.bson)`;
  try {
    const [page, next] = await call.sql.call({ name: 'getMore', text }, [
      call.database,
      call.command.spec(),
      continuation,
    ]);
    if (next) call.cursors.keep(id, bytesOf(next));
    return bytesOf(page);
  } catch (error) {
    // A cursor's file is gone when the server restarted or its time ran out (58P01: undefined file).
    if (sqlStateOf(error) === '58P01')
      throw new CommandError(43, 'CursorNotFound', `cursor id ${id} not found`);
    throw error;
  }
}

async function killCursors(call: CommandCall): Promise<Uint8Array> {
  const { cursors: ids } = call.command.decode() as { cursors?: bigint[] };
  const killed = (ids ?? []).filter((id) => call.cursors.take(String(id)) !== undefined);
  const unknown = (ids ?? []).filter((id) => !killed.includes(id));
  await call.cursors.remove(killed.map(String));
  return reply({ cursorsKilled: killed, cursorsNotFound: unknown, cursorsAlive: [], cursorsUnknown: [] });
}

async function drop(call: CommandCall): Promise<Uint8Array> {
  const name = collectionOf(call);
  await call.sql.call({ name: 'drop', text: 'SELECT documentdb_api.drop_collection($1, $2)' }, [
    call.database,
    name,
  ]);
  return reply({ ns: `${call.database}.${name}` });
}

async function dropDatabase(call: CommandCall): Promise<Uint8Array> {
  await call.sql.call({ name: 'dropDatabase', text: 'SELECT documentdb_api.drop_database($1)' }, [
    call.database,
  ]);
  return reply({ dropped: call.database });
}

const scaleOf = ({ command }: CommandCall): string => String(command.integer('scale') ?? 1);

const TABLE: Readonly<Record<string, Command>> = {
  ...aboutTheServer,
  insert: write('insert', 'documents'),
  update: write('update', 'updates'),
  delete: write('delete', 'deletes'),
  findAndModify: write('find_and_modify'),
  find: firstPage('find', 'find_cursor_first_page'),
  aggregate: firstPage('aggregate', 'aggregate_cursor_first_page'),
  listCollections: firstPage('listCollections', 'list_collections_cursor_first_page'),
  listIndexes: firstPage('listIndexes', 'list_indexes_cursor_first_page'),
  getMore,
  killCursors,
  count: query('count', `documentdb_api.count_query($1, ${SPEC})`),
  distinct: query('distinct', `documentdb_api.distinct_query($1, ${SPEC})`),
  explain,
  // The public variant builds in the background and answers before a unique index guards anything.
  createIndexes: change(
    query('createIndexes', `documentdb_api_internal.create_indexes_non_concurrently($1, ${SPEC}, true)`),
  ),
  dropIndexes: change(
    query('dropIndexes', `documentdb_api_internal.drop_indexes_non_concurrently($1, ${SPEC})`),
  ),
  create: change(query('create', `documentdb_api.create_collection_view($1, ${SPEC})`)),
  collMod: change(
    query('collMod', `documentdb_api.coll_mod($1, $3, ${SPEC})`, (call) => [collectionOf(call)]),
  ),
  drop: change(drop),
  dropDatabase: change(dropDatabase),
  renameCollection: change(ofSpec('renameCollection', 'documentdb_api.rename_collection')),
  listDatabases: ofSpec('listDatabases', 'documentdb_api.list_databases'),
  validate: query('validate', `documentdb_api.validate($1, ${SPEC})`),
  collStats: statistics('collStats', 'documentdb_api.coll_stats($1, $3, $2::float8)', true),
  dbStats: statistics('dbStats', 'documentdb_api.db_stats($1, $2::float8)', false),
};

/** A function of the spec alone. */
function ofSpec(name: string, sqlFunction: string): Command {
  const text = `SELECT ${sqlFunction}($1::bytea::documentdb_core.bson)::bytea`;
  return async ({ sql, command }) => bytesOf((await sql.call({ name, text }, [command.spec()]))[0]);
}

function statistics(name: string, expression: string, ofCollection: boolean): Command {
  return async (call) => {
    const values = [call.database, scaleOf(call), ...(ofCollection ? [collectionOf(call)] : [])];
    return bytesOf((await call.sql.call({ name, text: `SELECT ${expression}::bytea` }, values))[0]);
  };
}

/** Older spellings that drivers and shells still send. */
const SPELLINGS: Readonly<Record<string, string>> = {
  findandmodify: 'findAndModify',
  ismaster: 'isMaster',
  buildinfo: 'buildInfo',
  deleteIndexes: 'dropIndexes',
  collstats: 'collStats',
  dbstats: 'dbStats',
};
const COMMANDS = new Map(Object.entries(TABLE));

/** Runs a command and returns its reply as BSON. Rejects with CommandError, or with the SQL server's error. */
export async function runCommand(call: CommandCall): Promise<Uint8Array> {
  const { command } = call;
  const handler = COMMANDS.get(SPELLINGS[command.name] ?? command.name);
  if (!handler) throw new CommandError(59, 'CommandNotFound', `no such command: '${command.name}'`);
  if (command.has('startTransaction') || command.has('autocommit') || command.has('txnNumber'))
    throw new CommandError(
      20,
      'IllegalOperation',
      'Transaction numbers are only allowed on a replica set member or mongos',
    );
  return handler(call);
}
