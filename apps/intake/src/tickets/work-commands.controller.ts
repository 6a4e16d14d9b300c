import { AttachmentDesk, ExecuteTicketCommandHandler, refused } from '@app/application';
import { TICKET_COMMAND_SCHEMAS as BODIES } from '@app/contracts/http';
import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { sideOf, uploaderOf } from '../attachments/uploader';
import { Office } from '../reference/office-names';
import { API } from '../requests/api-path';
import { type Asked, TicketAsked } from './asked.decorator';
import { CommandRoute } from './command-route.decorator';
import { TicketCommandDesk } from './ticket-command-desk';

class AcceptDto extends createZodDto(BODIES.accept.default({})) {}
class AddCoHandlerDto extends createZodDto(BODIES['add-co-handler']) {}
class CompleteSubTaskDto extends createZodDto(BODIES['complete-sub-task']) {}
class CancelSubTaskDto extends createZodDto(BODIES['cancel-sub-task']) {}
class SubmitResultDto extends createZodDto(BODIES['submit-result']) {}
class AttachDto extends createZodDto(BODIES.attach) {}
class CommentDto extends createZodDto(BODIES.comment) {}

/** The work itself: accepting it, sharing it, talking about it and handing it in. */
@ApiTags('tickets')
@Controller(`${API}/tickets`)
export class WorkCommandsController {
  constructor(
    private readonly desk: TicketCommandDesk,
    private readonly commands: ExecuteTicketCommandHandler,
    private readonly office: Office,
    private readonly attachments: AttachmentDesk,
  ) {}

  @CommandRoute('accept')
  accept(@TicketAsked() asked: Asked, @Body() _body: AcceptDto) {
    return this.desk.give(asked, { name: 'accept' });
  }

  /** The co-handling unit is the co-handler's main department unless another one of theirs is named. */
  @CommandRoute(
    'add-co-handler',
    'TICKET.TEXT_REQUIRED',
    'TICKET.DATE_INVALID',
    'TICKET.SUB_TASK_LIMIT',
    'TICKET.OWNER_NOT_ELIGIBLE',
    'TICKET.DEPARTMENT_UNKNOWN',
  )
  addCoHandler(@TicketAsked() asked: Asked, @Body() body: AddCoHandlerDto) {
    return this.desk.carryOutAllowed(asked, 'addCoHandler', async (ticket, given) => {
      const coHandler = await this.office.person(body.coHandler);
      if (!coHandler)
        return refused('TICKET.OWNER_NOT_ELIGIBLE', `There is nobody called ${body.coHandler}.`);
      const named = body.department === undefined ? undefined : await this.office.department(body.department);
      if (body.department !== undefined && !named)
        return refused('TICKET.DEPARTMENT_UNKNOWN', `There is no department ${body.department}.`);
      const department = named?.code ?? coHandler.department ?? '';
      const { text, dueAt } = body;
      return this.commands.execute(ticket.id, {
        command: { name: 'addCoHandler', coHandler, department, text, dueAt },
        ...given,
      });
    });
  }

  @CommandRoute('complete-sub-task', 'TICKET.TEXT_REQUIRED', 'TICKET.SUB_TASK_NOT_FOUND')
  completeSubTask(@TicketAsked() asked: Asked, @Body() body: CompleteSubTaskDto) {
    return this.desk.give(asked, { name: 'completeSubTask', ...body });
  }

  @CommandRoute('cancel-sub-task', 'TICKET.REASON_REQUIRED', 'TICKET.SUB_TASK_NOT_FOUND')
  cancelSubTask(@TicketAsked() asked: Asked, @Body() body: CancelSubTaskDto) {
    return this.desk.give(asked, { name: 'cancelSubTask', ...body });
  }

  @CommandRoute(
    'submit-result',
    'TICKET.TEXT_REQUIRED',
    'TICKET.SUB_TASKS_OPEN',
    'TICKET.NOTICES_OPEN',
    'TICKET.PHOTO_REQUIRED',
    'TICKET.ATTACHMENT_LIMIT',
    'ATTACHMENT.NOT_FOUND',
    'ATTACHMENT.TOO_MANY',
  )
  submitResult(@TicketAsked() asked: Asked, @Body() { text, attachments: ids = [] }: SubmitResultDto) {
    return this.desk.carryOutAllowed(asked, 'submitResult', async (ticket, given) => {
      const claimed = await this.attachments.claim({
        ids,
        claim: `ticket:${ticket.id}`,
        uploader: uploaderOf(asked.person),
        visibility: 'public',
        by: 'staff',
        purpose: 'result',
      });
      if (!claimed.ok) return claimed;
      const command = { name: 'submitResult', text, attachments: claimed.value } as const;
      return this.commands.execute(ticket.id, { command, ...given });
    });
  }

  @CommandRoute('attach', 'ATTACHMENT.NOT_FOUND', 'ATTACHMENT.TOO_MANY', 'TICKET.ATTACHMENT_LIMIT')
  attach(@TicketAsked() asked: Asked, @Body() { attachments: ids, visibility }: AttachDto) {
    return this.desk.carryOutAllowed(asked, 'attach', async (ticket, given) => {
      const by = sideOf(given.actor);
      const claimed = await this.attachments.claim({
        ids,
        claim: `ticket:${ticket.id}`,
        uploader: uploaderOf(asked.person),
        visibility: by === 'reporter' ? 'public' : visibility,
        by,
        purpose: 'other',
      });
      if (!claimed.ok) return claimed;
      const command = { name: 'attach', attachments: claimed.value } as const;
      return this.commands.execute(ticket.id, { command, ...given });
    });
  }

  @CommandRoute('comment', 'TICKET.TEXT_REQUIRED', 'TICKET.COMMENT_LIMIT')
  comment(@TicketAsked() asked: Asked, @Body() body: CommentDto) {
    return this.desk.give(asked, { name: 'comment', ...body });
  }
}
