import { TICKET_COMMAND_SCHEMAS as BODIES } from '@app/contracts/http';
import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { API } from '../requests/api-path';
import { type Asked, TicketAsked } from './asked.decorator';
import { CommandRoute } from './command-route.decorator';
import { TicketCommandDesk } from './ticket-command-desk';

class ReturnResultDto extends createZodDto(BODIES['return-result']) {}
class ApproveResultDto extends createZodDto(BODIES['approve-result'].default({})) {}
class RateTicketDto extends createZodDto(BODIES.rate) {}
class FollowUpDto extends createZodDto(BODIES['follow-up']) {}
class CloseByDecisionDto extends createZodDto(BODIES['close-by-decision']) {}
class ConfirmClosingDto extends createZodDto(BODIES['confirm-closing'].default({})) {}
class RejectClosingDto extends createZodDto(BODIES['reject-closing']) {}
class ReopenDto extends createZodDto(BODIES.reopen) {}

/** What happens to a result: review, the reporter's answer, closing by decision, reopening. */
@ApiTags('tickets')
@Controller(`${API}/tickets`)
export class ClosingCommandsController {
  constructor(private readonly desk: TicketCommandDesk) {}

  @CommandRoute('return-result', 'TICKET.REASON_REQUIRED', 'TICKET.OWN_WORK')
  returnResult(@TicketAsked() asked: Asked, @Body() body: ReturnResultDto) {
    return this.desk.give(asked, { name: 'returnResult', ...body });
  }

  @CommandRoute('approve-result', 'TICKET.OWN_WORK')
  approveResult(@TicketAsked() asked: Asked, @Body() _body: ApproveResultDto) {
    return this.desk.give(asked, { name: 'approveResult' });
  }

  /** For a reporter's account and what it reported; without one the tracking code does the same. */
  @CommandRoute('rate', 'TICKET.REASON_REQUIRED', 'TICKET.ALREADY_RATED', 'TICKET.OWN_WORK')
  rate(@TicketAsked() asked: Asked, @Body() body: RateTicketDto) {
    const { comment, ...answer } = body;
    return this.desk.give(asked, { name: 'rate', ...answer, ...(comment === undefined ? {} : { comment }) });
  }

  @CommandRoute(
    'follow-up',
    'TICKET.TEXT_REQUIRED',
    'TICKET.REASON_REQUIRED',
    'TICKET.OWN_WORK',
    'TICKET.COMMENT_LIMIT',
  )
  followUp(@TicketAsked() asked: Asked, @Body() body: FollowUpDto) {
    return this.desk.give(asked, { name: 'followUp', ...body });
  }

  @CommandRoute('close-by-decision', 'TICKET.TEXT_REQUIRED', 'TICKET.CLOSING_PROPOSED', 'TICKET.OWN_WORK')
  closeByDecision(@TicketAsked() asked: Asked, @Body() body: CloseByDecisionDto) {
    return this.desk.give(asked, { name: 'closeByDecision', ...body });
  }

  @CommandRoute(
    'confirm-closing',
    'TICKET.NO_CLOSING_PROPOSED',
    'TICKET.SECOND_LEADER_NEEDED',
    'TICKET.OWN_WORK',
  )
  confirmClosing(@TicketAsked() asked: Asked, @Body() _body: ConfirmClosingDto) {
    return this.desk.give(asked, { name: 'confirmClosing' });
  }

  @CommandRoute('reject-closing', 'TICKET.NO_CLOSING_PROPOSED', 'TICKET.REASON_REQUIRED')
  rejectClosing(@TicketAsked() asked: Asked, @Body() body: RejectClosingDto) {
    return this.desk.give(asked, { name: 'rejectClosing', ...body });
  }

  @CommandRoute('reopen', 'TICKET.REASON_REQUIRED', 'TICKET.REOPEN_LIMIT', 'TICKET.REOPEN_TOO_LATE')
  reopen(@TicketAsked() asked: Asked, @Body() body: ReopenDto) {
    return this.desk.give(asked, { name: 'reopen', ...body });
  }
}
