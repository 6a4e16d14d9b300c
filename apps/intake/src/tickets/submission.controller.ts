import { actorOf, Ids, REPORTER, SubmitTicketHandler } from '@app/application';
import { submittedTicketSchema, submitTicketSchema } from '@app/contracts/http';
import { type Person, type Submission } from '@app/domain';
import { currentCorrelationId, ProblemException } from '@app/platform';
import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { type z } from 'zod';
import { Public } from '../access/access.decorator';
import { CurrentPerson } from '../access/current-person.decorator';
import { RateLimited } from '../limits/rate-limited.decorator';
import { API } from '../requests/api-path';
import { canonicalJson, IDEMPOTENCY_HEADER, idempotencyKeyOf } from '../requests/idempotency-key';
import { Problems } from '../requests/problems.decorator';

class SubmitTicketDto extends createZodDto(submitTicketSchema) {}
class SubmittedTicketDto extends createZodDto(submittedTicketSchema) {}

@ApiTags('public')
@Controller(`${API}/tickets`)
export class SubmissionController {
  constructor(
    private readonly handler: SubmitTicketHandler,
    private readonly ids: Ids,
  ) {}

  /** A 201 means that the ticket is stored, whatever happens to any process afterwards. */
  @Post()
  @Public()
  @RateLimited('submit')
  @ApiHeader(IDEMPOTENCY_HEADER)
  @Problems('REQUEST.IDEMPOTENCY_KEY_REUSED')
  @ZodResponse({ status: 201, type: SubmittedTicketDto })
  async submit(
    @Body() body: SubmitTicketDto,
    @CurrentPerson() person: Person | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const key = idempotencyKeyOf(request);
    const correlationId = currentCorrelationId();
    // An anonymous report says nothing of who was logged in, not even in the record.
    const known = person && !isAnonymousReport(body, person) ? person : undefined;
    const created = await this.handler.one({
      submission: submissionOf(body, person),
      actor: known ? actorOf(known) : REPORTER,
      ...(key === undefined
        ? {}
        : {
            idempotencyKey: `http:${known?.id ?? 'public'}:${this.ids.hash(key)}`,
            requestHash: this.ids.hash(canonicalJson(body)),
          }),
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
}

function isAnonymousReport(body: { anonymous?: boolean | undefined }, person: Person): boolean {
  return body.anonymous === true && person.role === 'reporter';
}

/** Staff report on behalf of someone, so the contact data is that person's; a reporter's own account fills gaps. */
function submissionOf(body: z.output<typeof submitTicketSchema>, person: Person | undefined): Submission {
  const { title, description, category, location, contact = {}, anonymous = false } = body;
  const account = person?.role === 'reporter' && !anonymous ? person : undefined;
  const name = contact.name ?? account?.name;
  const email = contact.email ?? account?.email;
  return {
    title,
    description,
    ...(category === undefined ? {} : { statedCategory: category }),
    ...(location === undefined ? {} : { location }),
    source: { kind: person && person.role !== 'reporter' ? 'staff' : 'online' },
    reporter: {
      anonymous,
      ...(account ? { userId: account.id } : {}),
      ...(name === undefined ? {} : { name }),
      ...(contact.phone === undefined ? {} : { phone: contact.phone }),
      ...(email === undefined ? {} : { email }),
    },
  };
}
