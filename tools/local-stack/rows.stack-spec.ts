import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { MongodDownload } from './mongod-download';
import { aDataFolder } from './testing';
import { startLocalStack } from './stack';

/** Stands for mongod and redis-server: listens on the port its command line names, and answers a Redis PING. */
const FAKE_SERVER = `#!${process.execPath}
const port = Number(process.argv[process.argv.indexOf('--port') + 1]);
require('node:net').createServer((socket) => socket.on('error', () => 0).on('data', () => socket.write('+PONG\\r\\n'))).listen(port, '127.0.0.1');
`;

describe('the rows below the given addresses', () => {
  let dataDir: string;
  let programs: string;
  const place = (name: string): string => {
    const file = join(programs, name);
    writeFileSync(file, FAKE_SERVER);
    chmodSync(file, 0o755);
    return file;
  };
  const refusing: MongodDownload = {
    reachable: () => Promise.reject(new Error('it must not be asked')),
    fetch: () => Promise.reject(new Error('it must not be asked')),
  };
  const answers = (port: string): Promise<boolean> =>
    new Promise((resolve) => {
      const socket = connect(Number(port), '127.0.0.1').once('error', () => resolve(false));
      socket.once('connect', () => {
        socket.destroy();
        resolve(true);
      });
    });

  beforeEach(() => {
    dataDir = aDataFolder();
    programs = join(dataDir, 'programs');
    mkdirSync(programs);
    place('valkey-server');
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it('take mongod and valkey-server from PATH, on free ports, without asking the network', async () => {
    place('mongod');
    const stack = await startLocalStack({ dataDir, env: { PATH: programs }, download: refusing });
    expect(Object.keys(stack.pids).sort()).toEqual(['mongod', 'redis']);
    expect(await answers(new URL(stack.mongodbUri).port)).toBe(true);
    await stack.stop();
    expect(await answers(new URL(stack.mongodbUri).port)).toBe(false);
    expect(existsSync(join(dataDir, 'mongodb'))).toBe(true);
  });

  it('download a mongod when one can be had, with its data kept', async () => {
    const mongod = join(dataDir, 'downloaded-mongod');
    writeFileSync(mongod, FAKE_SERVER, { mode: 0o755 });
    const asked: number[] = [];
    const download: MongodDownload = {
      reachable: (timeoutMs) => Promise.resolve(asked.push(timeoutMs) > 0),
      fetch: () => Promise.resolve(mongod),
    };
    const stack = await startLocalStack({ dataDir, env: { PATH: programs }, download });
    expect(asked[0]).toBeLessThanOrEqual(5_000);
    expect(Object.keys(stack.pids)).toContain('mongod');
    await stack.stop();
    expect(existsSync(join(dataDir, 'mongodb'))).toBe(true);
  });

  it('leave nothing running when one server cannot be started', async () => {
    const download: MongodDownload = {
      reachable: () => Promise.resolve(true),
      fetch: () => Promise.reject(new Error('the download broke off')),
    };
    const start = startLocalStack({ dataDir, env: { PATH: programs }, download });
    await expect(start).rejects.toThrow('the download broke off');
    expect(JSON.parse(readFileSync(join(dataDir, 'stack.json'), 'utf8'))).toEqual({});
    expect(existsSync(join(dataDir, 'stack.lock'))).toBe(false);
  });

  it('mix: a given database beside an own Redis', async () => {
    const env = { PATH: programs, MONGODB_URI: 'mongodb://127.0.0.1:1/given' };
    const stack = await startLocalStack({ dataDir, env, download: refusing });
    expect(stack.mongodbUri).toBe(env.MONGODB_URI);
    expect(Object.keys(stack.pids)).toEqual(['redis']);
    await stack.stop();
  });
});
