import { TicketDesk } from '@app/application';
import { pageQuery, reassignmentPageSchema } from '@app/contracts/http';
import { type Person } from '@app/domain';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { Allow } from '../access/access.decorator';
import { CurrentPerson } from '../access/current-person.decorator';
import { Office } from '../reference/office-names';
import { API } from '../requests/api-path';
import { afterOf, pageOf } from '../requests/cursor';
import { Problems } from '../requests/problems.decorator';
import { presentReassignment } from './people.presenter';

class ListReassignmentsDto extends createZodDto(pageQuery) {}
class ReassignmentPageDto extends createZodDto(reassignmentPageSchema) {}

@ApiTags('people')
@Controller(`${API}/reassignments`)
export class ReassignmentsController {
  constructor(
    private readonly desk: TicketDesk,
    private readonly office: Office,
  ) {}

  /** Newest first. Heads and acting heads, who may be owners, see those of their departments. */
  @Get()
  @Allow('owner', 'head', 'dispatcher', 'director', 'leader', 'admin')
  @Problems('REQUEST.CURSOR_INVALID')
  @ZodResponse({ status: 200, type: ReassignmentPageDto })
  async listReassignments(@Query() { cursor, limit }: ListReassignmentsDto, @CurrentPerson() person: Person) {
    const page = { ...afterOf(cursor), limit: limit + 1 };
    const found = await this.desk.awaitingReassignment(page, person);
    const names = await this.office.names();
    return pageOf(
      found,
      limit,
      ({ id }) => id,
      (ticket) => presentReassignment(ticket, names),
    );
  }
}
