import {
  DispatchTicketHandler,
  ExecuteTicketCommandHandler,
  MergeTicketHandler,
  refused,
  TicketDesk,
} from '@app/application';
import { TICKET_COMMAND_SCHEMAS as BODIES } from '@app/contracts/http';
import { ROLES } from '@app/domain';
import { ProblemException } from '@app/platform';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { Allow } from '../access/access.decorator';
import { Office } from '../reference/office-names';
import { API } from '../requests/api-path';
import { valueOf } from '../requests/refusal';
import { type Asked, TicketAsked } from './asked.decorator';
import { commandNamed } from './command-name';
import { CommandRoute } from './command-route.decorator';
import { TicketCommandDesk } from './ticket-command-desk';

class WithdrawDto extends createZodDto(BODIES.withdraw.default({})) {}
class DeclineDto extends createZodDto(BODIES.decline) {}
class MergeDto extends createZodDto(BODIES.merge) {}
class UnmergeDto extends createZodDto(BODIES.unmerge) {}
class DispatchDto extends createZodDto(BODIES.dispatch) {}
class ReturnDto extends createZodDto(BODIES.return) {}
class TransferDto extends createZodDto(BODIES.transfer) {}
class ReassignDto extends createZodDto(BODIES.reassign) {}

const nobody = (written: string) =>
  refused('TICKET.OWNER_NOT_ELIGIBLE', `There is nobody called ${written}.`);

/** Where a ticket goes and whose it is. */
@ApiTags('tickets')
@Controller(`${API}/tickets`)
export class PlacementCommandsController {
  constructor(
    private readonly desk: TicketCommandDesk,
    private readonly tickets: TicketDesk,
    private readonly commands: ExecuteTicketCommandHandler,
    private readonly dispatching: DispatchTicketHandler,
    private readonly merging: MergeTicketHandler,
    private readonly office: Office,
  ) {}

  @CommandRoute('withdraw')
  withdraw(@TicketAsked() asked: Asked, @Body() body: WithdrawDto) {
    return this.desk.give(asked, { name: 'withdraw', ...body });
  }

  @CommandRoute('decline', 'TICKET.REASON_REQUIRED')
  decline(@TicketAsked() asked: Asked, @Body() body: DeclineDto) {
    return this.desk.give(asked, { name: 'decline', ...body });
  }

  @CommandRoute('merge', 'TICKET.MERGE_TARGET')
  merge(@TicketAsked() asked: Asked, @Body() body: MergeDto) {
    return this.desk.carryOutAllowed(asked, 'merge', (ticket, given) =>
      this.merging.execute(ticket.id, { ...body, ...given }),
    );
  }

  @CommandRoute('unmerge', 'TICKET.REASON_REQUIRED')
  unmerge(@TicketAsked() asked: Asked, @Body() body: UnmergeDto) {
    return this.desk.give(asked, { name: 'unmerge', ...body });
  }

  @CommandRoute(
    'return',
    'TICKET.REASON_REQUIRED',
    'TICKET.RETURN_TOO_LATE',
    'TICKET.RETURN_LIMIT',
    'TICKET.DEPARTMENT_UNKNOWN',
  )
  async returnTicket(@TicketAsked() asked: Asked, @Body() body: ReturnDto) {
    const { reason, suggestedDepartment } = body;
    const suggested =
      suggestedDepartment === undefined
        ? {}
        : { suggestedDepartment: (await this.departmentNamed(suggestedDepartment)).code };
    return this.desk.give(asked, { name: 'return', reason, ...suggested });
  }

  @CommandRoute('transfer', 'TICKET.OWNER_NOT_ELIGIBLE', 'TICKET.SAME_OWNER')
  transfer(@TicketAsked() asked: Asked, @Body() body: TransferDto) {
    return this.desk.carryOutAllowed(asked, 'transfer', async (ticket, given) => {
      const owner = await this.office.person(body.owner);
      if (!owner) return nobody(body.owner);
      return this.commands.execute(ticket.id, { command: { name: 'transfer', ...body, owner }, ...given });
    });
  }

  @CommandRoute(
    'reassign',
    'TICKET.NO_REASSIGNMENT',
    'TICKET.SUB_TASK_NOT_FOUND',
    'TICKET.OWNER_NOT_ELIGIBLE',
    'TICKET.SAME_OWNER',
    'TICKET.DEPARTMENT_UNKNOWN',
  )
  reassign(@TicketAsked() asked: Asked, @Body() body: ReassignDto) {
    return this.desk.carryOutAllowed(asked, 'reassign', async (ticket, given) => {
      const { department: written, owner: named, ...rest } = body;
      const department =
        written === undefined ? {} : { department: (await this.departmentNamed(written)).code };
      const owner = await this.office.person(named);
      if (!owner) return nobody(named);
      const command = { name: 'reassign', ...rest, ...department, owner } as const;
      return this.commands.execute(ticket.id, { command, ...given });
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
  dispatch(@TicketAsked() asked: Asked, @Body() body: DispatchDto) {
    return this.desk.carryOutAllowed(asked, 'dispatch', async (ticket, given) => {
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
      if (body.owner !== undefined && !owner) return nobody(body.owner);
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

  /** What only the system does says so; what is no command is not found. */
  @Post(':number/:command')
  @HttpCode(200)
  @Allow(...ROLES)
  @ApiExcludeEndpoint()
  async notByHand(@TicketAsked() asked: Asked, @Param('command') written: string): Promise<never> {
    if (!commandNamed(written)) throw new ProblemException('REQUEST.NOT_FOUND');
    valueOf(await this.tickets.view(asked.number, asked.person));
    return valueOf(refused('TICKET.NOT_BY_HAND', 'Only the system does this.'));
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
