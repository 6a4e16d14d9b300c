import {
  Actors,
  AttachmentDesk,
  type FilledIn,
  IdentityVault,
  Ids,
  REPORTER,
  ReportForm,
  SubmitTicketHandler,
  type Understood,
} from '@app/application';
import { submittedTicketSchema, submitTicketSchema } from '@app/contracts/http';
import {
  type GivenReporter,
  type Identity,
  type Person,
  type Submission,
  type TicketAttachment,
} from '@app/domain';
import { currentCorrelationId, ProblemException } from '@app/platform';
import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { Public } from '../access/access.decorator';
import { CurrentPerson } from '../access/current-person.decorator';
import { sideOf, uploaderOf } from '../attachments/uploader';
import { RateLimited } from '../limits/rate-limited.decorator';
import { API } from '../requests/api-path';
import { canonicalJson, IDEMPOTENCY_HEADER, idempotencyKeyOf } from '../requests/idempotency-key';
import { Problems } from '../requests/problems.decorator';
import { valueOf } from '../requests/refusal';

class SubmitTicketDto extends createZodDto(submitTicketSchema) {}
class SubmittedTicketDto extends createZodDto(submittedTicketSchema) {}

@ApiTags('public')
@Controller(`${API}/tickets`)
export class SubmissionController {
  constructor(
    private readonly handler: SubmitTicketHandler,
    private readonly actors: Actors,
    private readonly ids: Ids,
    private readonly vault: IdentityVault,
    private readonly attachments: AttachmentDesk,
    private readonly form: ReportForm,
  ) {}

  /** A 201 means that the ticket is stored, whatever happens to any process afterwards. */
  @Post()
  @Public()
  @RateLimited('submit')
  @ApiHeader(IDEMPOTENCY_HEADER)
  @Problems(
    'REQUEST.IDEMPOTENCY_KEY_REUSED',
    'TICKET.ANSWERS_INVALID',
    'TICKET.SERVICE_POINT_UNKNOWN',
    'ATTACHMENT.NOT_FOUND',
    'ATTACHMENT.TOO_MANY',
  )
  @ZodResponse({ status: 201, type: SubmittedTicketDto })
  async submit(
    @Body() body: SubmitTicketDto,
    @CurrentPerson() person: Person | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    // Uploads are taken for the key, before there is a ticket that could take them.
    const key = idempotencyKeyOf(request) ?? (body.attachments ? this.ids.secret() : undefined);
    const correlationId = currentCorrelationId();
    const reporter = reporterOf(body, person);
    const understood = valueOf(await this.form.read(filledInOf(body)));
    const actor = person ? await this.actors.of(person) : REPORTER;
    const repeatable = key === undefined ? undefined : this.repeatable(key, body, reporter, person);
    const claimed =
      repeatable &&
      (await this.attachments.claim({
        ids: body.attachments ?? [],
        claim: `submission:${repeatable.idempotencyKey}`,
        uploader: uploaderOf(person),
        visibility: 'public',
        by: sideOf(actor),
        purpose: 'report',
      }));
    const created = await this.handler.one({
      submission: submissionOf(body, person, reporter, {
        ...understood,
        attachments: claimed ? valueOf(claimed) : [],
      }),
      actor,
      ...repeatable,
      ...(correlationId === undefined ? {} : { correlationId }),
    });
    if (created.outcome === 'existed') {
      if (!created.sameRequest) throw new ProblemException('REQUEST.IDEMPOTENCY_KEY_REUSED');
      void reply.header('idempotency-replayed', 'true');
    }
    const { number, trackingCode } = created.ticket;
    return {
      number,
      trackingCode,
      // A repeat is answered as the first time, however far the ticket has come since.
      status: 'submitted',
      links: { tracking: `/${API}/tracking/${trackingCode}`, self: `/${API}/tickets/${number}` },
    };
  }

  /**
   * What tells a repeat, stored beside the ticket. It says nothing of an anonymous reporter's account, and of who is
   * not named nothing that could be found out by trying names and numbers.
   */
  private repeatable(
    key: string,
    body: SubmitTicketDto,
    { identity }: GivenReporter,
    person: Person | undefined,
  ): { readonly idempotencyKey: string; readonly requestHash: string } {
    const scope = identity === 'anonymous' && person?.role === 'reporter' ? undefined : person?.id;
    const content = canonicalJson(body);
    return identity === 'named'
      ? {
          idempotencyKey: `http:${scope ?? 'public'}:${this.ids.hash(key)}`,
          requestHash: this.ids.hash(content),
        }
      : {
          idempotencyKey: `http:${this.vault.blind(`key/${scope ?? 'public'}/${key}`)}`,
          requestHash: this.vault.blind(content),
        };
  }
}

/** Staff report on behalf of someone, so the contact data is that person's; a reporter's own account fills gaps. */
function reporterOf(body: SubmitTicketDto, person: Person | undefined): GivenReporter {
  const { contact = {}, anonymous } = body;
  const identity: Identity = body.identity ?? (anonymous ? 'anonymous' : 'named');
  if (anonymous !== undefined && anonymous !== (identity === 'anonymous'))
    throw new ProblemException('REQUEST.INVALID', {
      errors: [{ pointer: '/anonymous', detail: '与 identity 矛盾 / contradicts identity' }],
    });
  const account = person?.role === 'reporter' && identity !== 'anonymous' ? person : undefined;
  const name = contact.name ?? account?.name;
  const email = contact.email ?? account?.email;
  const known = {
    ...(account ? { userId: account.id } : {}),
    ...(name === undefined ? {} : { name }),
    ...(contact.phone === undefined ? {} : { phone: contact.phone }),
    ...(email === undefined ? {} : { email }),
  };
  if (identity === 'hidden' && Object.keys(known).length === 0)
    throw new ProblemException('REQUEST.INVALID', {
      errors: [
        {
          pointer: '/contact',
          detail:
            '隐藏身份须留下联系方式，否则请选择匿名 / nothing to hide: leave a contact, or stay anonymous',
        },
      ],
    });
  return { identity, ...known };
}

function submissionOf(
  { title, description, category, location }: SubmitTicketDto,
  person: Person | undefined,
  reporter: GivenReporter,
  { attachments, ...understood }: Understood & { readonly attachments: readonly TicketAttachment[] },
): Submission {
  return {
    title,
    description,
    ...understood,
    ...(category === undefined ? {} : { statedCategory: category }),
    ...(location === undefined ? {} : { location }),
    source: { kind: person && person.role !== 'reporter' ? 'staff' : 'online' },
    reporter,
    attachments,
  };
}

function filledInOf({ category, answers, servicePoint }: SubmitTicketDto): FilledIn {
  return {
    ...(category === undefined ? {} : { category }),
    ...(answers === undefined ? {} : { answers }),
    ...(servicePoint === undefined ? {} : { servicePoint }),
  };
}
