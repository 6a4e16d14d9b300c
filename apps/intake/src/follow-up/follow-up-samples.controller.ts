import { FollowUpDesk, FollowUpSampleRepository, TicketQueries } from '@app/application';
import {
  drawSampleSchema,
  followUpSamplePageSchema,
  followUpSampleSchema,
  listSamplesSchema,
} from '@app/contracts/http';
import { type FollowUpSample, type Person } from '@app/domain';
import { ProblemException } from '@app/platform';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { Allow } from '../access/access.decorator';
import { CurrentPerson } from '../access/current-person.decorator';
import { Office } from '../reference/office-names';
import { API } from '../requests/api-path';
import { afterOf, pageOf } from '../requests/cursor';
import { Problems } from '../requests/problems.decorator';
import { valueOf } from '../requests/refusal';
import { TicketViews } from '../tickets/ticket-views';
import { presentSample, presentSampleSummary } from './follow-up-sample.presenter';

class DrawSampleDto extends createZodDto(drawSampleSchema) {}
class ListSamplesDto extends createZodDto(listSamplesSchema) {}
class FollowUpSamplePageDto extends createZodDto(followUpSamplePageSchema) {}
class FollowUpSampleDto extends createZodDto(followUpSampleSchema) {}

/** Tickets drawn at random for calling back their reporters, and what came of it. */
@ApiTags('follow-up')
@Controller(`${API}/follow-up-samples`)
export class FollowUpSamplesController {
  constructor(
    private readonly desk: FollowUpDesk,
    private readonly samples: FollowUpSampleRepository,
    private readonly queries: TicketQueries,
    private readonly office: Office,
    private readonly views: TicketViews,
  ) {}

  @Post()
  @Allow('verifier', 'director', 'leader')
  @Problems('FOLLOW_UP.NOTHING_TO_DRAW', 'TICKET.DEPARTMENT_UNKNOWN')
  @ZodResponse({ status: 201, type: FollowUpSampleDto })
  async drawSample(@Body() { size, department: written }: DrawSampleDto, @CurrentPerson() person: Person) {
    const department = written === undefined ? undefined : await this.office.department(written);
    if (written !== undefined && !department) throw new ProblemException('TICKET.DEPARTMENT_UNKNOWN');
    const drawn = await this.desk.draw({
      size,
      by: person,
      ...(department ? { department: department.code } : {}),
    });
    return this.whole(valueOf(drawn), person);
  }

  /** Newest first. */
  @Get()
  @Allow('verifier', 'director', 'leader')
  @Problems('REQUEST.CURSOR_INVALID')
  @ZodResponse({ status: 200, type: FollowUpSamplePageDto })
  async listSamples(@Query() { cursor, limit }: ListSamplesDto) {
    const [found, names] = await Promise.all([
      this.samples.list({ ...afterOf(cursor), limit: limit + 1 }),
      this.office.names(),
    ]);
    return pageOf(
      found,
      limit,
      ({ id }) => id,
      (sample) => presentSampleSummary(sample, names),
    );
  }

  /** With its tickets and the calls made since the draw. */
  @Get(':id')
  @Allow('verifier', 'director', 'leader')
  @Problems('FOLLOW_UP.NOT_FOUND')
  @ZodResponse({ status: 200, type: FollowUpSampleDto })
  async viewSample(@Param('id') id: string, @CurrentPerson() person: Person) {
    return this.whole(valueOf(await this.desk.view(id)), person);
  }

  private async whole(sample: FollowUpSample, person: Person) {
    const [names, tickets, present] = await Promise.all([
      this.office.names(),
      this.queries.summaries(sample.ticketIds),
      this.views.summaries(person),
    ]);
    return presentSample(sample, names, tickets, present);
  }
}
