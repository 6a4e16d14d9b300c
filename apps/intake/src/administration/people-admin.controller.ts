import { AccountRepository, PersonDesk } from '@app/application';
import {
  admittedPersonSchema,
  initialPasswordSchema,
  listPeopleSchema,
  newPasswordSchema,
  newPersonSchema,
  personPageSchema,
  personSchema,
  savePersonSchema,
} from '@app/contracts/http';
import { type Person } from '@app/domain';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { Allow } from '../access/access.decorator';
import { CurrentPerson } from '../access/current-person.decorator';
import { API } from '../requests/api-path';
import { pageOf, placeOf } from '../requests/cursor';
import { Problems } from '../requests/problems.decorator';
import { valueOf } from '../requests/refusal';
import { presentAccount, presentProfile } from './people-admin.presenter';

class ListPeopleDto extends createZodDto(listPeopleSchema) {}
class PersonPageDto extends createZodDto(personPageSchema) {}
class NewPersonDto extends createZodDto(newPersonSchema) {}
class SavePersonDto extends createZodDto(savePersonSchema) {}
class PersonDto extends createZodDto(personSchema) {}
class AdmittedPersonDto extends createZodDto(admittedPersonSchema) {}
class InitialPasswordDto extends createZodDto(initialPasswordSchema.default({})) {}
class NewPasswordDto extends createZodDto(newPasswordSchema) {}

const PLACE = /^[a-z0-9][a-z0-9._-]{1,63}$/;

/** Who there is, in which office, and how they log in: the administrator's alone. */
@ApiTags('administration')
@Controller(`${API}/people`)
@Allow('admin')
export class PeopleAdminController {
  constructor(
    private readonly desk: PersonDesk,
    private readonly accounts: AccountRepository,
  ) {}

  /** By user name. */
  @Get()
  @Problems('REQUEST.CURSOR_INVALID')
  @ZodResponse({ status: 200, type: PersonPageDto })
  async listPeople(@Query() { cursor, limit, q, role, department, active }: ListPeopleDto) {
    const filter = {
      ...(q === undefined ? {} : { q }),
      ...(role === undefined ? {} : { role }),
      ...(department === undefined ? {} : { department }),
      ...(active === undefined ? {} : { active }),
    };
    const after = cursor === undefined ? {} : { after: placeOf(cursor, PLACE) };
    const found = await this.accounts.list(filter, { ...after, limit: limit + 1 });
    return pageOf(found, limit, ({ person }) => person.username, presentAccount);
  }

  @Post()
  @Problems('PERSON.INVALID', 'PERSON.USERNAME_TAKEN')
  @ZodResponse({ status: 201, type: AdmittedPersonDto })
  async addPerson(@Body() { password, ...profile }: NewPersonDto, @CurrentPerson() by: Person) {
    const { profile: added, initialPassword } = valueOf(await this.desk.create(profile, password, by));
    return { ...presentProfile(added), initialPassword };
  }

  /** Duties that do not go with another role or department become re-assignments. */
  @Put(':username')
  @Problems(
    'PERSON.NOT_FOUND',
    'PERSON.INVALID',
    'PERSON.ONESELF',
    'PERSON.LAST_ADMIN',
    'CONFIGURATION.CONFLICT',
  )
  @ZodResponse({ status: 200, type: PersonDto })
  async savePerson(
    @Param('username') username: string,
    @Body() { version, ...profile }: SavePersonDto,
    @CurrentPerson() by: Person,
  ) {
    return presentProfile(valueOf(await this.desk.update(username, profile, version, by)));
  }

  /** A new initial password for somebody who has lost theirs; every login of theirs ends. */
  @Post(':username/password')
  @HttpCode(200)
  @Problems('PERSON.NOT_FOUND', 'PERSON.INVALID', 'PERSON.ONESELF')
  @ZodResponse({ status: 200, type: NewPasswordDto })
  async resetPassword(
    @Param('username') username: string,
    @Body() { password }: InitialPasswordDto,
    @CurrentPerson() by: Person,
  ) {
    return valueOf(await this.desk.resetPassword(username, password, by));
  }

  @Post(':username/unlock')
  @HttpCode(204)
  @Problems('PERSON.NOT_FOUND')
  @ApiNoContentResponse({ description: 'Not locked any more.' })
  async unlockPerson(@Param('username') username: string, @CurrentPerson() by: Person): Promise<void> {
    valueOf(await this.desk.unlock(username, by));
  }
}
