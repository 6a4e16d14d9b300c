import { z } from 'zod';
import { isoInstant, page } from './shared.http';
import { text } from './tickets.http';

const TIME = '(?:[01]\\d|2[0-3]):[0-5]\\d';
const STRETCH = `${TIME}-(?:${TIME}|24:00)`;

/** A day's working hours as one writes them, so that a week fits into seven cells of a table. */
const hours = z
  .string()
  .max(100)
  .regex(new RegExp(`^(?:${STRETCH}(?: ${STRETCH})*)?$`), {
    message: '格式须为“08:30-12:00 14:00-17:30”，休息为空 / write 08:30-12:00 14:00-17:30, nothing for rest',
  })
  .meta({
    example: '08:30-12:00 14:00-17:30',
    description: 'Working hours in Asia/Shanghai; empty for rest.',
  });
const weekly = z.array(hours).length(7).meta({ description: 'Monday to Sunday.' });
const date = z.iso.date().meta({ example: '2026-05-01' });
const monthDay = z
  .string()
  .regex(/^\d\d-\d\d$/)
  .meta({ example: '05-01' });
const rule = z.enum(['holiday', 'workday']);
const source = z.enum(['official', 'university']);

/** The whole calendar. An override beats a vacation, a vacation a season, a season the week. */
export const calendarSchema = z.strictObject({
  weekly,
  seasons: z
    .array(z.strictObject({ from: monthDay, to: monthDay, weekly }))
    .max(50)
    .meta({ description: 'Office hours between two days of every year, both inclusive.' }),
  vacations: z.array(z.strictObject({ from: date, to: date, name: text(100), weekly })).max(500),
  overrides: z
    .array(
      z.strictObject({
        date,
        kind: rule,
        source: source
          .default('official')
          .meta({ description: "`university`: the university's own decision." }),
        hours: hours.optional().meta({ description: "On a `workday`; without them, a Monday's." }),
        note: text(100).optional(),
      }),
    )
    .max(5000),
  officialYears: z
    .array(z.int())
    .max(200)
    .meta({ description: 'Years whose official list of holidays has been entered.' }),
});

const calendarWarningSchema = z.object({
  year: z.int(),
  deadlines: z.int().meta({ description: 'Open deadlines that are counted through it as if it had none.' }),
});
const savedBy = z.string().optional().meta({ description: 'Name; nobody saved the first version.' });

export const calendarVersionSchema = z.object({
  version: z.int(),
  savedAt: isoInstant,
  savedBy,
  reason: z.string(),
  calendar: calendarSchema,
});
export const currentCalendarSchema = calendarVersionSchema.extend({
  warnings: z
    .array(calendarWarningSchema)
    .meta({ description: 'Needed years without an official list of holidays.' }),
});

const changeState = z.enum(['waiting', 'running', 'done', 'superseded']);
export const calendarVersionPageSchema = page(
  calendarVersionSchema.omit({ calendar: true }).extend({
    state: changeState.optional().meta({ description: 'How far it has been carried into the open tickets.' }),
  }),
);

export const calendarDaysQuerySchema = z.object({ from: date, to: date });
export const calendarDaysSchema = z.object({
  items: z.array(
    z.object({
      date: z.string(),
      weekday: z.int().meta({ description: '1 Monday to 7 Sunday.' }),
      hours: z.string(),
      rule: z
        .enum(['holiday', 'make-up', 'closure', 'special', 'vacation', 'season', 'weekly'])
        .meta({ description: '`closure` and `special` are the university’s own days of rest and of work.' }),
      note: z.string().optional(),
      listed: z.boolean().meta({ description: "Whether the year's official list has been entered." }),
    }),
  ),
});

export const previewCalendarSchema = z.strictObject({
  basedOn: z.int().min(1).meta({ description: 'The version that was edited.' }),
  calendar: calendarSchema,
});
export const calendarPreviewSchema = z.object({
  token: z.string().meta({ description: 'To be sent along when it is applied.' }),
  warnings: z.array(calendarWarningSchema),
  checked: z.int().meta({ description: 'Open tickets that were looked at.' }),
  tickets: z.int().meta({ description: 'Tickets with a deadline that would move.' }),
  earlier: z.int().meta({ description: 'Deadlines that would come earlier.' }),
  later: z.int(),
  moves: z
    .array(
      z.object({
        number: z.string(),
        title: z.string(),
        clock: z.enum(['acceptance', 'response', 'resolution']),
        from: isoInstant,
        to: isoInstant,
        direction: z.enum(['earlier', 'later']),
      }),
    )
    .meta({ description: 'The first fifty.' }),
});

export const applyCalendarSchema = previewCalendarSchema.extend({
  previewToken: z.string().min(1).max(128),
  reason: text(200),
});
export const calendarChangeSchema = z.object({
  version: z.int(),
  savedAt: isoInstant,
  savedBy,
  reason: z.string(),
  state: changeState,
  checked: z.int(),
  moved: z.int().meta({ description: 'Tickets with a deadline that moved.' }),
  failed: z.int(),
  failures: z.array(z.object({ ticket: z.string(), problem: z.string() })),
  finishedAt: isoInstant.optional(),
  links: z.object({ self: z.string() }),
});
