import { TICKET_COMMAND_SCHEMAS as BODIES } from '@app/contracts/http';
import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { API } from '../requests/api-path';
import { type Asked, TicketAsked } from './asked.decorator';
import { CommandRoute } from './command-route.decorator';
import { TicketCommandDesk } from './ticket-command-desk';

class RequestExtensionDto extends createZodDto(BODIES['request-extension']) {}
class RequestPauseDto extends createZodDto(BODIES['request-pause']) {}
class WithdrawRequestDto extends createZodDto(BODIES['withdraw-request'].default({})) {}
class ApproveDto extends createZodDto(BODIES.approve.default({})) {}
class RefuseDto extends createZodDto(BODIES.refuse) {}
class ResumeDto extends createZodDto(BODIES.resume.default({})) {}

/** More time for a ticket, or a clock that stands still: asked for by the owner, decided by others. */
@ApiTags('tickets')
@Controller(`${API}/tickets`)
export class DeadlineCommandsController {
  constructor(private readonly desk: TicketCommandDesk) {}

  @CommandRoute(
    'request-extension',
    'TICKET.REASON_REQUIRED',
    'TICKET.DATE_INVALID',
    'TICKET.DEADLINE_PASSED',
    'TICKET.REQUEST_PENDING',
    'TICKET.REQUEST_LIMIT',
    'TICKET.PAUSED',
  )
  requestExtension(@TicketAsked() asked: Asked, @Body() body: RequestExtensionDto) {
    return this.desk.give(asked, { name: 'requestExtension', ...body });
  }

  @CommandRoute(
    'request-pause',
    'TICKET.REASON_REQUIRED',
    'TICKET.DATE_INVALID',
    'TICKET.DEADLINE_PASSED',
    'TICKET.REQUEST_PENDING',
    'TICKET.REQUEST_LIMIT',
    'TICKET.PAUSED',
  )
  requestPause(@TicketAsked() asked: Asked, @Body() body: RequestPauseDto) {
    return this.desk.give(asked, { name: 'requestPause', ...body });
  }

  @CommandRoute('withdraw-request', 'TICKET.NO_REQUEST')
  withdrawRequest(@TicketAsked() asked: Asked, @Body() _body: WithdrawRequestDto) {
    return this.desk.give(asked, { name: 'withdrawRequest' });
  }

  @CommandRoute(
    'approve',
    'TICKET.NO_REQUEST',
    'TICKET.OWN_WORK',
    'TICKET.APPROVAL_LEVEL',
    'TICKET.DATE_INVALID',
    'TICKET.DEADLINE_PASSED',
  )
  approveRequest(@TicketAsked() asked: Asked, @Body() body: ApproveDto) {
    return this.desk.give(asked, { name: 'approve', ...body });
  }

  @CommandRoute(
    'refuse',
    'TICKET.NO_REQUEST',
    'TICKET.OWN_WORK',
    'TICKET.APPROVAL_LEVEL',
    'TICKET.REASON_REQUIRED',
  )
  refuseRequest(@TicketAsked() asked: Asked, @Body() body: RefuseDto) {
    return this.desk.give(asked, { name: 'refuse', ...body });
  }

  @CommandRoute('resume', 'TICKET.NOT_PAUSED')
  resume(@TicketAsked() asked: Asked, @Body() body: ResumeDto) {
    return this.desk.give(asked, { name: 'resume', ...body });
  }
}
