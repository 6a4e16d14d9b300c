import { Actors, Clock, Directory } from '@app/application';
import { ownerListSchema, ownerQuerySchema, referenceDataSchema } from '@app/contracts/http';
import { type Department, isOnLeave, type Person } from '@app/domain';
import { ProblemException } from '@app/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { Allow, Public } from '../access/access.decorator';
import { CurrentPerson } from '../access/current-person.decorator';
import { API } from '../requests/api-path';
import { Problems } from '../requests/problems.decorator';
import { Office } from './office-names';

class ReferenceDataDto extends createZodDto(referenceDataSchema) {}
class OwnerQueryDto extends createZodDto(ownerQuerySchema) {}
class OwnerListDto extends createZodDto(ownerListSchema) {}

@ApiTags('reference')
@Controller(API)
export class ReferenceDataController {
  constructor(
    private readonly directory: Directory,
    private readonly office: Office,
    private readonly actors: Actors,
    private readonly clock: Clock,
  ) {}

  /** What the report form offers. */
  @Get('reference-data')
  @Public()
  @ZodResponse({ status: 200, type: ReferenceDataDto })
  async referenceData() {
    const [departments, categories] = await Promise.all([
      this.directory.departments(),
      this.directory.categories(),
    ]);
    return {
      departments: departments.filter(isOffered).map(({ code, name }) => ({ code, name })),
      categories: categories.filter(isOffered).map(({ code, name, department, parent, questions }) => ({
        code,
        name,
        department,
        parent,
        questions: questions?.map(({ options, ...question }) => ({
          ...question,
          ...(options ? { options: [...options] } : {}),
        })),
      })),
    };
  }

  /** Who may own tickets of a department, with what they have in hand; heads, also acting ones, ask for their own. */
  @Get('owners')
  @Allow('owner', 'head', 'dispatcher', 'director', 'leader')
  @Problems('TICKET.DEPARTMENT_UNKNOWN')
  @ZodResponse({ status: 200, type: OwnerListDto })
  async owners(@Query() query: OwnerQueryDto, @CurrentPerson() person: Person) {
    const departments = await this.departmentsOf(query.department, person);
    const people = await Promise.all(departments.map((department) => this.ownersOf(department)));
    return { items: people.flat() };
  }

  private async departmentsOf(written: string | undefined, person: Person): Promise<readonly Department[]> {
    const all = await this.directory.departments();
    const named = written === undefined ? undefined : await this.office.department(written);
    if (written !== undefined && !named) throw new ProblemException('TICKET.DEPARTMENT_UNKNOWN');
    if (person.role !== 'head' && person.role !== 'owner') return named ? [named] : all;
    const { headOf } = await this.actors.of(person);
    if (named && !headOf.includes(named.code)) throw new ProblemException('AUTH.FORBIDDEN');
    return all.filter(({ code }) => headOf.includes(code) && (!named || named.code === code));
  }

  private async ownersOf({ code, name }: Department) {
    const [people, candidates] = await Promise.all([
      this.directory.people({ department: code }),
      this.directory.ownerCandidates(code),
    ]);
    const open = new Map(candidates.map(({ id, openTickets }) => [id, openTickets]));
    return people
      .filter(({ role }) => role === 'owner' || role === 'head')
      .map((person) => ({
        username: person.username,
        name: person.name,
        department: name,
        departmentCode: code,
        active: person.active,
        onDuty: person.onDuty,
        away: isOnLeave(person, this.clock.now()),
        openTickets: open.get(person.id) ?? 0,
      }));
  }
}

function isOffered({ active }: { readonly active?: boolean }): boolean {
  return active !== false;
}
