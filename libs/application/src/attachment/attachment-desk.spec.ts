import { type AttachmentClaim } from '@app/domain';
import { Readable } from 'node:stream';
import { START } from '../../../../test/builders/ticket.builder';
import { anUpload } from '../../../../test/builders/upload.builder';
import { FakeAttachmentRepository } from '../../../../test/fakes/attachments.fake';
import { FakeFileStore } from '../../../../test/fakes/file-store.fake';
import { FakeClock } from '../../../../test/fakes/system.fake';
import { AttachmentDesk } from './attachment-desk';
import { attachmentKey } from './attachment-files';

const attachments = new FakeAttachmentRepository();
const files = new FakeFileStore();
const desk = new AttachmentDesk(attachments, files, new FakeClock());
beforeEach(() => attachments.rows.clear());

async function uploads(count: number, overrides: Parameters<typeof anUpload>[0] = {}): Promise<string[]> {
  const all = Array.from({ length: count }, () => anUpload(overrides));
  for (const each of all) await attachments.create(each);
  return all.map(({ id }) => id);
}
const REPORTED = { uploader: undefined, visibility: 'public', by: 'reporter', purpose: 'report' } as const;
const claimed = (ids: readonly string[], claim: AttachmentClaim = 'ticket:t1') =>
  desk.claim({ ids, claim, ...REPORTED });
const NOT_FOUND = { ok: false, error: { code: 'ATTACHMENT.NOT_FOUND' } };

describe('claiming', () => {
  it('takes what is named, in that order, each once, and again when it is repeated', async () => {
    const [a, b] = (await uploads(2)) as [string, string];
    for (let time = 0; time < 2; time += 1) {
      const result = await claimed([b, a, b]);
      expect(result.ok && result.value.map(({ id }) => id)).toEqual([b, a]);
      expect(result).toMatchObject({ value: [{ name: '漏水.jpg', by: 'reporter', at: START }, {}] });
    }
    expect(await claimed([])).toEqual({ ok: true, value: [] });
  });

  it('takes none where one is not there, is taken or is somebody else’s', async () => {
    const [mine] = (await uploads(1)) as [string];
    const others = [
      'none',
      ...(await uploads(1, { uploadedBy: 'p1' })),
      ...(await uploads(1, { state: 'claimed', claim: 'ticket:t2' })),
      ...(await uploads(1, { state: 'discarded' })),
    ];
    for (const other of others) expect(await claimed([mine, other])).toMatchObject(NOT_FOUND);
    expect(attachments.rows.get(mine)).toMatchObject({ state: 'pending' });
  });

  it('takes nine at a time', async () => {
    const ten = await uploads(10);
    expect(await claimed(ten)).toMatchObject({ ok: false, error: { code: 'ATTACHMENT.TOO_MANY' } });
    expect(await claimed(ten.slice(1))).toMatchObject({ ok: true });
  });

  it('lets one of two tickets that race have an upload', async () => {
    const [id] = (await uploads(1)) as [string];
    const claims = ['ticket:t1', 'ticket:t2'] as const;
    const results = await Promise.all(claims.map((claim) => claimed([id], claim)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe('opening', () => {
  it('gives the picture and its thumbnail, and nothing that is going or was never made', async () => {
    const [id] = (await uploads(1)) as [string];
    for (const variant of ['file', 'thumbnail'] as const)
      await files.put(attachmentKey(id, variant), Readable.from([Buffer.from(variant)]), 100);
    for (const variant of ['file', 'thumbnail'] as const) {
      const result = await desk.open(id, variant);
      expect(result.ok && (await result.value.content.toArray()).join('')).toBe(variant);
    }
    const [document] = (await uploads(1, { thumbnail: false })) as [string];
    const [going] = (await uploads(1, { state: 'discarded' })) as [string];
    expect(await desk.open(document, 'thumbnail')).toMatchObject(NOT_FOUND);
    expect(await desk.open(going, 'file')).toMatchObject(NOT_FOUND);
    expect(await desk.open('none', 'file')).toMatchObject(NOT_FOUND);
  });
});
