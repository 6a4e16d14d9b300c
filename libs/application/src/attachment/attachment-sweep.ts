import { type Attachment, type AttachmentClaim, type Ticket, UPLOAD_KEPT_HOURS } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { AttachmentRepository } from '../ports/attachment-repository.port';
import { Clock } from '../ports/clock.port';
import { FileStore } from '../ports/file-store.port';
import { TicketRepository } from '../ports/ticket-repository.port';
import { ATTACHMENT_FOLDER, attachmentIdOf, removeAttachmentFiles } from './attachment-files';

const HOUR_MS = 3_600_000;
const BATCH = 200;

/** Settles what became of uploads: those that no ticket lists go, whatever crash has left them. */
@Injectable()
export class AttachmentSweep {
  constructor(
    private readonly attachments: AttachmentRepository,
    private readonly tickets: TicketRepository,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  /** Answers how many uploads were removed. Any number of processes may do it at once. */
  async execute(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - UPLOAD_KEPT_HOURS * HOUR_MS);
    return (await this.settleRecords(before)) + (await this.removeStrays(before));
  }

  private async settleRecords(before: Date): Promise<number> {
    let removed = 0;
    for (;;) {
      const batch = await this.attachments.unsettled(before, BATCH);
      if (batch.length === 0) return removed;
      for (const attachment of batch) if (await this.settle(attachment)) removed += 1;
    }
  }

  /** Whether it was removed. From being discarded on nobody can claim it, so that its files can go. */
  private async settle(attachment: Attachment): Promise<boolean> {
    if (await this.isListed(attachment)) {
      await this.attachments.settle(attachment, 'attached');
      return false;
    }
    const ours = attachment.state === 'discarded' || (await this.attachments.settle(attachment, 'discarded'));
    if (!ours) return false;
    await removeAttachmentFiles(this.files, attachment.id);
    await this.attachments.remove(attachment.id);
    return true;
  }

  private async isListed({ id, claim }: Attachment): Promise<boolean> {
    const ticket = claim && (await this.ticketOf(claim));
    return ticket?.attachments.some((listed) => listed.id === id) ?? false;
  }

  private async ticketOf(claim: AttachmentClaim): Promise<Ticket | undefined> {
    const [kind, ...rest] = claim.split(':');
    // Idempotency keys may hold colons themselves.
    const key = rest.join(':');
    return kind === 'ticket' ? this.tickets.byId(key) : (await this.tickets.byIdempotencyKey(key))?.ticket;
  }

  /** Files without a record: none is ever written so, but a restored backup may know more files than records. */
  private async removeStrays(before: Date): Promise<number> {
    let removed = 0;
    let old = new Set<string>();
    const removeUnknown = async () => {
      const known = new Set((await this.attachments.byIds([...old])).map(({ id }) => id));
      for (const id of old) {
        if (known.has(id)) continue;
        await removeAttachmentFiles(this.files, id);
        removed += 1;
      }
      old = new Set();
    };
    for await (const { key, modifiedAt } of this.files.list(ATTACHMENT_FOLDER)) {
      if (modifiedAt < before) old.add(attachmentIdOf(key));
      if (old.size >= BATCH) await removeUnknown();
    }
    await removeUnknown();
    return removed;
  }
}
