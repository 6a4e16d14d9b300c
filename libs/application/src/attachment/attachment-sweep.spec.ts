import { type Attachment, listedAs, type Ticket } from '@app/domain';
import { Readable } from 'node:stream';
import { aTicket, START } from '../../../../test/builders/ticket.builder';
import { anUpload } from '../../../../test/builders/upload.builder';
import { FakeAttachmentRepository } from '../../../../test/fakes/attachments.fake';
import { FakeFileStore } from '../../../../test/fakes/file-store.fake';
import { FakeClock } from '../../../../test/fakes/system.fake';
import { FakeTicketRepository } from '../../../../test/fakes/tickets.fake';
import { attachmentKey } from './attachment-files';
import { AttachmentSweep } from './attachment-sweep';

const HOUR_MS = 3_600_000;
let clock: FakeClock;
let attachments: FakeAttachmentRepository;
let tickets: FakeTicketRepository;
let files: FakeFileStore;
let sweep: AttachmentSweep;
beforeEach(() => {
  clock = new FakeClock();
  attachments = new FakeAttachmentRepository();
  tickets = new FakeTicketRepository();
  files = new FakeFileStore(() => clock.now());
  sweep = new AttachmentSweep(attachments, tickets, files, clock);
});

async function kept(overrides: Partial<Attachment> = {}): Promise<Attachment> {
  const attachment = anUpload(overrides);
  await attachments.create(attachment);
  await putFiles(attachment.id);
  return attachment;
}
async function putFiles(id: string): Promise<void> {
  for (const variant of ['file', 'thumbnail'] as const)
    await files.put(attachmentKey(id, variant), Readable.from(['x']), 10);
}
const stateOf = ({ id }: Attachment) => attachments.rows.get(id)?.state;
const hasFiles = ({ id }: Pick<Attachment, 'id'>) => files.files.has(attachmentKey(id, 'file'));

async function ticketListing(attachment: Attachment, idempotencyKey?: string): Promise<Ticket> {
  const listing = { visibility: 'public', by: 'reporter', at: START, purpose: 'report' } as const;
  const ticket = { ...aTicket().build(), attachments: [listedAs(attachment, listing)] };
  await tickets.create([{ ticket, events: [], ...(idempotencyKey === undefined ? {} : { idempotencyKey }) }]);
  return ticket;
}

it('removes an upload that nobody has listed for a day, files and record', async () => {
  const upload = await kept();
  clock.advance(23 * HOUR_MS);
  const young = await kept({ touchedAt: clock.now() });
  expect(await sweep.execute()).toBe(0);
  clock.advance(2 * HOUR_MS);
  expect(await sweep.execute()).toBe(1);
  expect([stateOf(upload), hasFiles(upload)]).toEqual([undefined, false]);
  expect([stateOf(young), hasFiles(young)]).toEqual(['pending', true]);
});

it('keeps what a ticket lists, whether a command or a submission has claimed it', async () => {
  const byCommand = await kept({ state: 'claimed' });
  const ticket = await ticketListing(byCommand);
  const bySubmission = await kept({ state: 'claimed' });
  await ticketListing(bySubmission, 'http:public:key');
  const claims = {
    [byCommand.id]: `ticket:${ticket.id}`,
    [bySubmission.id]: 'submission:http:public:key',
  } as const;
  for (const [id, claim] of Object.entries(claims))
    attachments.rows.set(id, { ...attachments.rows.get(id)!, claim });
  clock.advance(25 * HOUR_MS);
  expect(await sweep.execute()).toBe(0);
  expect([stateOf(byCommand), stateOf(bySubmission)]).toEqual(['attached', 'attached']);
  expect(await attachments.unsettled(clock.now(), 10)).toEqual([]);
});

it('removes what was claimed by a command that failed, or for a ticket that never came to be', async () => {
  const ticket = aTicket().build();
  await tickets.create([{ ticket, events: [] }]);
  const claims = [`ticket:${ticket.id}`, 'ticket:none', 'submission:none'] as const;
  for (const claim of claims) await kept({ state: 'claimed', claim });
  clock.advance(25 * HOUR_MS);
  expect(await sweep.execute()).toBe(3);
  expect([attachments.rows.size, files.files.size]).toEqual([0, 0]);
});

it('leaves an upload alone that is claimed while it looks at it', async () => {
  const upload = await kept();
  clock.advance(25 * HOUR_MS);
  const settle = attachments.settle.bind(attachments);
  jest.spyOn(attachments, 'settle').mockImplementationOnce(async (...given) => {
    const by = { uploader: undefined, claim: 'ticket:t1', at: clock.now() } as const;
    expect(await attachments.claim(upload.id, by)).toBe(true);
    return settle(...given);
  });
  expect(await sweep.execute()).toBe(0);
  expect([stateOf(upload), hasFiles(upload)]).toEqual(['claimed', true]);
});

it('finishes what a crash has left: half of the files, half of the removal', async () => {
  const withoutFiles = anUpload();
  await attachments.create(withoutFiles);
  const removed = await kept();
  clock.advance(25 * HOUR_MS);
  jest.spyOn(files, 'remove').mockRejectedValueOnce(new Error('the power went'));
  await expect(sweep.execute()).rejects.toThrow('the power went');
  expect(await sweep.execute()).toBe(2);
  expect([stateOf(withoutFiles), stateOf(removed), files.files.size]).toEqual([undefined, undefined, 0]);
});

it('removes old files that have no record, and no other files', async () => {
  const upload = await kept({ state: 'attached' });
  for (let stray = 0; stray < 250; stray += 1) await putFiles(anUpload().id);
  await files.put('imports/waiting', Readable.from(['x']), 10);
  clock.advance(25 * HOUR_MS);
  const young = anUpload();
  await putFiles(young.id);
  expect(await sweep.execute()).toBe(250);
  expect([hasFiles(upload), hasFiles(young), files.files.has('imports/waiting')]).toEqual([true, true, true]);
});
