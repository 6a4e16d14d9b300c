import { ImageDamaged, type MediaReader } from '@app/application';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDF, PHONE, photo } from '../builders/upload.builder';

/** What every MediaReader does. */
export function describeMediaReader(name: string, reader: MediaReader): void {
  describe(`${name} as a reader of media`, () => {
    let dir: string;
    beforeEach(async () => {
      dir = await mkdtemp(join(tmpdir(), 'duban-test-media-'));
    });
    afterEach(() => rm(dir, { recursive: true }));
    const fileOf = async (content: Buffer | string, called = 'file') => {
      const path = join(dir, called);
      await writeFile(path, content);
      return path;
    };

    it('tells a type by the content, whatever the file is called', async () => {
      expect(await reader.typeOf(await fileOf(await photo('jpeg'), 'a.pdf'))).toBe('image/jpeg');
      expect(await reader.typeOf(await fileOf(PDF, 'a.jpg'))).toBe('application/pdf');
      expect(await reader.typeOf(await fileOf(`MZ${'x'.repeat(100)}`, 'a.jpg'))).toBeUndefined();
      expect(await reader.typeOf(await fileOf('', 'a.jpg'))).toBeUndefined();
    });

    it('draws a picture anew, without what the phone wrote into it, and a thumbnail', async () => {
      const original = await photo('jpeg');
      const { content, thumbnail } = await reader.redraw(await fileOf(original), 'image/jpeg');
      expect(Buffer.from(content).toString('latin1')).not.toContain(PHONE);
      expect(content.length).toBeGreaterThan(0);
      expect(Buffer.from(thumbnail).toString('latin1', 8, 12)).toBe('WEBP');
    });

    it('draws nothing of half a picture', async () => {
      const half = (await photo('jpeg')).subarray(0, 2000);
      await expect(reader.redraw(await fileOf(half), 'image/jpeg')).rejects.toThrow(ImageDamaged);
    });
  });
}
