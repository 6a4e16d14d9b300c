import { Actors, AttachmentDesk, ExecuteTicketCommandHandler, REPORTER, TicketDesk } from '@app/application';
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
import { TrackingMisses } from '../limits/rate-limits';
import { API } from '../requests/api-path';
import { Problems } from '../requests/problems.decorator';
import { valueOf } from '../requests/refusal';
import { CommandIds } from './command-ids';
import { TicketViews } from './ticket-views';
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
    private readonly actors: Actors,
    private readonly commandIds: CommandIds,
    private readonly views: TicketViews,
    private readonly attachments: AttachmentDesk,
  ) {}

  @Get(':trackingCode')
  @Problems('TICKET.NOT_FOUND')
  @ZodResponse({ status: 200, type: TrackedTicketDto })
  async track(@Param('trackingCode') code: string, @Ip() address: string) {
    return this.views.tracked(await this.find(code, address));
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

  private async find(written: string, address: string): Promise<Ticket> {
    await this.misses.refuseGuesser(address);
    const result = await this.desk.track(trackingCodeOf(written));
    if (!result.ok) await this.misses.count(address);
    return valueOf(result);
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
    const ticket = await this.find(code, address);
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

/** The code as it was given out, however it was copied: case, spaces, dashes and full width do not matter. */
export function trackingCodeOf(written: string): string {
  const code = written
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  return code.match(/.{1,4}/g)?.join('-') ?? '';
}
