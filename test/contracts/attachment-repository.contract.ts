import { type AttachmentRepository } from '@app/application';
import { type Attachment } from '@app/domain';
import { anUpload } from '../builders/upload.builder';
import { START } from '../builders/ticket.builder';

const later = (seconds: number) => new Date(START.getTime() + seconds * 1_000);

/** What every AttachmentRepository does. `open` gives an empty one. */
export function describeAttachmentRepository(name: string, open: () => Promise<AttachmentRepository>): void {
  describe(`${name} as a repository of attachments`, () => {
    let attachments: AttachmentRepository;
    beforeEach(async () => {
      attachments = await open();
    });
    const stored = async (overrides: Partial<Attachment> = {}): Promise<Attachment> => {
      const attachment = anUpload(overrides);
      await attachments.create(attachment);
      return attachment;
    };
    const read = async (id: string) => (await attachments.byIds([id]))[0];

    it('gives back what was stored, absent fields absent, and only once', async () => {
      const bare = await stored();
      const full = await stored({ uploadedBy: 'p1', state: 'claimed', claim: 'ticket:t1' });
      expect(await read(bare.id)).toStrictEqual(bare);
      expect(await read(full.id)).toStrictEqual(full);
      expect(await attachments.byIds([bare.id, 'none', full.id])).toHaveLength(2);
      expect(await attachments.byIds([])).toEqual([]);
      await expect(attachments.create(bare)).rejects.toThrow();
    });

    it('lets an upload be claimed by one alone, and by that one again', async () => {
      const { id } = await stored();
      const by = { uploader: undefined, at: later(5) };
      expect(await attachments.claim(id, { ...by, claim: 'ticket:t1' })).toBe(true);
      expect(await read(id)).toMatchObject({ state: 'claimed', claim: 'ticket:t1', touchedAt: later(5) });
      expect(await attachments.claim(id, { ...by, claim: 'ticket:t2' })).toBe(false);
      expect(await attachments.claim(id, { ...by, claim: 'ticket:t1', at: later(9) })).toBe(true);
      expect(await read(id)).toMatchObject({ claim: 'ticket:t1', touchedAt: later(9) });
      expect(await attachments.claim('none', { ...by, claim: 'ticket:t1' })).toBe(false);
    });

    it('lets nobody claim what somebody else has uploaded', async () => {
      const reporters = await stored();
      const staffs = await stored({ uploadedBy: 'p1' });
      const claim = (id: string, uploader: string | undefined) =>
        attachments.claim(id, { uploader, claim: 'ticket:t1', at: later(1) });
      expect(await claim(reporters.id, 'p1')).toBe(false);
      expect(await claim(staffs.id, undefined)).toBe(false);
      expect(await claim(staffs.id, 'p2')).toBe(false);
      expect(await claim(staffs.id, 'p1')).toBe(true);
    });

    it('lets one of many win that claim at once', async () => {
      const { id } = await stored();
      const claims = Array.from({ length: 20 }, (_, index) =>
        attachments.claim(id, { uploader: undefined, claim: `ticket:t${index}`, at: later(1) }),
      );
      const won = (await Promise.all(claims)).flatMap((yes, index) => (yes ? [index] : []));
      expect(won).toHaveLength(1);
      expect((await read(id))?.claim).toBe(`ticket:t${won[0]}`);
    });

    it('names what is not settled, the longest untouched first', async () => {
      const claimed = await stored({ state: 'claimed', claim: 'ticket:t1', touchedAt: later(2) });
      const pending = await stored({ touchedAt: later(1) });
      const discarded = await stored({ state: 'discarded', touchedAt: later(3) });
      await stored({ state: 'attached', claim: 'ticket:t1', touchedAt: later(1) });
      await stored({ touchedAt: later(60) });
      expect(await attachments.unsettled(later(60), 10)).toStrictEqual([pending, claimed, discarded]);
      expect(await attachments.unsettled(later(60), 1)).toStrictEqual([pending]);
    });

    it('settles what is still as it was read, and nothing that was touched since', async () => {
      const pending = await stored();
      const claim = { uploader: undefined, claim: 'ticket:t1', at: later(1) } as const;
      await attachments.claim(pending.id, claim);
      expect(await attachments.settle(pending, 'discarded')).toBe(false);
      const [claimed] = await attachments.byIds([pending.id]);
      await attachments.claim(pending.id, { ...claim, at: later(2) });
      expect(await attachments.settle(claimed!, 'discarded')).toBe(false);
      const again = (await read(pending.id))!;
      expect(await attachments.settle(again, 'discarded')).toBe(true);
      expect(await attachments.claim(pending.id, { ...claim, at: later(3) })).toBe(false);
    });

    it('forgets, and does not mind what is not there', async () => {
      const { id } = await stored();
      await attachments.remove(id);
      expect(await read(id)).toBeUndefined();
      await expect(attachments.remove(id)).resolves.toBeUndefined();
    });
  });
}
