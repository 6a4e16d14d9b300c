import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { type FileStore, FileTooLarge } from '@app/application';

/** What every FileStore does, whatever it keeps its files in. */
export function describeFileStore(name: string, open: () => Promise<FileStore>): void {
  describe(`${name} as a file store`, () => {
    let store: FileStore;
    beforeEach(async () => {
      store = await open();
    });
    const put = (key: string, parts: readonly string[], maxBytes = 1000) =>
      store.put(key, Readable.from(parts.map((part) => Buffer.from(part))), maxBytes);
    const read = async (key: string) => readFile(await store.localPath(key), 'utf8');

    it('gives back what was put, any number of times', async () => {
      await expect(put('imports/a-1', ['座谈', '会'])).resolves.toEqual({ bytes: 9 });
      expect(await read('imports/a-1')).toBe('座谈会');
      expect(await read('imports/a-1')).toBe('座谈会');
    });

    it('streams what was put, and nothing that is not there', async () => {
      await put('a/b/streamed', ['座谈', '会']);
      const chunks: Buffer[] = [];
      for await (const chunk of await store.open('a/b/streamed')) chunks.push(Buffer.from(chunk as Buffer));
      expect(Buffer.concat(chunks).toString('utf8')).toBe('座谈会');
      await expect(store.open('a/b/none')).rejects.toThrow();
    });

    it('lists a folder, however deep, and no other', async () => {
      for (const key of ['pictures/1/a', 'pictures/1/b', 'pictures/2', 'pictures-too/3'])
        await put(key, ['x']);
      const found = [];
      for await (const file of store.list('pictures')) found.push(file);
      expect(found.map(({ key }) => key).sort()).toEqual(['pictures/1/a', 'pictures/1/b', 'pictures/2']);
      for (const { modifiedAt } of found) expect(Math.abs(Date.now() - +modifiedAt)).toBeLessThan(60_000);
      for await (const file of store.list('nothing-here')) throw new Error(`found ${file.key}`);
    });

    it('takes an empty file, and one of exactly the limit', async () => {
      await expect(put('empty', [])).resolves.toEqual({ bytes: 0 });
      expect(await read('empty')).toBe('');
      await expect(put('full', ['12345', '67890'], 10)).resolves.toEqual({ bytes: 10 });
    });

    it('refuses one byte more than the limit and keeps nothing', async () => {
      await expect(put('big', ['12345', '678901'], 10)).rejects.toThrow(FileTooLarge);
      await expect(store.localPath('big')).rejects.toThrow();
    });

    it('keeps the earlier file when a later one of the same key fails', async () => {
      await put('same', ['first']);
      await expect(put('same', ['much too long'], 5)).rejects.toThrow(FileTooLarge);
      expect(await read('same')).toBe('first');
    });

    it('replaces a file whole', async () => {
      await put('same', ['the first one']);
      await put('same', ['second']);
      expect(await read('same')).toBe('second');
    });

    it('fails when the source fails, and keeps nothing', async () => {
      const broken = Readable.from(
        (function* () {
          yield Buffer.from('half');
          throw new Error('the line went dead');
        })(),
      );
      await expect(store.put('broken', broken, 1000)).rejects.toThrow('the line went dead');
      await expect(store.localPath('broken')).rejects.toThrow();
    });

    it('removes, and does not mind where there is nothing', async () => {
      await put('gone', ['x']);
      await store.remove('gone');
      await expect(store.localPath('gone')).rejects.toThrow();
      await expect(store.remove('gone')).resolves.toBeUndefined();
    });

    it.each([
      '../up',
      'a/../b',
      '/abs',
      'a//b',
      'a/',
      '',
      '.',
      'a.part',
      'A',
      'a\\b',
      'a\0b',
      'x'.repeat(201),
    ])('refuses the key %j', async (key) => {
      await expect(put(key, ['x'])).rejects.toThrow(RangeError);
      await expect(store.localPath(key)).rejects.toThrow(RangeError);
      await expect(store.open(key)).rejects.toThrow(RangeError);
      await expect(store.remove(key)).rejects.toThrow(RangeError);
    });
  });
}
