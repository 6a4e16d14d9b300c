import { aTicket } from '../../../../test/builders/ticket.builder';
import { type TicketAttachment } from '../ticket/ticket.types';
import { attachmentName, attachmentsForReporter, listedAs, mayClaim } from './attachment.decide';
import { type Attachment, type AttachmentClaim, type MediaType } from './attachment.types';

const AT = new Date('2026-03-02T01:00:00.000Z');
const UPLOAD: Attachment = {
  id: 'a'.repeat(32),
  state: 'pending',
  name: '漏水.jpg',
  mediaType: 'image/jpeg',
  size: 1000,
  thumbnail: true,
  touchedAt: AT,
};
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

describe('the name of an attachment', () => {
  it.each<[string, MediaType, string]>([
    ['漏水.jpg', 'image/jpeg', '漏水.jpg'],
    ['IMG_1.JPEG', 'image/jpeg', 'IMG_1.jpeg'],
    ['/etc/passwd', 'image/png', 'passwd.png'],
    ['C:\\fakepath\\厨房.png', 'image/png', '厨房.png'],
    ['../../x.pdf', 'application/pdf', 'x.pdf'],
    ['photo.exe', 'image/jpeg', 'photo.exe.jpg'],
    ['invoice\u202Efdp.exe', 'application/pdf', 'invoicefdp.exe.pdf'],
    ['a\u0000b\r\nSet-Cookie: x.docx', DOCX, 'abSet-Cookie x.docx'],
    ['a\u200Bb\u2066c.webp', 'image/webp', 'abc.webp'],
    ['"quoted"<b>.png', 'image/png', 'quotedb.png'],
    ['', 'image/png', '附件.png'],
    ['...', 'image/png', '附件.png'],
    ['.jpg', 'image/jpeg', 'jpg.jpg'],
    ['..', 'application/pdf', '附件.pdf'],
    ['👩‍🔧 检修.jpg', 'image/jpeg', '👩🔧 检修.jpg'],
    [`${'长'.repeat(500)}.pdf`, 'application/pdf', `${'长'.repeat(120)}.pdf`],
    [`${'🔧'.repeat(500)}`, 'image/png', `${'🔧'.repeat(120)}.png`],
  ])('%#: has no folder, no trick and the ending of its type', (written, mediaType, expected) => {
    expect(attachmentName(written, mediaType)).toBe(expected);
  });
});

describe('a claim', () => {
  const claimed: Attachment = { ...UPLOAD, state: 'claimed', claim: 'ticket:t1' };

  it.each<[string, Attachment, string | undefined, AttachmentClaim, boolean]>([
    ['a pending upload of a reporter by whoever knows it', UPLOAD, undefined, 'ticket:t1', true],
    ['a reporter’s upload by staff', UPLOAD, 'p1', 'ticket:t1', false],
    ['their own upload by staff', { ...UPLOAD, uploadedBy: 'p1' }, 'p1', 'ticket:t1', true],
    ["a colleague's upload", { ...UPLOAD, uploadedBy: 'p2' }, 'p1', 'ticket:t1', false],
    ["staff's upload by a reporter", { ...UPLOAD, uploadedBy: 'p2' }, undefined, 'ticket:t1', false],
    ['the same upload again', claimed, undefined, 'ticket:t1', true],
    ['for another ticket', claimed, undefined, 'ticket:t2', false],
    ['for a submission', claimed, undefined, 'submission:t1', false],
    ['what the same ticket lists already', { ...claimed, state: 'attached' }, undefined, 'ticket:t1', true],
    ['what another ticket lists', { ...claimed, state: 'attached' }, undefined, 'ticket:t2', false],
    ['what is being swept away', { ...claimed, state: 'discarded' }, undefined, 'ticket:t1', false],
  ])('%s', (_what, attachment, uploader, claim, allowed) => {
    expect(mayClaim(attachment, uploader, claim)).toBe(allowed);
  });
});

describe('what a reporter sees', () => {
  const listed = (overrides: Partial<TicketAttachment>): TicketAttachment => ({
    ...listedAs(UPLOAD, { visibility: 'public', by: 'reporter', at: AT, purpose: 'report' }),
    ...overrides,
  });
  const later = new Date(AT.getTime() + 60_000);
  const submitted = {
    text: '已修好',
    submittedAt: AT,
    submittedBy: { id: 'p1', name: '张三' },
    onTime: true,
    onTimeOriginally: true,
  };
  const report = listed({ id: 'report' });
  const internal = listed({ id: 'internal', visibility: 'internal', by: 'staff' });
  const result = listed({ id: 'result', by: 'staff', purpose: 'result' });
  const redone = listed({ id: 'redone', by: 'staff', purpose: 'result', at: later });
  const attachments = [report, internal, result, redone];
  const ticket = aTicket().build();

  it('is the public part, and of a result nothing that no head has approved', () => {
    expect(attachmentsForReporter({ ...ticket, attachments })).toEqual([report]);
    expect(attachmentsForReporter({ ...ticket, attachments, result: submitted })).toEqual([report]);
    const approved = { ...submitted, approvedAt: later };
    expect(attachmentsForReporter({ ...ticket, attachments, result: approved })).toEqual([report, result]);
  });
});
