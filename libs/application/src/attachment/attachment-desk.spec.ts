import { Readable } from 'node:stream';
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
const BY_T1 = { uploader: undefined, claim: 'ticket:t1' } as const;
const NOT_FOUND = { ok: false, error: { code: 'ATTACHMENT.NOT_FOUND' } };

describe('claiming', () => {
  it('takes what is named, in that order, each once, and again when it is repeated', async () => {
    const [a, b] = (await uploads(2)) as [string, string];
    for (let time = 0; time < 2; time += 1) {
      const result = await desk.claim([b, a, b], BY_T1);
      expect(result.ok && result.value.map(({ id }) => id)).toEqual([b, a]);
    }
    expect(await desk.claim([], BY_T1)).toEqual({ ok: true, value: [] });
  });

  it('takes none where one is not there, is taken or is somebody else’s', async () => {
    const [mine] = (await uploads(1)) as [string];
    const others = [
      'none',
      ...(await uploads(1, { uploadedBy: 'p1' })),
      ...(await uploads(1, { state: 'claimed', claim: 'ticket:t2' })),
      ...(await uploads(1, { state: 'discarded' })),
    ];
    for (const other of others) expect(await desk.claim([mine, other], BY_T1)).toMatchObject(NOT_FOUND);
    expect(attachments.rows.get(mine)).toMatchObject({ state: 'pending' });
  });

  it('takes nine at a time', async () => {
    const ten = await uploads(10);
    expect(await desk.claim(ten, BY_T1)).toMatchObject({ ok: false, error: { code: 'ATTACHMENT.TOO_MANY' } });
    expect(await desk.claim(ten.slice(1), BY_T1)).toMatchObject({ ok: true });
  });

  it('lets one of two tickets that race have an upload', async () => {
    const [id] = (await uploads(1)) as [string];
    const claims = ['ticket:t1', 'ticket:t2'] as const;
    const results = await Promise.all(
      claims.map((claim) => desk.claim([id], { uploader: undefined, claim })),
    );
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
