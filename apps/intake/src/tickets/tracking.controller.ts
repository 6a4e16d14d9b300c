import { Actors, AttachmentDesk, ExecuteTicketCommandHandler, REPORTER } from '@app/application';
import {
  attachTrackedSchema,
  publicCommentSchema,
  rateSchema,
  TICKET_COMMAND_SCHEMAS,
} from '@app/contracts/http';
import { type Actor, refuseByTable, speaksFor, type Ticket, type TicketCommand } from '@app/domain';
import { currentCorrelationId } from '@app/platform';
import { Body, Controller, Get, Ip, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { Public } from '../access/access.decorator';
import { sideOf, uploaderOf } from '../attachments/uploader';
import { RateLimited } from '../limits/rate-limited.decorator';
import { API } from '../requests/api-path';
import { Problems } from '../requests/problems.decorator';
import { valueOf } from '../requests/refusal';
import { CommandIds } from './command-ids';
import { TicketViews } from './ticket-views';
import { TrackedTickets } from './tracked-tickets';
import {
  TrackedAsked,
  TrackedCommand,
  type TrackedRequest,
  TrackedTicketDto,
} from './tracked-command.decorator';

class RateDto extends createZodDto(rateSchema) {}
class PublicCommentDto extends createZodDto(publicCommentSchema) {}
class AttachTrackedDto extends createZodDto(attachTrackedSchema) {}
class WithdrawTrackedDto extends createZodDto(TICKET_COMMAND_SCHEMAS.withdraw.default({})) {}
class UrgeTrackedDto extends createZodDto(TICKET_COMMAND_SCHEMAS.urge.default({})) {}
class ReopenTrackedDto extends createZodDto(TICKET_COMMAND_SCHEMAS.reopen) {}

/** For whoever has a tracking code; what is written counts as a submission. */
@ApiTags('public')
@Controller(`${API}/tracking`)
@Public()
@RateLimited('track')
export class TrackingController {
  constructor(
    private readonly commands: ExecuteTicketCommandHandler,
    private readonly tracked: TrackedTickets,
    private readonly actors: Actors,
    private readonly commandIds: CommandIds,
    private readonly views: TicketViews,
    private readonly attachments: AttachmentDesk,
  ) {}

  @Get(':trackingCode')
  @Problems('TICKET.NOT_FOUND')
  @ZodResponse({ status: 200, type: TrackedTicketDto })
  async track(@Param('trackingCode') code: string, @Ip() address: string) {
    return this.views.tracked(await this.tracked.find(code, address));
  }

  @TrackedCommand('rating', 'TICKET.REASON_REQUIRED', 'TICKET.ALREADY_RATED', 'TICKET.OWN_WORK')
  rateTracked(@TrackedAsked() asked: TrackedRequest, @Body() body: RateDto) {
    const { comment, ...answer } = body;
    return this.give(asked, { name: 'rate', ...answer, ...(comment === undefined ? {} : { comment }) });
  }

  @TrackedCommand('comments', 'TICKET.COMMENT_LIMIT')
  commentTracked(@TrackedAsked() asked: TrackedRequest, @Body() { text }: PublicCommentDto) {
    return this.give(asked, { name: 'comment', text, visibility: 'public' });
  }

  @TrackedCommand('withdraw')
  withdrawTracked(@TrackedAsked() asked: TrackedRequest, @Body() body: WithdrawTrackedDto) {
    return this.give(asked, { name: 'withdraw', ...body });
  }

  @TrackedCommand('urge', 'TICKET.URGE_TOO_EARLY', 'TICKET.URGED_TODAY')
  urgeTracked(@TrackedAsked() asked: TrackedRequest, @Body() body: UrgeTrackedDto) {
    return this.give(asked, { name: 'urge', ...body });
  }

  @TrackedCommand('reopen', 'TICKET.REASON_REQUIRED', 'TICKET.REOPEN_LIMIT', 'TICKET.REOPEN_TOO_LATE')
  reopenTracked(@TrackedAsked() asked: TrackedRequest, @Body() body: ReopenTrackedDto) {
    return this.give(asked, { name: 'reopen', ...body });
  }

  @TrackedCommand('attachments', 'ATTACHMENT.NOT_FOUND', 'ATTACHMENT.TOO_MANY', 'TICKET.ATTACHMENT_LIMIT')
  attachTracked(@TrackedAsked() asked: TrackedRequest, @Body() { attachments: ids }: AttachTrackedDto) {
    return this.carryOut(asked, 'attach', async (ticket, actor) => {
      const refusal = refuseByTable(ticket, 'attach', actor);
      if (refusal) return valueOf<never>(refusal);
      const claimed = await this.attachments.claim({
        ids,
        claim: `ticket:${ticket.id}`,
        uploader: uploaderOf(asked.person),
        visibility: 'public',
        by: sideOf(actor),
        purpose: 'other',
      });
      return { name: 'attach', attachments: valueOf(claimed) };
    });
  }

  private give(asked: TrackedRequest, command: TicketCommand) {
    return this.carryOut(asked, command.name, () => Promise.resolve(command));
  }

  /** `commandFor` is asked only for what has not been carried out before. */
  private async carryOut(
    { code, address, person, request }: TrackedRequest,
    name: TicketCommand['name'],
    commandFor: (ticket: Ticket, actor: Actor) => Promise<TicketCommand>,
  ) {
    const ticket = await this.tracked.find(code, address);
    const { owner } = ticket;
    const known = person && (await this.actors.of(person));
    // An owner who has got hold of the code stays the owner, who may not rate their own work.
    const actor = known && owner && speaksFor(known, owner.id) ? known : REPORTER;
    const { commandId, repeated } = this.commandIds.of(request, ticket, { name }, actor);
    if (repeated) return this.views.tracked(ticket);
    const correlationId = currentCorrelationId();
    const result = await this.commands.execute(ticket.id, {
      command: await commandFor(ticket, actor),
      actor,
      ...(commandId === undefined ? {} : { commandId }),
      ...(correlationId === undefined ? {} : { correlationId }),
    });
    return this.views.tracked(valueOf(result));
  }
}
