import { type CalendarChange, type CalendarVersion } from '@app/domain';
import { Schema } from 'mongoose';
import { DOCUMENT_OPTIONS } from '../database/document.schema';

/** What a change says beyond the version that it carries. */
export type StoredChange = Omit<CalendarChange, keyof CalendarVersion>;

/** One version of the calendar with its way into the tickets: one document, so that one write makes both. */
export interface CalendarDocument extends Omit<CalendarVersion, 'version'> {
  readonly _id: number;
  /** Absent for the first version. */
  readonly change?: StoredChange;
}

export const CALENDAR = 'Calendar';

export const calendarSchema = new Schema<CalendarDocument>(
  {
    _id: Number,
    calendar: Schema.Types.Mixed,
    savedAt: Date,
    savedBy: Schema.Types.Mixed,
    reason: String,
    change: Schema.Types.Mixed,
  },
  { ...DOCUMENT_OPTIONS, collection: 'calendars' },
);

/** CalendarRepository.silentSince. */
calendarSchema.index({ 'change.state': 1, 'change.touchedAt': 1 });
