import { type CalendarVersionSummary } from '@app/application';
import { type CalendarChange, type CalendarVersion } from '@app/domain';
import { type CalendarDocument, type StoredChange } from './calendar.schema';

export function toVersion({ _id: version, change: _, ...rest }: CalendarDocument): CalendarVersion {
  return { version, ...rest };
}

export function toSummary({
  _id: version,
  change,
  ...rest
}: Omit<CalendarDocument, 'calendar'>): CalendarVersionSummary {
  return { version, ...rest, ...(change ? { state: change.state } : {}) };
}

/** Undefined for the first version. */
export function toChange({
  _id: version,
  change,
  savedBy,
  savedAt,
  reason,
}: Omit<CalendarDocument, 'calendar'>): CalendarChange | undefined {
  return change && savedBy ? { version, savedAt, savedBy, reason, ...change } : undefined;
}

export function toCalendarDocument(
  { version, ...rest }: CalendarVersion,
  change?: CalendarChange,
): CalendarDocument {
  return { _id: version, ...rest, ...(change ? { change: toStoredChange(change) } : {}) };
}

export function toStoredChange({
  version: _version,
  savedAt: _savedAt,
  savedBy: _savedBy,
  reason: _reason,
  ...change
}: CalendarChange): StoredChange {
  return change;
}
