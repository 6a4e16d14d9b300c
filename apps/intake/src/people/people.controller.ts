import { DutyDesk, EmploymentDesk, type Result } from '@app/application';
import {
  deactivatePersonSchema,
  employmentSchema,
  endActingHeadSchema,
  personDutiesSchema,
  reactivatePersonSchema,
  setActingHeadSchema,
  setLeaveSchema,
} from '@app/contracts/http';
import { type Person, type PersonProfile, ROLES } from '@app/domain';
import { Body, Controller, Delete, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { Allow } from '../access/access.decorator';
import { CurrentPerson } from '../access/current-person.decorator';
import { Office } from '../reference/office-names';
import { API } from '../requests/api-path';
import { Problems } from '../requests/problems.decorator';
import { valueOf } from '../requests/refusal';
import { presentPersonDuties } from './people.presenter';

class SetLeaveDto extends createZodDto(setLeaveSchema) {}
class SetActingHeadDto extends createZodDto(setActingHeadSchema) {}
class EndActingHeadDto extends createZodDto(endActingHeadSchema) {}
class DeactivatePersonDto extends createZodDto(deactivatePersonSchema) {}
class ReactivatePersonDto extends createZodDto(reactivatePersonSchema.default({})) {}
class PersonDutiesDto extends createZodDto(personDutiesSchema) {}
class EmploymentDto extends createZodDto(employmentSchema) {}

const STAFF = ROLES.filter((role) => role !== 'reporter');

/** Who is away, who acts for whom, who has left. Whether somebody may say so of a person is the domain's to decide. */
@ApiTags('people')
@Controller(API)
export class PeopleController {
  constructor(
    private readonly duties: DutyDesk,
    private readonly employment: EmploymentDesk,
    private readonly office: Office,
  ) {}

  @Put('me/leave')
  @Allow(...STAFF)
  @Problems('PERSON.DUTIES_INVALID')
  @ZodResponse({ status: 200, type: PersonDutiesDto })
  setOwnLeave(@Body() body: SetLeaveDto, @CurrentPerson() person: Person) {
    return this.present(this.duties.setLeave(person.username, body, person));
  }

  @Delete('me/leave')
  @Allow(...STAFF)
  @ZodResponse({ status: 200, type: PersonDutiesDto })
  endOwnLeave(@CurrentPerson() person: Person) {
    return this.present(this.duties.endLeave(person.username, person));
  }

  @Put('people/:username/leave')
  @Allow(...STAFF)
  @Problems('PERSON.NOT_FOUND', 'PERSON.NOT_ALLOWED', 'PERSON.DUTIES_INVALID')
  @ZodResponse({ status: 200, type: PersonDutiesDto })
  setLeave(@Param('username') username: string, @Body() body: SetLeaveDto, @CurrentPerson() person: Person) {
    return this.present(this.duties.setLeave(username, body, person));
  }

  @Delete('people/:username/leave')
  @Allow(...STAFF)
  @Problems('PERSON.NOT_FOUND', 'PERSON.NOT_ALLOWED')
  @ZodResponse({ status: 200, type: PersonDutiesDto })
  endLeave(@Param('username') username: string, @CurrentPerson() person: Person) {
    return this.present(this.duties.endLeave(username, person));
  }

  @Put('people/:username/acting-head')
  @Allow('head', 'admin')
  @Problems('PERSON.NOT_FOUND', 'PERSON.NOT_ALLOWED', 'PERSON.DUTIES_INVALID')
  @ZodResponse({ status: 200, type: PersonDutiesDto })
  async setActingHead(
    @Param('username') username: string,
    @Body() body: SetActingHeadDto,
    @CurrentPerson() person: Person,
  ) {
    const acting = { ...body, department: await this.codeOf(body.department) };
    return this.present(this.duties.setActingHead(username, acting, person));
  }

  @Delete('people/:username/acting-head')
  @Allow('head', 'admin')
  @Problems('PERSON.NOT_FOUND', 'PERSON.NOT_ALLOWED')
  @ZodResponse({ status: 200, type: PersonDutiesDto })
  async endActingHead(
    @Param('username') username: string,
    @Query() query: EndActingHeadDto,
    @CurrentPerson() person: Person,
  ) {
    const department = await this.codeOf(query.department);
    return this.present(this.duties.endActingHead(username, department, person));
  }

  /** Nobody is deleted. Every open duty becomes a re-assignment, and logins end at once. */
  @Post('people/:username/deactivate')
  @Allow('admin')
  @Problems('PERSON.NOT_FOUND', 'PERSON.ONESELF', 'PERSON.LAST_ADMIN')
  @ZodResponse({ status: 200, type: EmploymentDto })
  async deactivate(
    @Param('username') username: string,
    @Body() { reason }: DeactivatePersonDto,
    @CurrentPerson() person: Person,
  ) {
    return presentEmployment(valueOf(await this.employment.deactivate(username, reason, person)));
  }

  @Post('people/:username/reactivate')
  @Allow('admin')
  @Problems('PERSON.NOT_FOUND', 'PERSON.ONESELF')
  @ZodResponse({ status: 200, type: EmploymentDto })
  async reactivate(
    @Param('username') username: string,
    @Body() { reason }: ReactivatePersonDto,
    @CurrentPerson() person: Person,
  ) {
    return presentEmployment(valueOf(await this.employment.reactivate(username, reason, person)));
  }

  private async present(changed: Promise<Result<Person>>) {
    return presentPersonDuties(valueOf(await changed), await this.office.names());
  }

  /** What is no department stays as it was written, for the refusal to say so. */
  private async codeOf(department: string): Promise<string> {
    return (await this.office.department(department))?.code ?? department;
  }
}

function presentEmployment({ username, name, active }: PersonProfile) {
  return { username, name, active };
}
