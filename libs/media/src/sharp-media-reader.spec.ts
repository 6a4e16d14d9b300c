import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImageDamaged } from '@app/application';
import { type ImageType } from '@app/domain';
import sharp from 'sharp';
import { describeMediaReader } from '../../../test/contracts/media-reader.contract';
import { FakeMediaReader } from '../../../test/fakes/media-reader.fake';
import { officeFile, PDF, PHONE, photo, pngBomb } from '../../../test/builders/upload.builder';
import { zipOf } from '../../../test/minutes/zip-writer.builder';
import { SharpMediaReader } from './sharp-media-reader.adapter';

const reader = new SharpMediaReader();
describeMediaReader('the fake', new FakeMediaReader());
describeMediaReader('sharp', reader);

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'duban-test-media-'));
});
afterAll(() => rm(dir, { recursive: true }));

let serial = 0;
async function fileOf(content: Buffer | string): Promise<string> {
  const path = join(dir, `${++serial}.jpg`);
  await writeFile(path, content);
  return path;
}

describe('the type of a file', () => {
  it.each<[string, () => Buffer | string | Promise<Buffer>, string | undefined]>([
    ['a JPEG', () => photo('jpeg'), 'image/jpeg'],
    ['a PNG', () => photo('png'), 'image/png'],
    ['a WebP', () => photo('webp'), 'image/webp'],
    ['a PDF', () => PDF, 'application/pdf'],
    [
      'a Word file',
      () => officeFile('docx'),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    [
      'an Excel file',
      () => officeFile('xlsx'),
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    ['a Word file with macros', () => officeFile('docm'), undefined],
    ['some other zip', () => zipOf([{ name: 'a.txt', content: 'x' }]), undefined],
    ['a program called .jpg', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), undefined],
    [
      'an ELF program',
      () => Buffer.concat([Buffer.from('\u007fELF', 'latin1'), Buffer.alloc(200)]),
      undefined,
    ],
    ['an SVG', () => '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', undefined],
    ['an HTML page', () => '<!DOCTYPE html><html><script>alert(1)</script></html>', undefined],
    ['a text', () => '你好', undefined],
    ['an AVIF', () => sharp(pixels(20, 20)).avif().toBuffer(), undefined],
    [
      'a HEIC',
      () => Buffer.from('\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000mif1heic', 'latin1'),
      undefined,
    ],
    ['a GIF', () => sharp(pixels(20, 20)).gif().toBuffer(), undefined],
    ['nothing', () => '', undefined],
  ])('is told by content: %s', async (_what, content, type) => {
    expect(await reader.typeOf(await fileOf(await content()))).toBe(type);
  });
});

function pixels(width: number, height: number): sharp.SharpOptions {
  return { create: { width, height, channels: 3, background: 'white' } };
}

describe('a redrawn picture', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('has no metadata left, and stands upright: %s', async (type) => {
    const original = await photo(type);
    expect(original.toString('latin1')).toContain(PHONE);
    expect((await sharp(original).metadata()).exif).toBeDefined();
    const { content, thumbnail } = await reader.redraw(await fileOf(original), `image/${type}`);
    for (const image of [content, thumbnail]) {
      expect(Buffer.from(image).toString('latin1')).not.toContain(PHONE);
      const { exif, xmp, iptc, icc, orientation } = await sharp(image).metadata();
      expect({ exif, xmp, iptc, icc, orientation }).toEqual({});
    }
    expect(await sharp(content).metadata()).toMatchObject({ format: type, width: 600, height: 800 });
    expect(await sharp(thumbnail).metadata()).toMatchObject({ format: 'webp', width: 240, height: 320 });
  });

  it('is made smaller to 4096 pixels, and never larger', async () => {
    const large = await fileOf(await sharp(pixels(5000, 100)).png().toBuffer());
    const small = await fileOf(await sharp(pixels(10, 8)).png().toBuffer());
    expect(await sharp((await reader.redraw(large, 'image/png')).content).metadata()).toMatchObject({
      width: 4096,
    });
    const { content, thumbnail } = await reader.redraw(small, 'image/png');
    expect(await sharp(content).metadata()).toMatchObject({ width: 10, height: 8 });
    expect(await sharp(thumbnail).metadata()).toMatchObject({ width: 10, height: 8 });
  });

  it('is not made of one with too many pixels, which costs no memory to find out', async () => {
    const bomb = pngBomb(20_000, 20_000);
    expect(bomb.length).toBeLessThan(100_000);
    const before = process.memoryUsage().rss;
    await expect(reader.redraw(await fileOf(bomb), 'image/png')).rejects.toThrow(ImageDamaged);
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });

  it('is not made of a damaged one, and the next is drawn all the same', async () => {
    const whole = await photo('jpeg');
    const faults: [Buffer, ImageType][] = [
      [whole.subarray(0, whole.length / 2), 'image/jpeg'],
      [pngBomb(2000, 2000).subarray(0, 2000), 'image/png'],
      [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), 'image/png'],
    ];
    const drawn = [...faults, [whole, 'image/jpeg'] as const].map(async ([content, type]) =>
      reader.redraw(await fileOf(content), type).then(
        () => 'drawn',
        (error: Error) => error.name,
      ),
    );
    expect(await Promise.all(drawn)).toEqual(['ImageDamaged', 'ImageDamaged', 'ImageDamaged', 'drawn']);
  });
});
