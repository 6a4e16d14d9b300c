import { type Attachment, attachmentName, isImage, type MediaType } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import { AttachmentRepository } from '../../ports/attachment-repository.port';
import { Clock } from '../../ports/clock.port';
import { FileStore, FileTooLarge, type HeldFile, Spool } from '../../ports/file-store.port';
import { Ids } from '../../ports/ids.port';
import { ImageDamaged, MediaReader } from '../../ports/media-reader.port';
import { VirusScanner } from '../../ports/virus-scanner.port';
import { done, refused, type Result } from '../../result.types';
import { attachmentKey } from '../attachment-files';

export interface UploadAttachmentCommand {
  readonly fileName: string;
  readonly content: Readable;
  readonly maxBytes: number;
  /** The member of staff who uploads; absent for everyone else. */
  readonly uploadedBy?: string;
}

/** What is going to be kept of an upload. */
interface Kept {
  readonly mediaType: MediaType;
  readonly content: () => Readable;
  readonly size: number;
  readonly thumbnail?: Uint8Array;
}

const ID_LENGTH = 32;

@Injectable()
export class UploadAttachmentHandler {
  constructor(
    private readonly attachments: AttachmentRepository,
    private readonly files: FileStore,
    private readonly spool: Spool,
    private readonly media: MediaReader,
    private readonly scanner: VirusScanner,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Looks at the file where nothing else can reach it, then keeps it, durable before it answers. Throws
   * ScannerUnavailable where nobody can say whether it is infected.
   */
  async execute(command: UploadAttachmentCommand): Promise<Result<Attachment>> {
    try {
      return await this.spool.hold(command.content, command.maxBytes, async (file) => {
        const seen = await this.look(file);
        return seen.ok ? this.keep(seen.value, command) : seen;
      });
    } catch (error) {
      if (error instanceof FileTooLarge) return tooLarge(command.maxBytes);
      if (error instanceof ImageDamaged) return refused('ATTACHMENT.DAMAGED', error.message);
      throw error;
    }
  }

  private async look({ path, bytes, open }: HeldFile): Promise<Result<Kept>> {
    if (bytes === 0) return refused('ATTACHMENT.FILE_MISSING', 'The file is empty.');
    const mediaType = await this.media.typeOf(path);
    if (mediaType === undefined)
      return refused(
        'ATTACHMENT.UNSUPPORTED_TYPE',
        'By its content the file is none of JPEG, PNG, WebP, PDF, Word (.docx) and Excel (.xlsx).',
      );
    const found = await this.scanner.scan(path);
    if (found !== undefined) return refused('ATTACHMENT.INFECTED', `The scanner found ${found}.`);
    if (!isImage(mediaType)) return done({ mediaType, size: bytes, content: open });
    const { content, thumbnail } = await this.media.redraw(path, mediaType);
    return done({ mediaType, size: content.length, content: () => Readable.from([content]), thumbnail });
  }

  /** The record first: what a crash leaves behind is found by it, and goes with it. */
  private async keep(kept: Kept, command: UploadAttachmentCommand): Promise<Result<Attachment>> {
    const { mediaType, size, thumbnail } = kept;
    if (size > command.maxBytes) return tooLarge(command.maxBytes);
    const id = this.ids.hash(this.ids.secret()).slice(0, ID_LENGTH);
    const attachment: Attachment = {
      id,
      state: 'pending',
      name: attachmentName(command.fileName, mediaType),
      mediaType,
      size,
      thumbnail: thumbnail !== undefined,
      ...(command.uploadedBy === undefined ? {} : { uploadedBy: command.uploadedBy }),
      touchedAt: this.clock.now(),
    };
    await this.attachments.create(attachment);
    await this.files.put(attachmentKey(id, 'file'), kept.content(), command.maxBytes);
    if (thumbnail)
      await this.files.put(attachmentKey(id, 'thumbnail'), Readable.from([thumbnail]), command.maxBytes);
    return done(attachment);
  }
}

function tooLarge(maxBytes: number) {
  return refused('ATTACHMENT.TOO_LARGE', `A file may have ${Math.floor(maxBytes / 1_048_576)} MB at most.`);
}
