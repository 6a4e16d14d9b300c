import { Actors, Clock, Directory, IdentityDesk } from '@app/application';
import {
  identityOpeningSchema,
  listOpeningsSchema,
  openedIdentitySchema,
  openingPageSchema,
  refuseOpeningSchema,
  requestOpeningSchema,
} from '@app/contracts/http';
import { type IdentityOpening, type Person } from '@app/domain';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { Allow } from '../access/access.decorator';
import { CurrentPerson } from '../access/current-person.decorator';
import { API } from '../requests/api-path';
import { afterOf, pageOf } from '../requests/cursor';
import { Problems } from '../requests/problems.decorator';
import { valueOf } from '../requests/refusal';
import { presentOpening } from './opening.presenter';

class RequestOpeningDto extends createZodDto(requestOpeningSchema) {}
class RefuseOpeningDto extends createZodDto(refuseOpeningSchema) {}
class ListOpeningsDto extends createZodDto(listOpeningsSchema) {}
class OpeningPageDto extends createZodDto(openingPageSchema) {}
class IdentityOpeningDto extends createZodDto(identityOpeningSchema) {}
class OpenedIdentityDto extends createZodDto(openedIdentitySchema) {}

/** Two people open a hidden identity together. The administrator may watch, and open nothing. */
@ApiTags('identity')
@Controller(API)
export class IdentityOpeningsController {
  constructor(
    private readonly desk: IdentityDesk,
    private readonly actors: Actors,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  @Post('tickets/:number/identity-openings')
  @Allow('dispatcher', 'director', 'leader')
  @Problems(
    'TICKET.NOT_FOUND',
    'TICKET.CONFLICT',
    'IDENTITY.NOT_HIDDEN',
    'IDENTITY.OWN_WORK',
    'IDENTITY.REASON_REQUIRED',
    'IDENTITY.ALREADY_REQUESTED',
  )
  @ZodResponse({ status: 201, type: IdentityOpeningDto })
  async requestOpening(
    @Param('number') number: string,
    @Body() { reason }: RequestOpeningDto,
    @CurrentPerson() person: Person,
  ) {
    return this.present(valueOf(await this.desk.request(number, reason, await this.actors.of(person))));
  }

  /** Newest first. */
  @Get('identity-openings')
  @Allow('dispatcher', 'director', 'leader', 'admin')
  @Problems('REQUEST.CURSOR_INVALID')
  @ZodResponse({ status: 200, type: OpeningPageDto })
  async listOpenings(@Query() { ticket, cursor, limit }: ListOpeningsDto) {
    const found = await this.desk.list(ticket === undefined ? {} : { ticketNumber: ticket }, {
      ...afterOf(cursor),
      limit: limit + 1,
    });
    return pageOf(
      found,
      limit,
      ({ id }) => id,
      (opening) => this.present(opening),
    );
  }

  @Post('identity-openings/:id/approve')
  @HttpCode(200)
  @Allow('director', 'leader')
  @Problems(
    'IDENTITY.NOT_FOUND',
    'IDENTITY.OWN_WORK',
    'IDENTITY.SECOND_PERSON_NEEDED',
    'IDENTITY.ALREADY_DECIDED',
    'IDENTITY.EXPIRED',
    'TICKET.CONFLICT',
  )
  @ZodResponse({ status: 200, type: IdentityOpeningDto })
  async approveOpening(@Param('id') id: string, @CurrentPerson() person: Person) {
    return this.present(valueOf(await this.desk.approve(id, await this.actors.of(person))));
  }

  @Post('identity-openings/:id/refuse')
  @HttpCode(200)
  @Allow('director', 'leader')
  @Problems(
    'IDENTITY.NOT_FOUND',
    'IDENTITY.OWN_WORK',
    'IDENTITY.SECOND_PERSON_NEEDED',
    'IDENTITY.REASON_REQUIRED',
    'IDENTITY.ALREADY_DECIDED',
    'IDENTITY.EXPIRED',
    'TICKET.CONFLICT',
  )
  @ZodResponse({ status: 200, type: IdentityOpeningDto })
  async refuseOpening(
    @Param('id') id: string,
    @Body() { reason }: RefuseOpeningDto,
    @CurrentPerson() person: Person,
  ) {
    return this.present(valueOf(await this.desk.refuse(id, reason, await this.actors.of(person))));
  }

  /** For the two alone, once each. It is recorded, so that no link, preview or prefetch may ask for it. */
  @Post('identity-openings/:id/identity')
  @HttpCode(200)
  @Allow('dispatcher', 'director', 'leader')
  @Problems(
    'IDENTITY.NOT_FOUND',
    'IDENTITY.OWN_WORK',
    'IDENTITY.NOT_YOURS',
    'IDENTITY.NOT_APPROVED',
    'IDENTITY.EXPIRED',
    'IDENTITY.ALREADY_READ',
    'IDENTITY.UNREADABLE',
    'TICKET.CONFLICT',
  )
  @ZodResponse({ status: 200, type: OpenedIdentityDto })
  async readIdentity(@Param('id') id: string, @CurrentPerson() person: Person) {
    const { userId, ...contact } = valueOf(await this.desk.read(id, await this.actors.of(person)));
    const account = userId === undefined ? undefined : await this.directory.person(userId);
    return { ...contact, username: account?.username };
  }

  private present(opening: IdentityOpening) {
    return presentOpening(opening, this.clock.now());
  }
}
