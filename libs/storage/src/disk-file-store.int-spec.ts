import { mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Test } from '@nestjs/testing';
import { FileStore, FileTooLarge } from '@app/application';
import { describeFileStore } from '../../../test/contracts/file-store.contract';
import { FakeFileStore } from '../../../test/fakes/file-store.fake';
import { DiskFileStore } from './disk-file-store.adapter';
import { StorageModule } from './storage.module';

const dirs: string[] = [];
async function newDir(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'duban-test-store-'));
  dirs.push(dir);
  return dir;
}
afterAll(() => Promise.all(dirs.map((dir) => rm(dir, { recursive: true }))));

describeFileStore('the fake', () => Promise.resolve(new FakeFileStore()));
describeFileStore('the disk', async () => new DiskFileStore(join(await newDir(), 'not', 'there', 'yet')));

describe('the disk', () => {
  it('leaves nothing of a file that was too large, and stops its source', async () => {
    const dir = await newDir();
    const endless = Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc(64 * 1024);
      })(),
    );
    await expect(new DiskFileStore(dir).put('a/b', endless, 1_000_000)).rejects.toThrow(FileTooLarge);
    expect(endless.destroyed).toBe(true);
    expect(await readdir(join(dir, 'a'))).toEqual([]);
  });

  it('stops the source of a file whose key it refuses', async () => {
    const source = Readable.from(['x']);
    await expect(new DiskFileStore(await newDir()).put('../x', source, 10)).rejects.toThrow(RangeError);
    expect(source.destroyed).toBe(true);
  });

  it('keeps one whole file of two that race', async () => {
    const store = new DiskFileStore(await newDir());
    const letters = ['a', 'b', 'c', 'd'].map((letter) => Buffer.alloc(300_000, letter));
    await Promise.all(letters.map((content) => store.put('race', Readable.from([content]), 1_000_000)));
    const kept = await readFile(await store.localPath('race'));
    expect(letters.some((content) => content.equals(kept))).toBe(true);
  });

  it('sweeps old leftovers at start and keeps files and running uploads', async () => {
    const dir = await newDir();
    for (const key of ['kept', 'imports/old', 'imports/waiting'])
      await new DiskFileStore(dir).put(key, Readable.from(['x']), 10);
    await utimes(join(dir, 'imports/old'), new Date(0), new Date(0));
    for (const name of ['dead.1.part', 'running.2.part', 'kept']) {
      const path = join(dir, name);
      if (name !== 'kept') await writeFile(path, 'half');
      if (name !== 'running.2.part') await utimes(path, new Date(0), new Date(0));
    }
    const app = await Test.createTestingModule({ imports: [StorageModule.forRoot({ dir })] }).compile();
    await app.init();
    expect(app.get(FileStore)).toBeInstanceOf(DiskFileStore);
    expect((await readdir(dir)).sort()).toEqual(['imports', 'kept', 'running.2.part']);
    expect(await readdir(join(dir, 'imports'))).toEqual(['waiting']);
    await app.close();
  });
});
