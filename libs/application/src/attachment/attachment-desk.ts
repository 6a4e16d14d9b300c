import {
  type Attachment,
  type AttachmentClaim,
  listedAs,
  mayClaim,
  MOST_ATTACHMENTS_AT_ONCE,
  type TicketAttachment,
} from '@app/domain';
import { Injectable } from '@nestjs/common';
import { type Readable } from 'node:stream';
import { AttachmentRepository } from '../ports/attachment-repository.port';
import { Clock } from '../ports/clock.port';
import { FileStore } from '../ports/file-store.port';
import { done, refused, type Result } from '../result.types';
import { attachmentKey, type AttachmentVariant } from './attachment-files';

/** For what uploads are taken, by whom, and how the ticket is to list them. */
export interface ClaimAttachments extends Pick<TicketAttachment, 'visibility' | 'by' | 'purpose'> {
  readonly ids: readonly string[];
  readonly claim: AttachmentClaim;
  /** The member of staff whose uploads they are; undefined for everyone else's. */
  readonly uploader: string | undefined;
}

/** Uploads that are there: taken for a ticket, and read. */
@Injectable()
export class AttachmentDesk {
  constructor(
    private readonly attachments: AttachmentRepository,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes uploads for one ticket or submission, which nobody else can list from then on; repeating it succeeds.
   * Whether an upload is somebody else's, taken or not there at all is one answer. What was taken and is not listed
   * in the end is swept away.
   */
  async claim({
    ids,
    claim,
    uploader,
    ...listing
  }: ClaimAttachments): Promise<Result<readonly TicketAttachment[]>> {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) return done([]);
    if (wanted.length > MOST_ATTACHMENTS_AT_ONCE)
      return refused('ATTACHMENT.TOO_MANY', `${MOST_ATTACHMENTS_AT_ONCE} files at a time at most.`);
    const found = new Map((await this.attachments.byIds(wanted)).map((each) => [each.id, each]));
    // All are looked at first: as a rule none is taken where one cannot be.
    const theirs = wanted
      .flatMap((id) => found.get(id) ?? [])
      .filter((each) => mayClaim(each, uploader, claim));
    if (theirs.length < wanted.length) return notFound();
    const at = this.clock.now();
    for (const { id } of theirs)
      if (!(await this.attachments.claim(id, { uploader, claim, at }))) return notFound();
    return done(theirs.map((each) => listedAs(each, { ...listing, at })));
  }

  /** An upload with its content; whether it may be read is a question that was answered before. */
  async open(
    id: string,
    variant: AttachmentVariant,
  ): Promise<Result<{ readonly attachment: Attachment; readonly content: Readable }>> {
    const [attachment] = await this.attachments.byIds([id]);
    const there = attachment && attachment.state !== 'discarded';
    if (!there || (variant === 'thumbnail' && !attachment.thumbnail)) return notFound();
    return done({ attachment, content: await this.files.open(attachmentKey(id, variant)) });
  }
}

function notFound() {
  return refused('ATTACHMENT.NOT_FOUND', 'There is no such upload, or it belongs to something else.');
}
