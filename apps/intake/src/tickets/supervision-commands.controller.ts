import { TICKET_COMMAND_SCHEMAS as BODIES } from '@app/contracts/http';
import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { API } from '../requests/api-path';
import { type Asked, TicketAsked } from './asked.decorator';
import { CommandRoute } from './command-route.decorator';
import { TicketCommandDesk } from './ticket-command-desk';

class UrgeDto extends createZodDto(BODIES.urge.default({})) {}
class SuperviseDto extends createZodDto(BODIES.supervise) {}
class InstructDto extends createZodDto(BODIES.instruct) {}
class AcknowledgeNoticeDto extends createZodDto(BODIES['acknowledge-notice']) {}
class AnswerNoticeDto extends createZodDto(BODIES['answer-notice']) {}

/** Urging by the reporter, supervision and instructions by leadership, and what is answered to them. */
@ApiTags('tickets')
@Controller(`${API}/tickets`)
export class SupervisionCommandsController {
  constructor(private readonly desk: TicketCommandDesk) {}

  @CommandRoute('urge', 'TICKET.URGE_TOO_EARLY', 'TICKET.URGED_TODAY')
  urge(@TicketAsked() asked: Asked, @Body() body: UrgeDto) {
    return this.desk.give(asked, { name: 'urge', ...body });
  }

  @CommandRoute('supervise', 'TICKET.TEXT_REQUIRED', 'TICKET.DATE_INVALID', 'TICKET.NOTICE_LIMIT')
  supervise(@TicketAsked() asked: Asked, @Body() body: SuperviseDto) {
    return this.desk.give(asked, { name: 'supervise', ...body });
  }

  @CommandRoute('instruct', 'TICKET.TEXT_REQUIRED', 'TICKET.DATE_INVALID', 'TICKET.NOTICE_LIMIT')
  instruct(@TicketAsked() asked: Asked, @Body() body: InstructDto) {
    return this.desk.give(asked, { name: 'instruct', ...body });
  }

  @CommandRoute('acknowledge-notice', 'TICKET.NOTICE_NOT_FOUND', 'TICKET.NOTICE_SETTLED')
  acknowledgeNotice(@TicketAsked() asked: Asked, @Body() body: AcknowledgeNoticeDto) {
    return this.desk.give(asked, { name: 'acknowledgeNotice', ...body });
  }

  @CommandRoute('answer-notice', 'TICKET.TEXT_REQUIRED', 'TICKET.NOTICE_NOT_FOUND', 'TICKET.NOTICE_SETTLED')
  answerNotice(@TicketAsked() asked: Asked, @Body() body: AnswerNoticeDto) {
    return this.desk.give(asked, { name: 'answerNotice', ...body });
  }
}
