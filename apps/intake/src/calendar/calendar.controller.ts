import { CalendarDesk, CalendarRepository, type Result } from '@app/application';
import {
  applyCalendarSchema,
  calendarChangeSchema,
  calendarDaysQuerySchema,
  calendarDaysSchema,
  calendarPreviewSchema,
  calendarVersionPageSchema,
  calendarVersionSchema,
  currentCalendarSchema,
  pageQuery,
  previewCalendarSchema,
} from '@app/contracts/http';
import { calendarDays, type CalendarVersion, type Person } from '@app/domain';
import { ProblemException } from '@app/platform';
import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { Allow } from '../access/access.decorator';
import { CurrentPerson } from '../access/current-person.decorator';
import { API } from '../requests/api-path';
import { pageOf, placeOf } from '../requests/cursor';
import { Problems } from '../requests/problems.decorator';
import { valueOf } from '../requests/refusal';
import {
  presentCalendar,
  presentChange,
  presentDay,
  presentPreview,
  presentVersion,
  readCalendar,
} from './calendar.presenter';

class CurrentCalendarDto extends createZodDto(currentCalendarSchema) {}
class CalendarVersionDto extends createZodDto(calendarVersionSchema) {}
class CalendarVersionPageDto extends createZodDto(calendarVersionPageSchema) {}
class VersionsQueryDto extends createZodDto(pageQuery) {}
class CalendarDaysQueryDto extends createZodDto(calendarDaysQuerySchema) {}
class CalendarDaysDto extends createZodDto(calendarDaysSchema) {}
class PreviewCalendarDto extends createZodDto(previewCalendarSchema) {}
class CalendarPreviewDto extends createZodDto(calendarPreviewSchema) {}
class ApplyCalendarDto extends createZodDto(applyCalendarSchema) {}
class CalendarChangeDto extends createZodDto(calendarChangeSchema) {}

const VERSION = /^[1-9]\d{0,8}$/;
const MOST_DAYS = 400;
const DAY_MS = 86_400_000;

/** The working calendar: read by the staff whose deadlines it counts, edited by the administrator. */
@ApiTags('calendar')
@Controller(`${API}/calendar`)
@Allow('owner', 'head', 'dispatcher', 'verifier', 'director', 'leader', 'admin')
export class CalendarController {
  constructor(
    private readonly calendars: CalendarRepository,
    private readonly desk: CalendarDesk,
  ) {}

  @Get()
  @ZodResponse({ status: 200, type: CurrentCalendarDto })
  async calendar() {
    const current = await this.calendars.current();
    return { ...withContent(current), warnings: [...(await this.desk.warnings(current.calendar))] };
  }

  /** Newest first, without what they say. */
  @Get('versions')
  @Problems('REQUEST.CURSOR_INVALID')
  @ZodResponse({ status: 200, type: CalendarVersionPageDto })
  async calendarVersions(@Query() { cursor, limit }: VersionsQueryDto) {
    const before = cursor === undefined ? {} : { before: Number(placeOf(cursor, VERSION)) };
    const found = await this.calendars.list({ ...before, limit: limit + 1 });
    return pageOf(found, limit, ({ version }) => String(version), presentVersion);
  }

  @Get('versions/:version')
  @Problems('CALENDAR.NOT_FOUND')
  @ZodResponse({ status: 200, type: CalendarVersionDto })
  async calendarVersion(@Param('version') version: string) {
    return withContent(found(await this.calendars.version(numberOf(version))));
  }

  /** What each day is by the calendar that holds, and which of its rules says so; at most 400 days. */
  @Get('days')
  @ZodResponse({ status: 200, type: CalendarDaysDto })
  async calendarDays(@Query() { from, to }: CalendarDaysQueryDto) {
    const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
    if (days < 1 || days > MOST_DAYS)
      throw new ProblemException('REQUEST.INVALID', {
        errors: [
          { pointer: '/to', detail: `须为 from 起 ${MOST_DAYS} 天之内 / within ${MOST_DAYS} days of from` },
        ],
      });
    const { calendar } = await this.calendars.current();
    return { items: calendarDays(calendar, from, to).map(presentDay) };
  }

  /** What saving it would do to the open tickets; changes nothing. */
  @Post('preview')
  @Allow('admin')
  @Problems('CALENDAR.INVALID', 'CALENDAR.CONFLICT')
  @ZodResponse({ status: 200, type: CalendarPreviewDto })
  async previewCalendar(@Body() { basedOn, calendar }: PreviewCalendarDto) {
    return presentPreview(
      calendarValueOf(await this.desk.preview({ basedOn, calendar: readCalendar(calendar) })),
    );
  }

  /** Saves what was previewed as a new version; the open deadlines move in a job, whose progress is at the link. */
  @Put()
  @Allow('admin')
  @Problems('CALENDAR.INVALID', 'CALENDAR.CONFLICT', 'CALENDAR.NOT_PREVIEWED')
  @ZodResponse({ status: 202, type: CalendarChangeDto })
  async saveCalendar(@Body() { calendar, ...edit }: ApplyCalendarDto, @CurrentPerson() person: Person) {
    const { id, name } = person;
    return presentChange(
      calendarValueOf(
        await this.desk.apply({ ...edit, calendar: readCalendar(calendar), savedBy: { id, name } }),
      ),
    );
  }

  /** How far a version has been carried into the open tickets. */
  @Get('changes/:version')
  @Allow('admin')
  @Problems('CALENDAR.NOT_FOUND')
  @ZodResponse({ status: 200, type: CalendarChangeDto })
  async calendarChange(@Param('version') version: string) {
    return presentChange(found(await this.calendars.change(numberOf(version))));
  }
}

function withContent({ calendar, ...version }: CalendarVersion) {
  return { ...presentVersion(version), calendar: presentCalendar(calendar) };
}

function numberOf(version: string): number {
  if (!VERSION.test(version)) throw new ProblemException('CALENDAR.NOT_FOUND');
  return Number(version);
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new ProblemException('CALENDAR.NOT_FOUND');
  return value;
}

/** A fault of a day's intervals lies, on the wire, in its hours. */
function calendarValueOf<T>(result: Result<T>): T {
  if (result.ok || !result.error.errors) return valueOf(result);
  const errors = result.error.errors.map(({ pointer, detail }) => ({
    pointer: pointer.replace(/\/intervals$/, '/hours'),
    detail,
  }));
  return valueOf({ ...result, error: { ...result.error, errors } });
}
