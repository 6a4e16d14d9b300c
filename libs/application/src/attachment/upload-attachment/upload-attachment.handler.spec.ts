import { Readable } from 'node:stream';
import { INFECTED_PDF, PDF, photo } from '../../../../../test/builders/upload.builder';
import { FakeAttachmentRepository } from '../../../../../test/fakes/attachments.fake';
import { FakeFileStore, FakeSpool } from '../../../../../test/fakes/file-store.fake';
import { FakeMediaReader } from '../../../../../test/fakes/media-reader.fake';
import { FakeClock, FakeIds } from '../../../../../test/fakes/system.fake';
import { FakeVirusScanner } from '../../../../../test/fakes/virus-scanner.fake';
import { UploadAttachmentHandler } from './upload-attachment.handler';

const MB = 1_048_576;
const attachments = new FakeAttachmentRepository();
const files = new FakeFileStore();
const spool = new FakeSpool();
const media = new FakeMediaReader();
const scanner = new FakeVirusScanner();
const clock = new FakeClock();
const handler = new UploadAttachmentHandler(attachments, files, spool, media, scanner, clock, new FakeIds());
beforeEach(() => {
  attachments.rows.clear();
  files.files.clear();
  scanner.awake = true;
});

const upload = (content: Buffer, fileName = 'a.jpg', maxBytes = MB, uploadedBy?: string) =>
  handler.execute({
    fileName,
    content: Readable.from([content]),
    maxBytes,
    ...(uploadedBy === undefined ? {} : { uploadedBy }),
  });
const kept = () => [...files.files.keys()].map((key) => key.replace(/[0-9a-f]{2}\/[0-9a-f]{32}/, 'ID'));

it('keeps a picture redrawn, with a thumbnail, under an id that nobody can guess', async () => {
  const original = await photo('jpeg');
  const result = await upload(original, '../漏水.JPG');
  expect(result).toMatchObject({
    ok: true,
    value: {
      state: 'pending',
      name: '漏水.jpg',
      mediaType: 'image/jpeg',
      thumbnail: true,
      touchedAt: clock.now(),
    },
  });
  const [attachment] = attachments.rows.values();
  expect(attachment?.id).toMatch(/^[0-9a-f]{32}$/);
  expect(attachment).not.toHaveProperty('uploadedBy');
  const [picture, thumbnail] = files.files.values();
  expect(picture?.length).toBe(attachment?.size);
  expect(picture?.equals(original)).toBe(false);
  expect(thumbnail?.toString('latin1')).toContain('WEBP');
});

it('keeps a document as it came, and who of the staff sent it', async () => {
  const result = await upload(PDF, '报告.pdf', MB, 'p1');
  expect(result).toMatchObject({
    ok: true,
    value: { thumbnail: false, uploadedBy: 'p1', size: PDF.length },
  });
  expect([...files.files.values()]).toEqual([PDF]);
});

it.each<[string, () => Buffer | Promise<Buffer>, string]>([
  ['an empty file', () => Buffer.alloc(0), 'ATTACHMENT.FILE_MISSING'],
  ['a program', () => Buffer.from(`MZ${'x'.repeat(100)}`), 'ATTACHMENT.UNSUPPORTED_TYPE'],
  ['half a picture', async () => (await photo('jpeg')).subarray(0, 2000), 'ATTACHMENT.DAMAGED'],
  ['an infected document', () => INFECTED_PDF, 'ATTACHMENT.INFECTED'],
  ['more than the limit', () => Buffer.concat([PDF, Buffer.alloc(MB)]), 'ATTACHMENT.TOO_LARGE'],
])('keeps nothing of %s', async (_what, content, code) => {
  expect(await upload(await content())).toMatchObject({ ok: false, error: { code } });
  expect([attachments.rows.size, files.files.size]).toEqual([0, 0]);
});

it('measures a picture again once it is redrawn', async () => {
  const larger = { content: Buffer.alloc(MB + 1), thumbnail: Buffer.alloc(1) };
  jest.spyOn(media, 'redraw').mockResolvedValueOnce(larger);
  const result = await upload(await photo('jpeg'));
  expect(result).toMatchObject({ ok: false, error: { code: 'ATTACHMENT.TOO_LARGE' } });
});

it('takes nothing while the scanner is silent', async () => {
  scanner.awake = false;
  await expect(upload(PDF)).rejects.toMatchObject({ name: 'ScannerUnavailable' });
  expect([attachments.rows.size, files.files.size]).toEqual([0, 0]);
});

it('writes the record before the files, so that a crash between them leaves none without one', async () => {
  const put = jest.spyOn(files, 'put').mockRejectedValueOnce(new Error('the power went'));
  await expect(upload(await photo('jpeg'))).rejects.toThrow('the power went');
  expect([attachments.rows.size, kept()]).toEqual([1, []]);
  put.mockRestore();
  await upload(await photo('jpeg'));
  expect(kept()).toEqual(['attachments/ID-file', 'attachments/ID-thumbnail']);
});
