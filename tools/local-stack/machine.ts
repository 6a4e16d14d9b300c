import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { arch } from 'node:os';
import { join } from 'node:path';
import { mirrorFor, parseDeb822Sources, parseListSources, type AptSource } from './apt-sources';
import { onPath, run, sleep } from './processes';

/** Where Debian packages may be installed: as root, with apt. */
export function canInstallPackages(): boolean {
  return (
    process.platform === 'linux' &&
    process.getuid?.() === 0 &&
    onPath(['apt-get']) !== undefined &&
    existsSync('/etc/debian_version')
  );
}

/** The Debian mirror this machine installs from; undefined on anything but Debian itself. */
export function debianMirror(): string | undefined {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  const field = (name: string): string | undefined =>
    new RegExp(`^${name}="?([^"\\n]*)`, 'm').exec(release)?.[1];
  const codename = field('VERSION_CODENAME');
  return field('ID') === 'debian' && codename ? mirrorFor(codename, readSources('/etc/apt')) : undefined;
}

function readSources(folder: string): AptSource[] {
  const parts = join(folder, 'sources.list.d');
  const files = [
    join(folder, 'sources.list'),
    ...(existsSync(parts)
      ? readdirSync(parts)
          .sort()
          .map((name) => join(parts, name))
      : []),
  ];
  return files
    .filter((file) => existsSync(file))
    .flatMap((file) => {
      if (file.endsWith('.list')) return parseListSources(readFileSync(file, 'utf8'));
      return file.endsWith('.sources') ? parseDeb822Sources(readFileSync(file, 'utf8')) : [];
    });
}

/** Whether DocumentDB can run here: root on Debian, a packaged architecture, and leave to make namespaces. */
export function canRunDocumentDb(): boolean {
  if (!canInstallPackages() || !['x64', 'arm64'].includes(arch()) || debianMirror() === undefined)
    return false;
  try {
    execFileSync('unshare', ['--mount', '--pid', '--fork', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * Installs Debian packages. Services they bring do not start: RUNLEVEL=1 makes invoke-rc.d refuse where there is
 * no systemd, and a masked unit refuses where there is.
 */
export async function installPackages(
  packages: readonly string[],
  log: (line: string) => void,
  units: readonly string[] = [],
): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1', LC_ALL: 'C.UTF-8' };
  const masked = existsSync('/run/systemd/system') ? units : [];
  log(`installing ${packages.join(' ')} (apt-get)`);
  if (masked.length > 0) await run('systemctl', ['mask', '--runtime', ...masked], log);
  try {
    await apt(['update'], env);
    await apt(['install', '-y', '--no-install-recommends', ...packages], env);
  } finally {
    if (masked.length > 0) await run('systemctl', ['unmask', '--runtime', ...masked], log);
  }
}

const APT_PATIENCE_MS = 300_000;

/** Runs apt-get; while another one is at work, which may be ours, waits for its turn: of its locks not all can be waited for. */
async function apt(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const deadline = Date.now() + APT_PATIENCE_MS;
  for (;;) {
    try {
      return await run('apt-get', args, () => undefined, { env });
    } catch (error) {
      if (!/\block\b/i.test(String(error)) || Date.now() > deadline) throw error;
      await sleep(1000);
    }
  }
}
