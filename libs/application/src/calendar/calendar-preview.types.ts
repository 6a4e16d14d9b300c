import { type CalendarChange, type DeadlineMove, type MissingYear, type WorkingCalendar } from '@app/domain';
import { type TicketClocks } from '../ports/ticket-clocks.port';

/** An edit of the calendar as a whole, made on the version that the editor had before them. */
export interface CalendarEdit {
  readonly basedOn: number;
  readonly calendar: WorkingCalendar;
}

export interface ApplyCalendarCommand extends CalendarEdit {
  readonly previewToken: string;
  readonly reason: string;
  readonly savedBy: CalendarChange['savedBy'];
}

/** One deadline that an edit would move. */
export interface PreviewedMove extends DeadlineMove, Pick<TicketClocks, 'number' | 'title'> {}

/** What an edit would do to the tickets that are open now. */
export interface CalendarPreview {
  /** Stands for this very edit on this very version; applying it asks for it. */
  readonly token: string;
  readonly warnings: readonly MissingYear[];
  /** Open tickets with a running clock that were looked at. */
  readonly checked: number;
  /** Tickets with at least one deadline that would move. */
  readonly tickets: number;
  /** Deadlines that would come earlier, and later. */
  readonly earlier: number;
  readonly later: number;
  /** The first of them, by ticket. */
  readonly moves: readonly PreviewedMove[];
}
