/**
 * Builds everything that runs: server code by swc into dist/ (with the path aliases resolved), the web app by
 * Vite into dist/web. Each half is skipped when its sources are unchanged since its last complete build, and a
 * lock lets several commands ask for a build at once.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, existsSync, writeFileSync } from 'node:fs';
import { join, dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const bin = (name) => join(root, 'node_modules', '.bin', name);

function* files(dir) {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name === 'dist') continue;
    const path = join(dir, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else yield path;
  }
}

function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths.map((p) => join(root, p))) {
    if (!existsSync(path)) continue;
    const list = path.match(/\.\w+$/) ? [path] : [...files(path)].sort();
    for (const file of list)
      hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function run(command, args, cwd = root) {
  const { status } = spawnSync(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) process.exit(status ?? 1);
}

function half(name, sources, output, build) {
  const stamp = join(root, 'dist', `.${name}.stamp`);
  const now = fingerprint(sources);
  if (existsSync(stamp) && existsSync(output) && readFileSync(stamp, 'utf8') === now) return;
  const started = Date.now();
  rmSync(stamp, { force: true });
  const fresh = `${output}.new`;
  rmSync(fresh, { recursive: true, force: true });
  build(fresh);
  rmSync(output, { recursive: true, force: true });
  renameSync(fresh, output);
  writeFileSync(stamp, now);
  process.stderr.write(`built ${name} in ${Date.now() - started} ms\n`);
}

mkdirSync(join(root, 'dist'), { recursive: true });
if (!process.env.DUBAN_BUILD_LOCKED) {
  // flock belongs to util-linux, which Debian always has; elsewhere two builds at once are not guarded.
  const self = fileURLToPath(import.meta.url);
  const env = { ...process.env, DUBAN_BUILD_LOCKED: '1' };
  const locked = spawnSync(
    'flock',
    [join(root, 'dist', '.lock'), process.execPath, self, ...process.argv.slice(2)],
    { env, stdio: 'inherit' },
  );
  if (!locked.error) process.exit(locked.status ?? 1);
}
half(
  'server',
  ['apps/intake', 'apps/worker', 'apps/scheduler', 'libs', 'tools', 'bench', '.swcrc', 'package-lock.json'],
  join(root, 'dist', 'server'),
  (out) =>
    run(bin('swc'), [
      'apps/intake',
      'apps/worker',
      'apps/scheduler',
      'libs',
      'tools',
      'bench',
      '-d',
      out,
      '--config-file',
      '.swcrc',
      '--copy-files',
      '--quiet',
      '--ignore',
      '**/*.spec.ts,**/*-spec.ts,**/*.mjs,apps/web/**',
    ]),
);
if (existsSync(join(root, 'apps/web/vite.config.ts')))
  half(
    'web',
    ['apps/web', 'libs/contracts/src/http', 'package-lock.json'],
    join(root, 'dist', 'web'),
    (out) =>
      run(
        bin('vite'),
        ['build', '--outDir', out, '--emptyOutDir', '--logLevel', 'warn'],
        join(root, 'apps/web'),
      ),
  );
