/**
 * Runs every check and every test level in order and closes with `tests: N passed, N failed, N skipped`; a check
 * counts as one test. `bin/test [LEVEL…]` runs only the named ones, on a fresh build. Exits non-zero when anything failed.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

mkdirSync('.local', { recursive: true });
const work = mkdtempSync(join('.local', 'test-'));
const jest = (project, ...args) => [
  'node',
  'node_modules/jest/bin/jest.js',
  `--selectProjects=${project}`,
  '--passWithNoTests=false',
  ...args,
];
const report = (level) => join(work, `${level}.json`);
/** With a database and a Redis: the ones the environment names, or a stack of this run's own. */
const onStack = (command) => [
  'node',
  'dist/server/tools/local-stack/main.js',
  'run',
  '--data',
  join(work, 'stack'),
  '--',
  ...command,
];

const LEVELS = [
  { name: 'format', command: ['npm', 'run', '--silent', 'format:check'] },
  { name: 'lint', command: ['npm', 'run', '--silent', 'lint'] },
  { name: 'types', command: ['npm', 'run', '--silent', 'typecheck'] },
  { name: 'rules', command: ['npm', 'run', '--silent', 'deps:rules'] },
  { name: 'build', command: ['node', 'tools/build/build.mjs'] },
  // Every spec has a database and a key prefix of its own, so that all processors can be at work.
  { name: 'unit', jest: true, command: jest('unit', '--maxWorkers=100%') },
  { name: 'integration', jest: true, command: onStack(jest('int', '--maxWorkers=100%')) },
  { name: 'stack', jest: true, command: jest('stack', '--runInBand') },
  { name: 'end-to-end', jest: true, command: onStack(jest('e2e', '--runInBand')) },
  {
    name: 'browser',
    jest: true,
    command: onStack(jest('browser', '--runInBand')),
    prepare: ['bash', 'bin/install-browser'],
  },
  { name: 'smoke', command: ['bin/quickstart', '--smoke'] },
];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !LEVELS.some((level) => level.name === name));
if (unknown.length > 0) {
  console.error(
    `no such level: ${unknown.join(', ')}; there are ${LEVELS.map(({ name }) => name).join(', ')}`,
  );
  process.exit(2);
}

let stopping = false;
let current;
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    stopping = true;
    current?.kill('SIGTERM');
  });

function run(command) {
  return new Promise((resolve) => {
    current = spawn(command[0], command.slice(1), { stdio: ['ignore', 'inherit', 'inherit'] });
    current.once('error', () => resolve(127));
    current.once('exit', (code) => resolve(code ?? 1));
  });
}

/** What a level's run counts to; a run that died without a report is one failure. */
async function outcomeOf({ name, command, jest: byJest, prepare }) {
  if (prepare && (await run(prepare)) !== 0) return { passed: 0, failed: 1, skipped: 0 };
  const code = await run(
    byJest
      ? [...command, '--json', `--outputFile=${report(name)}`, '--testLocationInResults=false']
      : command,
  );
  if (!byJest) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } =
      JSON.parse(readFileSync(report(name), 'utf8'));
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    return {
      passed: numPassedTests,
      failed: code !== 0 && failed === 0 ? 1 : failed,
      skipped: numPendingTests + numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const total = { passed: 0, failed: 0, skipped: 0 };
const lines = [];
const started = Date.now();
for (const level of LEVELS.filter(
  ({ name }) => asked.length === 0 || asked.includes(name) || name === 'build',
)) {
  if (stopping) break;
  console.log(`\n=== ${level.name}`);
  const begun = Date.now();
  const outcome = await outcomeOf(level);
  for (const key of Object.keys(total)) total[key] += outcome[key];
  lines.push(
    `${outcome.failed > 0 ? 'FAIL' : 'ok  '} ${level.name.padEnd(12)} ${String(outcome.passed).padStart(5)} passed ${String(outcome.failed).padStart(3)} failed  ${((Date.now() - begun) / 1000).toFixed(0)} s`,
  );
}
rmSync(work, { recursive: true, force: true });
console.log(
  `\n${lines.join('\n')}\nin ${((Date.now() - started) / 1000).toFixed(0)} s${stopping ? ', interrupted' : ''}`,
);
console.log(`tests: ${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed > 0 || stopping || total.passed === 0 ? 1 : 0);
