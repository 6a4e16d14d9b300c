/** A calendar date in Asia/Shanghai, `YYYY-MM-DD`. */
export type LocalDate = string;

/** Working time within one day, minutes after local midnight, `from` inclusive and `to` exclusive. */
export interface WorkingInterval {
  readonly from: number;
  readonly to: number;
}

/** Working intervals by ISO weekday: index 0 is Monday, 6 is Sunday; an empty list is a day of rest. */
export type WeeklyPattern = readonly (readonly WorkingInterval[])[];

/** Office hours that hold between two month-days (`MM-DD`, both inclusive) of every year. */
export interface Season {
  readonly from: string;
  readonly to: string;
  readonly weekly: WeeklyPattern;
}

/** A dated stretch with its own pattern (winter and summer vacation); both ends inclusive. */
export interface Vacation {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly name: string;
  readonly weekly: WeeklyPattern;
}

/**
 * One date that beats every pattern: a day of rest, or a working day (a make-up day, 调休, or one with hours of its
 * own). Either the official list says so, or the university has decided it for itself.
 */
export interface DateOverride {
  readonly date: LocalDate;
  readonly kind: 'holiday' | 'workday';
  /** Absent: official. */
  readonly source?: 'official' | 'university';
  /** Hours on a `workday`; where absent, those of a Monday in the pattern that holds on that date. */
  readonly intervals?: readonly WorkingInterval[];
  readonly note?: string;
}

/** Precedence: date override, then vacation, then season, then the weekly pattern. Zone: Asia/Shanghai. */
export interface WorkingCalendar {
  readonly weekly: WeeklyPattern;
  readonly seasons: readonly Season[];
  readonly vacations: readonly Vacation[];
  readonly overrides: readonly DateOverride[];
  /** Years whose official holiday list has been entered; a deadline that reaches into another year warns. */
  readonly officialYears: readonly number[];
}

/** How much time a rule gives. `clock-minutes` runs around the clock; the others by the working calendar. */
export interface Allowance {
  readonly unit: 'working-days' | 'working-minutes' | 'clock-minutes';
  readonly amount: number;
}
