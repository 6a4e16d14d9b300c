/** Builds and runs the quickstart on .local/dev; a change below apps, libs or tools builds and starts it anew. */
import { spawn, spawnSync } from 'node:child_process';
import { watch } from 'node:fs';

const SETTLE_MS = 300;
let child;
let timer;
let stopping = false;

function build() {
  return spawnSync(process.execPath, ['tools/build/build.mjs'], { stdio: 'inherit' }).status === 0;
}

function start() {
  const args = ['dist/server/tools/quickstart/main.js', '--data', '.local/dev', ...process.argv.slice(2)];
  child = spawn(process.execPath, args, { stdio: 'inherit', env: { LOG_LEVEL: 'debug', ...process.env } });
  child.once('exit', (code) => {
    if (stopping) process.exit(code ?? 0);
  });
}

function restart() {
  console.error('a source has changed: building');
  if (!build()) return console.error('the build failed; the running system stays as it is');
  const old = child;
  if (!old || old.exitCode !== null) return start();
  old.once('exit', start);
  old.kill('SIGTERM');
}

for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    stopping = true;
    if (!child || child.exitCode !== null) process.exit(130);
    child.kill('SIGTERM');
  });

if (!build()) process.exit(1);
start();
for (const folder of ['apps', 'libs', 'tools'])
  watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(restart, SETTLE_MS);
  });
