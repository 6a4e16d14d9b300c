import { AttachmentDesk, UploadAttachmentHandler } from '@app/application';
import { attachmentLinkQuerySchema, uploadedAttachmentSchema } from '@app/contracts/http';
import { isImage, MEDIA_TYPES, type Person } from '@app/domain';
import { CONFIG, type IntakeConfig, ProblemException } from '@app/platform';
import { Controller, Get, Inject, Param, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { Public } from '../access/access.decorator';
import { CurrentPerson } from '../access/current-person.decorator';
import { RateLimited } from '../limits/rate-limited.decorator';
import { API } from '../requests/api-path';
import { Problems } from '../requests/problems.decorator';
import { valueOf } from '../requests/refusal';
import { openUpload } from '../requests/upload.reader';
import { AttachmentLinks } from './attachment-links';
import { presentUpload } from './attachment.presenter';
import { uploaderOf } from './uploader';

class UploadedAttachmentDto extends createZodDto(uploadedAttachmentSchema) {}
class AttachmentLinkQueryDto extends createZodDto(attachmentLinkQuerySchema) {}

const VARIANTS = ['file', 'thumbnail'] as const;
const FILE = { schema: { type: 'string', format: 'binary' } };
const UPLOAD = {
  type: 'object',
  required: ['file'],
  properties: {
    file: {
      type: 'string',
      format: 'binary',
      description: 'JPEG, PNG, WebP, PDF, .docx or .xlsx, by its content whatever it is called.',
    },
  },
};

/** Files come here before what they belong to, and leave here by links that their ticket's answer holds. */
@ApiTags('public')
@Controller(`${API}/attachments`)
@Public()
export class AttachmentsController {
  constructor(
    private readonly uploading: UploadAttachmentHandler,
    private readonly desk: AttachmentDesk,
    private readonly links: AttachmentLinks,
    @Inject(CONFIG) private readonly config: IntakeConfig,
  ) {}

  /** What no ticket lists within a day is removed. */
  @Post()
  @RateLimited('upload')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: UPLOAD })
  @Problems(
    'ATTACHMENT.FILE_MISSING',
    'ATTACHMENT.TOO_LARGE',
    'ATTACHMENT.UNSUPPORTED_TYPE',
    'ATTACHMENT.DAMAGED',
    'ATTACHMENT.INFECTED',
  )
  @ZodResponse({ status: 201, type: UploadedAttachmentDto })
  async upload(@CurrentPerson() person: Person | undefined, @Req() request: FastifyRequest) {
    const maxBytes = this.config.UPLOAD_MAX_BYTES;
    const { fileName, content, discard } = await openUpload(request, {
      maxBytes,
      tooLarge: 'ATTACHMENT.TOO_LARGE',
      missing: 'ATTACHMENT.FILE_MISSING',
    });
    const uploadedBy = uploaderOf(person);
    try {
      const kept = await this.uploading.execute({
        fileName,
        content,
        maxBytes,
        ...(uploadedBy === undefined ? {} : { uploadedBy }),
      });
      return presentUpload(valueOf(kept));
    } catch (error) {
      await discard();
      throw error;
    }
  }

  /** The link is the right to it. A page opened from it may do nothing, whatever a document holds. */
  @Get(':id/:variant')
  @ApiParam({ name: 'variant', enum: VARIANTS })
  @ApiOkResponse({ content: Object.fromEntries(MEDIA_TYPES.map((type) => [type, FILE])) })
  @Problems('ATTACHMENT.LINK_INVALID', 'ATTACHMENT.NOT_FOUND')
  async download(
    @Param('id') id: string,
    @Param('variant') written: string,
    @Query() { expires, signature }: AttachmentLinkQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const variant = VARIANTS.find((each) => each === written);
    const seconds = this.links.secondsLeft(id, written, expires, signature);
    if (variant === undefined || seconds <= 0) throw new ProblemException('ATTACHMENT.LINK_INVALID');
    const { attachment, content } = valueOf(await this.desk.open(id, variant));
    const { name, mediaType, size } = attachment;
    void reply.headers({
      'cache-control': `private, max-age=${seconds}, immutable`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
    return variant === 'thumbnail'
      ? new StreamableFile(content, { type: 'image/webp', disposition: 'inline' })
      : new StreamableFile(content, {
          type: mediaType,
          length: size,
          disposition: dispositionOf(name, isImage(mediaType) ? 'inline' : 'attachment'),
        });
  }
}

/** RFC 6266: the name as it is for those who read it so, and one in ASCII for all others. */
function dispositionOf(name: string, kind: 'inline' | 'attachment'): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
