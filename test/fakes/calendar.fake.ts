import {
  CalendarRepository,
  type CalendarVersionSummary,
  type TicketClocks,
  TicketClocksQuery,
} from '@app/application';
import { type CalendarChange, type CalendarVersion, CLOCKS, type WorkingCalendar } from '@app/domain';
import { CALENDAR } from '../builders/fixtures.builder';
import { START } from '../builders/ticket.builder';
import { stored } from './storable.fake';
import { FakeTicketRows } from './tickets.fake';

interface Row {
  readonly version: CalendarVersion;
  readonly change?: CalendarChange;
}

/** Versions in memory, the first of them as seeded; `inForce` hears of each new one, as the directory would. */
export class FakeCalendarRepository extends CalendarRepository {
  private readonly rows: Row[];

  constructor(
    first: WorkingCalendar = CALENDAR,
    private readonly inForce: (calendar: WorkingCalendar) => void = () => undefined,
  ) {
    super();
    this.rows = [{ version: { version: 1, calendar: first, savedAt: START, reason: '初始日历' } }];
  }

  async current(): Promise<CalendarVersion> {
    return stored(this.rows.at(-1)!.version);
  }

  async version(version: number): Promise<CalendarVersion | undefined> {
    return stored(this.rows[version - 1]?.version);
  }

  async list({
    before = Infinity,
    limit,
  }: {
    readonly before?: number;
    readonly limit: number;
  }): Promise<readonly CalendarVersionSummary[]> {
    return this.rows
      .filter(({ version }) => version.version < before)
      .toReversed()
      .slice(0, limit)
      .map(({ version: { calendar: _, ...version }, change }) =>
        stored({ ...version, ...(change ? { state: change.state } : {}) }),
      );
  }

  async add(version: CalendarVersion, change: CalendarChange): Promise<boolean> {
    if (this.rows.some((row) => row.version.version === version.version)) return false;
    this.rows.push(stored({ version, change }));
    this.inForce(version.calendar);
    return true;
  }

  async change(version: number): Promise<CalendarChange | undefined> {
    return stored(this.rows[version - 1]?.change);
  }

  async advance(previous: CalendarChange, next: CalendarChange): Promise<boolean> {
    const row = this.rows[previous.version - 1];
    if (row?.change?.state !== previous.state || row.change.checked !== previous.checked) return false;
    this.rows[previous.version - 1] = stored({ ...row, change: next });
    return true;
  }

  async silentSince(before: Date): Promise<readonly CalendarChange[]> {
    return this.rows.flatMap(({ change }) =>
      change && (change.state === 'waiting' || change.state === 'running') && change.touchedAt < before
        ? [stored(change)]
        : [],
    );
  }
}

const RUN_IN = ['submitted', 'dispatched', 'in-progress'];

export class FakeTicketClocksQuery extends TicketClocksQuery {
  constructor(private readonly rows = new FakeTicketRows()) {
    super();
  }

  async running({
    after = '',
    limit,
    dueFrom,
  }: {
    readonly after?: string;
    readonly limit: number;
    readonly dueFrom?: Date;
  }): Promise<readonly TicketClocks[]> {
    return this.rows.tickets
      .filter(({ id, status }) => id > after && RUN_IN.includes(status))
      .filter(
        ({ clocks }) =>
          dueFrom === undefined ||
          CLOCKS.some((name) => (clocks[name]?.dueAt.getTime() ?? 0) >= dueFrom.getTime()),
      )
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .slice(0, limit)
      .map(({ id, number, title, clocks }) => ({ id, number, title, clocks }));
  }
}
