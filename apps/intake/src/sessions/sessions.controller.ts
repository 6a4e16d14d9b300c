import { CreateSessionHandler, LineRepository, SessionRepository } from '@app/application';
import {
  createSessionSchema,
  listSessionsSchema,
  sessionPageSchema,
  sessionQuerySchema,
  sessionSchema,
  sessionSummarySchema,
} from '@app/contracts/http';
import { type Person, type Session } from '@app/domain';
import { ProblemException } from '@app/platform';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { Allow } from '../access/access.decorator';
import { CurrentPerson } from '../access/current-person.decorator';
import { API } from '../requests/api-path';
import { afterOf, pageOf } from '../requests/cursor';
import { Problems } from '../requests/problems.decorator';
import { LineViews } from './line-views';
import { presentSession } from './session.presenter';

class CreateSessionDto extends createZodDto(createSessionSchema) {}
class ListSessionsDto extends createZodDto(listSessionsSchema) {}
class SessionSummaryDto extends createZodDto(sessionSummarySchema) {}
class SessionPageDto extends createZodDto(sessionPageSchema) {}
class SessionQueryDto extends createZodDto(sessionQuerySchema) {}
class SessionDto extends createZodDto(sessionSchema) {}

@ApiTags('sessions')
@Controller(`${API}/sessions`)
export class SessionsController {
  constructor(
    private readonly creating: CreateSessionHandler,
    private readonly sessions: SessionRepository,
    private readonly lines: LineRepository,
    private readonly views: LineViews,
  ) {}

  @Post()
  @Allow('dispatcher', 'director', 'admin')
  @ZodResponse({ status: 201, type: SessionSummaryDto })
  async createSession(@Body() body: CreateSessionDto, @CurrentPerson() person: Person) {
    const { kind, title, heldAt, place, host } = body;
    const session = await this.creating.execute({
      kind,
      title,
      heldAt,
      ...(place === undefined ? {} : { place }),
      ...(host === undefined ? {} : { host }),
      createdBy: person.id,
    });
    return presentSession(session, 0);
  }

  /** Newest first. */
  @Get()
  @Allow('dispatcher', 'director', 'leader', 'admin')
  @Problems('REQUEST.CURSOR_INVALID')
  @ZodResponse({ status: 200, type: SessionPageDto })
  async listSessions(@Query() { cursor, limit }: ListSessionsDto) {
    const found = await this.sessions.list({ ...afterOf(cursor), limit: limit + 1 });
    const counts = new Map(
      await Promise.all(found.map(async ({ id }) => [id, await this.lines.countOfSession(id)] as const)),
    );
    return pageOf(
      found,
      limit,
      ({ id }) => id,
      (session) => presentSession(session, counts.get(session.id) ?? 0),
    );
  }

  /** With its committed lines, each with its ticket. */
  @Get(':id')
  @Allow('dispatcher', 'director', 'leader', 'admin')
  @Problems('SESSION.NOT_FOUND', 'REQUEST.CURSOR_INVALID')
  @ZodResponse({ status: 200, type: SessionDto })
  async viewSession(@Param('id') id: string, @Query() { cursor, limit }: SessionQueryDto) {
    const session = await this.find(id);
    const [lineCount, lines] = await Promise.all([
      this.lines.countOfSession(id),
      this.lines.ofSession(id, afterOf(cursor).after, limit + 1),
    ]);
    const { items, nextCursor } = pageOf(lines, limit, (line) => line.id, await this.views.of(lines));
    return { ...presentSession(session, lineCount), lines: items, nextCursor };
  }

  private async find(id: string): Promise<Session> {
    const session = await this.sessions.byId(id);
    if (!session) throw new ProblemException('SESSION.NOT_FOUND');
    return session;
  }
}
