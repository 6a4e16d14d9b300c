import { actorOf, ExecuteTicketCommandHandler, REPORTER, TicketDesk } from '@app/application';
import { publicCommentSchema, rateSchema, trackedTicketSchema } from '@app/contracts/http';
import { type Person, type Ticket, type TicketCommand } from '@app/domain';
import { currentCorrelationId } from '@app/platform';
import { Body, Controller, Get, Ip, Param, Post, Req } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { Public } from '../access/access.decorator';
import { CurrentPerson } from '../access/current-person.decorator';
import { RateLimited } from '../limits/rate-limited.decorator';
import { TrackingMisses } from '../limits/rate-limits';
import { API } from '../requests/api-path';
import { IDEMPOTENCY_HEADER } from '../requests/idempotency-key';
import { Problems } from '../requests/problems.decorator';
import { valueOf } from '../requests/refusal';
import { CommandIds } from './command-ids';
import { TicketViews } from './ticket-views';

class TrackedTicketDto extends createZodDto(trackedTicketSchema) {}
class RateDto extends createZodDto(rateSchema) {}
class PublicCommentDto extends createZodDto(publicCommentSchema) {}

/** For whoever has a tracking code. Codes that do not exist all get the same answer, and only so many of them; what is written counts as a submission. */
@ApiTags('public')
@Controller(`${API}/tracking`)
@Public()
@RateLimited('track')
export class TrackingController {
  constructor(
    private readonly desk: TicketDesk,
    private readonly commands: ExecuteTicketCommandHandler,
    private readonly misses: TrackingMisses,
    private readonly commandIds: CommandIds,
    private readonly views: TicketViews,
  ) {}

  @Get(':trackingCode')
  @Problems('TICKET.NOT_FOUND')
  @ZodResponse({ status: 200, type: TrackedTicketDto })
  async track(@Param('trackingCode') code: string, @Ip() address: string) {
    return this.views.tracked(await this.find(code, address));
  }

  @Post(':trackingCode/rating')
  @RateLimited('submit')
  @ApiHeader(IDEMPOTENCY_HEADER)
  @Problems(
    'TICKET.NOT_FOUND',
    'TICKET.ILLEGAL_TRANSITION',
    'TICKET.NOT_ALLOWED',
    'TICKET.REASON_REQUIRED',
    'TICKET.ALREADY_RATED',
    'TICKET.CONFLICT',
    'REQUEST.IDEMPOTENCY_KEY_REUSED',
  )
  @ZodResponse({ status: 200, type: TrackedTicketDto })
  async rateTracked(
    @Param('trackingCode') code: string,
    @Body() body: RateDto,
    @Ip() address: string,
    @CurrentPerson() person: Person | undefined,
    @Req() request: FastifyRequest,
  ) {
    const { comment, ...answer } = body;
    const command = { name: 'rate', ...answer, ...(comment === undefined ? {} : { comment }) } as const;
    return this.give(command, await this.find(code, address), person, request);
  }

  @Post(':trackingCode/comments')
  @RateLimited('submit')
  @ApiHeader(IDEMPOTENCY_HEADER)
  @Problems(
    'TICKET.NOT_FOUND',
    'TICKET.ILLEGAL_TRANSITION',
    'TICKET.COMMENT_LIMIT',
    'TICKET.CONFLICT',
    'REQUEST.IDEMPOTENCY_KEY_REUSED',
  )
  @ZodResponse({ status: 200, type: TrackedTicketDto })
  async commentTracked(
    @Param('trackingCode') code: string,
    @Body() { text }: PublicCommentDto,
    @Ip() address: string,
    @CurrentPerson() person: Person | undefined,
    @Req() request: FastifyRequest,
  ) {
    return this.give(
      { name: 'comment', text, visibility: 'public' },
      await this.find(code, address),
      person,
      request,
    );
  }

  private async find(written: string, address: string): Promise<Ticket> {
    await this.misses.refuseGuesser(address);
    const result = await this.desk.track(trackingCodeOf(written));
    if (!result.ok) await this.misses.count(address);
    return valueOf(result);
  }

  private async give(
    command: TicketCommand,
    ticket: Ticket,
    person: Person | undefined,
    request: FastifyRequest,
  ) {
    // An owner who has got hold of the code stays the owner, who may not rate their own work.
    const actor = person && person.id === ticket.owner?.id ? actorOf(person) : REPORTER;
    const { commandId, repeated } = this.commandIds.of(request, ticket, command);
    if (repeated) return this.views.tracked(ticket);
    const correlationId = currentCorrelationId();
    const result = await this.commands.execute(ticket.id, {
      command,
      actor,
      ...(commandId === undefined ? {} : { commandId }),
      ...(correlationId === undefined ? {} : { correlationId }),
    });
    return this.views.tracked(valueOf(result));
  }
}

/** The code as it was given out, however it was copied: case, spaces, dashes and full width do not matter. */
export function trackingCodeOf(written: string): string {
  const code = written
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  return code.match(/.{1,4}/g)?.join('-') ?? '';
}
