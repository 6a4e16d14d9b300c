/** Paths inside the root file system. */
export const POSTGRES = '/usr/lib/postgresql/18/bin';
export const TEMPLATE = '/var/lib/duban-template';
/** Where a stack's data folder appears, in that stack's mount namespace only. */
export const DATA_MOUNT = '/data';

/** Settings of the server that do not depend on where it runs; given on its command line. */
export const SETTINGS: readonly (readonly [name: string, value: string])[] = [
  ['listen_addresses', ''],
  ['shared_preload_libraries', 'pg_cron,pg_documentdb_core,pg_documentdb,pg_documentdb_extended_rum'],
  ['cron.database_name', 'postgres'],
  ['cron.use_background_workers', 'on'],
  ['cron.log_run', 'off'],
  ['cron.log_statement', 'off'],
  // Only this access method returns rows in index order.
  ['documentdb.alternate_index_handler_name', 'extended_rum'],
  ['documentdb.enable_merge_sort_for_in_prefix', 'on'],
  // Else a search with a limit may walk all of _id_ until statistics exist (3.7 ms for 1.2).
  ['documentdb.enableCompositeIndexPlanner', 'on'],
  // With these two as well updates went from 560/s to 3,500/s; which of the three did it was not told apart.
  ['random_page_cost', '1.1'],
  ['autovacuum_naptime', '10s'],
  // A sorted cursor then lives in a file instead of a connection that nobody else could use.
  ['documentdb.useFileBasedPersistedCursors', 'on'],
  ['documentdb.defaultCursorExpiryTimeLimitSeconds', '600'],
  // Unique indexes are exclusion constraints here: two inserts of one key wait for each other until this looks.
  ['deadlock_timeout', '20ms'],
  // The file system has no /dev/shm of its own.
  ['dynamic_shared_memory_type', 'mmap'],
  ['shared_buffers', '256MB'],
  ['max_wal_size', '2GB'],
  ['jit', 'off'],
];
