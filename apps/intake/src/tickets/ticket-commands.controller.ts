import {
  actorOf,
  DispatchTicketHandler,
  ExecuteTicketCommandHandler,
  refused,
  TicketDesk,
} from '@app/application';
import { TICKET_COMMAND_SCHEMAS as BODIES } from '@app/contracts/http';
import { type Person, refuseByTable, ROLES, type TicketCommand } from '@app/domain';
import { ProblemException } from '@app/platform';
import { Body, Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { createZodDto } from 'nestjs-zod';
import { Allow } from '../access/access.decorator';
import { CurrentPerson } from '../access/current-person.decorator';
import { Office } from '../reference/office-names';
import { API } from '../requests/api-path';
import { valueOf } from '../requests/refusal';
import { commandNamed } from './command-name';
import { CommandRoute } from './command-route.decorator';
import { TicketCommandDesk } from './ticket-command-desk';

class DeclineDto extends createZodDto(BODIES.decline) {}
class DispatchDto extends createZodDto(BODIES.dispatch) {}
class ReturnDto extends createZodDto(BODIES.return) {}
class AcceptDto extends createZodDto(BODIES.accept.default({})) {}
class TransferDto extends createZodDto(BODIES.transfer) {}
class SubmitResultDto extends createZodDto(BODIES['submit-result']) {}
class ReturnResultDto extends createZodDto(BODIES['return-result']) {}
class ApproveResultDto extends createZodDto(BODIES['approve-result'].default({})) {}
class CommentDto extends createZodDto(BODIES.comment) {}
class RateTicketDto extends createZodDto(BODIES.rate) {}

/** One route a command, named in kebab case; each answers with the ticket. */
@ApiTags('tickets')
@Controller(`${API}/tickets`)
export class TicketCommandsController {
  constructor(
    private readonly desk: TicketCommandDesk,
    private readonly tickets: TicketDesk,
    private readonly commands: ExecuteTicketCommandHandler,
    private readonly dispatching: DispatchTicketHandler,
    private readonly office: Office,
  ) {}

  @CommandRoute('decline', 'TICKET.REASON_REQUIRED')
  decline(
    @Param('number') number: string,
    @Body() body: DeclineDto,
    @CurrentPerson() person: Person,
    @Req() request: FastifyRequest,
  ) {
    return this.give(request, person, number, { name: 'decline', ...body });
  }

  @CommandRoute('accept')
  accept(
    @Param('number') number: string,
    @Body() _body: AcceptDto,
    @CurrentPerson() person: Person,
    @Req() request: FastifyRequest,
  ) {
    return this.give(request, person, number, { name: 'accept' });
  }

  @CommandRoute(
    'return',
    'TICKET.REASON_REQUIRED',
    'TICKET.RETURN_TOO_LATE',
    'TICKET.RETURN_LIMIT',
    'TICKET.DEPARTMENT_UNKNOWN',
  )
  async returnTicket(
    @Param('number') number: string,
    @Body() body: ReturnDto,
    @CurrentPerson() person: Person,
    @Req() request: FastifyRequest,
  ) {
    const { reason, suggestedDepartment } = body;
    const suggested =
      suggestedDepartment === undefined
        ? {}
        : { suggestedDepartment: (await this.departmentNamed(suggestedDepartment)).code };
    return this.give(request, person, number, { name: 'return', reason, ...suggested });
  }

  @CommandRoute('submit-result', 'TICKET.TEXT_REQUIRED')
  submitResult(
    @Param('number') number: string,
    @Body() body: SubmitResultDto,
    @CurrentPerson() person: Person,
    @Req() request: FastifyRequest,
  ) {
    return this.give(request, person, number, { name: 'submitResult', ...body });
  }

  @CommandRoute('return-result', 'TICKET.REASON_REQUIRED', 'TICKET.OWN_WORK')
  returnResult(
    @Param('number') number: string,
    @Body() body: ReturnResultDto,
    @CurrentPerson() person: Person,
    @Req() request: FastifyRequest,
  ) {
    return this.give(request, person, number, { name: 'returnResult', ...body });
  }

  @CommandRoute('approve-result', 'TICKET.OWN_WORK')
  approveResult(
    @Param('number') number: string,
    @Body() _body: ApproveResultDto,
    @CurrentPerson() person: Person,
    @Req() request: FastifyRequest,
  ) {
    return this.give(request, person, number, { name: 'approveResult' });
  }

  @CommandRoute('comment', 'TICKET.TEXT_REQUIRED', 'TICKET.COMMENT_LIMIT')
  comment(
    @Param('number') number: string,
    @Body() body: CommentDto,
    @CurrentPerson() person: Person,
    @Req() request: FastifyRequest,
  ) {
    return this.give(request, person, number, { name: 'comment', ...body });
  }

  /** For a reporter's account and what it reported; without one the tracking code does the same. */
  @CommandRoute('rate', 'TICKET.REASON_REQUIRED', 'TICKET.ALREADY_RATED', 'TICKET.OWN_WORK')
  rate(
    @Param('number') number: string,
    @Body() body: RateTicketDto,
    @CurrentPerson() person: Person,
    @Req() request: FastifyRequest,
  ) {
    const { comment, ...answer } = body;
    return this.give(request, person, number, {
      name: 'rate',
      ...answer,
      ...(comment === undefined ? {} : { comment }),
    });
  }

  @CommandRoute('transfer', 'TICKET.OWNER_NOT_ELIGIBLE', 'TICKET.SAME_OWNER')
  transfer(
    @Param('number') number: string,
    @Body() body: TransferDto,
    @CurrentPerson() person: Person,
    @Req() request: FastifyRequest,
  ) {
    return this.desk.carryOut(request, person, number, 'transfer', async (ticket, given) => {
      const refusal = refuseByTable(ticket, 'transfer', given.actor);
      if (refusal) return refusal;
      const owner = await this.office.person(body.owner);
      if (!owner) return refused('TICKET.OWNER_NOT_ELIGIBLE', `There is nobody called ${body.owner}.`);
      const reason = body.reason === undefined ? {} : { reason: body.reason };
      return this.commands.execute(ticket.id, { command: { name: 'transfer', owner, ...reason }, ...given });
    });
  }

  /** Department, category and owner by code, name or user name; where no category is named it stays, or becomes the department's own. */
  @CommandRoute(
    'dispatch',
    'TICKET.DEPARTMENT_UNKNOWN',
    'TICKET.CATEGORY_UNKNOWN',
    'TICKET.NO_OWNER_AVAILABLE',
    'TICKET.OWNER_NOT_ELIGIBLE',
    'TICKET.BINDING_DISPATCH_ONLY',
  )
  dispatch(
    @Param('number') number: string,
    @Body() body: DispatchDto,
    @CurrentPerson() person: Person,
    @Req() request: FastifyRequest,
  ) {
    return this.desk.carryOut(request, person, number, 'dispatch', async (ticket, given) => {
      // Whoever may not dispatch learns nothing of departments and people.
      const refusal = refuseByTable(ticket, 'dispatch', given.actor);
      if (refusal) return refusal;
      const department = await this.departmentNamed(body.department);
      const category =
        body.category === undefined
          ? await this.office.categoryWithin(department, ticket.category)
          : (await this.office.category(body.category))?.code;
      if (category === undefined)
        return refused(
          'TICKET.CATEGORY_UNKNOWN',
          `There is no category ${body.category ?? `of ${department.name}`}.`,
        );
      const owner = body.owner === undefined ? undefined : await this.office.person(body.owner);
      if (body.owner !== undefined && !owner)
        return refused('TICKET.OWNER_NOT_ELIGIBLE', `There is nobody called ${body.owner}.`);
      return this.dispatching.execute(ticket.id, {
        department: department.code,
        category,
        priority: body.priority ?? ticket.priority,
        basis: 'by-hand',
        ...(owner ? { ownerId: owner.id } : {}),
        ...given,
      });
    });
  }

  /** Commands of the agreed life that are not carried out yet say so; what is no command is not found. */
  @Post(':number/:command')
  @HttpCode(200)
  @Allow(...ROLES)
  @ApiExcludeEndpoint()
  async notAvailable(
    @Param('number') number: string,
    @Param('command') written: string,
    @CurrentPerson() person: Person,
  ): Promise<never> {
    const command = commandNamed(written);
    if (!command) throw new ProblemException('REQUEST.NOT_FOUND');
    const ticket = valueOf(await this.tickets.view(number, person));
    return valueOf(
      refuseByTable(ticket, command, actorOf(person)) ??
        refused('TICKET.COMMAND_NOT_AVAILABLE', 'It is not given by hand.'),
    );
  }

  private give(request: FastifyRequest, person: Person, number: string, command: TicketCommand) {
    return this.desk.carryOut(request, person, number, command.name, (ticket, given) =>
      this.commands.execute(ticket.id, { command, ...given }),
    );
  }

  private async departmentNamed(written: string) {
    const department = await this.office.department(written);
    if (!department)
      throw new ProblemException('TICKET.DEPARTMENT_UNKNOWN', {
        detail: `There is no department ${written}.`,
      });
    return department;
  }
}
