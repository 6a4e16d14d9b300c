import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canRunDocumentDb } from '../machine';
import { isAlive, sleep, type ProcessIdentity } from '../processes';
import { aDataFolder, aStack, stackProgram } from '../testing';

if (canRunDocumentDb())
  describe('the first set-up of DocumentDB', () => {
    theFirstSetUp();
  });
else it('has no place where DocumentDB cannot run', () => expect(canRunDocumentDb()).toBe(false));

function theFirstSetUp(): void {
  it('is repaired after it was killed, and done once by two starts', async () => {
    const cache = mkdtempSync(join(tmpdir(), 'duban-cache-'));
    const folders = [aDataFolder(), aDataFolder()];
    const { MONGODB_URI, REDIS_URL, ...own } = process.env;
    const env = { XDG_CACHE_HOME: cache };
    const inCache = (end: string): string[] =>
      existsSync(join(cache, 'duban'))
        ? readdirSync(join(cache, 'duban')).filter((name) => name.includes(end))
        : [];
    try {
      const args = [stackProgram(), 'start', '--data', folders[0]!];
      const killed = spawn(process.execPath, args, { env: { ...own, ...env }, stdio: 'ignore' });
      while (!inCache('.builder').length) await sleep(50);
      await sleep(4_000);
      const builder = JSON.parse(
        readFileSync(join(cache, 'duban', inCache('.builder')[0]!), 'utf8'),
      ) as ProcessIdentity;
      expect(isAlive(builder)).toBe(true);
      killed.kill('SIGKILL');
      for (let i = 0; i < 100 && isAlive(builder); i++) await sleep(50);
      expect(isAlive(builder)).toBe(false);
      expect(readFileSync('/proc/self/mounts', 'utf8')).not.toContain(cache);
      expect(inCache('.building-').length).toBeGreaterThan(0);

      const stacks = await Promise.all(folders.map((folder) => aStack(folder, [], env)));
      const builds = stacks.flatMap(({ log }) => log).filter((line) => /built in \d+ s/.test(line));
      expect(builds).toHaveLength(1);
      expect(inCache('.building-')).toEqual([]);
      expect(await Promise.all(stacks.map((stack) => stack.stop()))).toEqual([0, 0]);
    } finally {
      for (const folder of [cache, ...folders]) rmSync(folder, { recursive: true, force: true });
    }
  }, 600_000);
}
