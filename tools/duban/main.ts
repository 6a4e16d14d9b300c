/**
 * `duban audit verify [--json] [--data DIR]`: checks every record of the database in MONGODB_URI, else of the
 * quickstart in DIR, running or not. Exits with 1 where a record is not what it was.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isAlive, type ProcessIdentity } from '../local-stack/processes';
import { startLocalStack } from '../local-stack/stack';
import { auditInWords, verifyAudit } from './audit';

const USAGE = 'usage: bin/duban audit verify [--json] [--data DIR]\n';
const MISUSED = 2;

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        data: { type: 'string', default: '.local/quickstart' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    process.exit(MISUSED);
  }
}

interface Database {
  readonly env: NodeJS.ProcessEnv;
  stop(): Promise<void>;
}

/** The database to look at; that of a quickstart which does not run is started for as long as it takes. */
async function databaseOf(dataDir: string): Promise<Database> {
  const nothingToStop = () => Promise.resolve();
  if (process.env['MONGODB_URI']) return { env: process.env, stop: nothingToStop };
  const stackDir = join(dataDir, 'stack');
  if (!existsSync(stackDir))
    throw new Error(`MONGODB_URI is not set, and there is no quickstart in ${dataDir}`);
  const running = runningMongo(stackDir);
  if (running) return { env: { ...process.env, MONGODB_URI: running }, stop: nothingToStop };
  const log = (line: string): void => void process.stderr.write(`${line}\n`);
  const stack = await startLocalStack({ dataDir: stackDir, log });
  return { env: { ...process.env, MONGODB_URI: stack.mongodbUri }, stop: () => stack.stop() };
}

/** Where the database of a stack that runs on this folder listens. */
function runningMongo(stackDir: string): string | undefined {
  const file = join(stackDir, 'stack.json');
  if (!existsSync(file)) return undefined;
  const children = JSON.parse(readFileSync(file, 'utf8')) as Record<
    string,
    ProcessIdentity & { port?: number }
  >;
  const server = children['mongod'] ?? children['gateway'];
  return server?.port !== undefined && isAlive(server) ? `mongodb://127.0.0.1:${server.port}/` : undefined;
}

async function main(): Promise<number> {
  const { values, positionals } = readArguments();
  if (values.help || positionals.join(' ') !== 'audit verify') {
    process.stdout.write(USAGE);
    return values.help ? 0 : MISUSED;
  }
  const database = await databaseOf(resolve(values.data));
  try {
    const report = await verifyAudit(database.env);
    process.stdout.write(`${values.json ? JSON.stringify(report) : auditInWords(report)}\n`);
    return report.breaks.length === 0 ? 0 : 1;
  } finally {
    await database.stop();
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(MISUSED);
  },
);
