import { type ListTicketsQuery, TicketDesk } from '@app/application';
import { listTicketsSchema, ticketPageSchema } from '@app/contracts/http';
import { type Person, ROLES } from '@app/domain';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { Allow } from '../access/access.decorator';
import { CurrentPerson } from '../access/current-person.decorator';
import { Office } from '../reference/office-names';
import { API } from '../requests/api-path';
import { afterOf, pageOf } from '../requests/cursor';
import { Problems } from '../requests/problems.decorator';
import { valueOf } from '../requests/refusal';
import { TicketDto } from './command-route.decorator';
import { TicketViews } from './ticket-views';

class ListTicketsDto extends createZodDto(listTicketsSchema) {}
class TicketPageDto extends createZodDto(ticketPageSchema) {}

/** Stands for what the office does not have: no ticket carries it, so the list is empty. */
const NOWHERE = '-';

@ApiTags('tickets')
@Controller(`${API}/tickets`)
export class TicketsController {
  constructor(
    private readonly desk: TicketDesk,
    private readonly office: Office,
    private readonly views: TicketViews,
  ) {}

  /** Newest first, of those that the one asking may see. */
  @Get()
  @Allow(...ROLES)
  @Problems('REQUEST.CURSOR_INVALID')
  @ZodResponse({ status: 200, type: TicketPageDto })
  async listTickets(@Query() query: ListTicketsDto, @CurrentPerson() person: Person) {
    const filter = await this.filterOf(query, person);
    const found = await this.desk.list(
      { ...filter, ...afterOf(query.cursor), limit: query.limit + 1 },
      person,
    );
    return pageOf(found, query.limit, ({ id }) => id, await this.views.summaries(person));
  }

  @Get(':number')
  @Allow(...ROLES)
  @Problems('TICKET.NOT_FOUND')
  @ZodResponse({ status: 200, type: TicketDto })
  async viewTicket(@Param('number') number: string, @CurrentPerson() person: Person) {
    return this.views.ticket(valueOf(await this.desk.view(number, person)), person);
  }

  private async filterOf(
    query: ListTicketsDto,
    person: Person,
  ): Promise<Omit<ListTicketsQuery, 'after' | 'limit'>> {
    const { status, department, owner, category, overdue, session, q } = query;
    return {
      ...(status === undefined ? {} : { status }),
      ...(overdue === undefined ? {} : { overdue }),
      ...(session === undefined ? {} : { sessionId: session }),
      ...(q === undefined ? {} : { q }),
      ...(department === undefined
        ? {}
        : { department: (await this.office.department(department))?.code ?? NOWHERE }),
      ...(category === undefined
        ? {}
        : { category: (await this.office.category(category))?.code ?? NOWHERE }),
      ...(owner === undefined
        ? {}
        : { ownerId: owner === 'me' ? person.id : ((await this.office.person(owner))?.id ?? NOWHERE) }),
    };
  }
}
