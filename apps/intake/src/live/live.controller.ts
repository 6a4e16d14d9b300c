import { Actors } from '@app/application';
import { LIVE_EVENTS, liveQuerySchema } from '@app/contracts/http';
import { type Person, ROLES, visibilityOf } from '@app/domain';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { createZodDto } from 'nestjs-zod';
import { Allow } from '../access/access.decorator';
import { CurrentPerson } from '../access/current-person.decorator';
import { Logins } from '../access/logins';
import { API } from '../requests/api-path';
import { EventStreamResponse } from './event-stream.decorator';
import { LAST_EVENT_ID, lastPlaceOf, LiveDoor } from './live-door';
import { PersonWatcher } from './person-watcher';

class LiveQueryDto extends createZodDto(liveQuerySchema) {}

/** A tab each, on several devices. */
const MOST_OF_A_PERSON = 20;

@ApiTags('live')
@Controller(API)
export class LiveController {
  constructor(
    private readonly door: LiveDoor,
    private readonly logins: Logins,
    private readonly actors: Actors,
  ) {}

  /** Server-sent events of the tickets that the one logged in may see, until the login ends. */
  @Get('live')
  @Allow(...ROLES)
  @ApiHeader(LAST_EVENT_ID)
  @EventStreamResponse(LIVE_EVENTS)
  async live(
    @Query() query: LiveQueryDto,
    @CurrentPerson() person: Person,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { sessionId } = request.session;
    const look = async () => {
      const stillIn = await this.logins.stillIn(sessionId);
      return stillIn && visibilityOf(await this.actors.of(stillIn));
    };
    const watcher = new PersonWatcher(visibilityOf(await this.actors.of(person)), look);
    this.door.enter(request, reply, watcher, {
      who: person.id,
      most: MOST_OF_A_PERSON,
      ...lastPlaceOf(request, query),
    });
  }
}
