import { type CalendarChange, type CalendarVersion } from '@app/domain';

/** A version as a list shows it: with how far it has been carried into the tickets, without what it says. */
export type CalendarVersionSummary = Omit<CalendarVersion, 'calendar'> &
  Partial<Pick<CalendarChange, 'state'>>;

/** Every version of the working calendar, and how far each has been carried into the open tickets. */
export abstract class CalendarRepository {
  /** The version that holds. Throws where the database has never been seeded. */
  abstract current(): Promise<CalendarVersion>;
  abstract version(version: number): Promise<CalendarVersion | undefined>;
  /** Newest first; `before` is the lowest version of the page before. */
  abstract list(page: {
    readonly before?: number;
    readonly limit: number;
  }): Promise<readonly CalendarVersionSummary[]>;
  /** Stores a version with its change, in force everywhere when it resolves; false where its number is taken. */
  abstract add(version: CalendarVersion, change: CalendarChange): Promise<boolean>;
  /** Undefined for a number that is not there, and for the first version, which nothing had to be moved for. */
  abstract change(version: number): Promise<CalendarChange | undefined>;
  /** Stores `next` if the change still stands where `previous` does (state and tickets checked); false otherwise. */
  abstract advance(previous: CalendarChange, next: CalendarChange): Promise<boolean>;
  /** Changes that are waiting or running and have been silent since `before`. */
  abstract silentSince(before: Date): Promise<readonly CalendarChange[]>;
}
