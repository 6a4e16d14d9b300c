import { type WorkingCalendar } from './calendar.types';

/** Every edit of the calendar is a version, never changed after; the highest one holds. */
export interface CalendarVersion {
  /** From 1, the one that the office began with. */
  readonly version: number;
  readonly calendar: WorkingCalendar;
  readonly savedAt: Date;
  /** Absent for the first version, which nobody edited. */
  readonly savedBy?: { readonly id: string; readonly name: string };
  readonly reason: string;
}

/**
 * How far a version has been carried into the open tickets: `waiting` for a worker, `running` from ticket to ticket,
 * `done`, or `superseded` by a later version, which moves every ticket again.
 */
export const CALENDAR_CHANGE_STATES = ['waiting', 'running', 'done', 'superseded'] as const;
export type CalendarChangeState = (typeof CALENDAR_CHANGE_STATES)[number];

/** A ticket whose deadlines could not be moved, and why. */
export interface CalendarFailure {
  readonly ticketId: string;
  readonly ticketNumber: string;
  readonly problem: string;
}

/** A calendar version on its way into the tickets; it is named by the version's number. */
export interface CalendarChange extends Required<Omit<CalendarVersion, 'calendar'>> {
  /** Of the preview that it was applied with; a repeat of the same request is recognised by it. */
  readonly previewToken: string;
  readonly state: CalendarChangeState;
  /** Id of the last ticket that was looked at; the next try goes on behind it. */
  readonly after?: string;
  readonly checked: number;
  /** Tickets with at least one deadline that moved. */
  readonly moved: number;
  readonly failed: number;
  /** The first of the failed ones, which are tried once more at the end. */
  readonly failures: readonly CalendarFailure[];
  readonly touchedAt: Date;
  readonly finishedAt?: Date;
}
