import {
  calendarGaps,
  type CalendarChange,
  type CalendarVersion,
  CLOCKS,
  deadlineMoves,
  localDateOf,
  missingYears,
  type MissingYear,
  validateCalendar,
  type WorkingCalendar,
} from '@app/domain';
import { Injectable } from '@nestjs/common';
import { CalendarRepository } from '../ports/calendar-repository.port';
import { Clock } from '../ports/clock.port';
import { ConfigurationLog } from '../ports/configuration-log.port';
import { Ids } from '../ports/ids.port';
import { JobPublisher } from '../ports/job-publisher.port';
import { type TicketClocks, TicketClocksQuery } from '../ports/ticket-clocks.port';
import { done, refused, type Result } from '../result.types';
import { type ApplyCalendarCommand, type CalendarEdit, type CalendarPreview } from './calendar-preview.types';

/** Tickets read at a time. */
const BATCH = 500;
/** Moves that a preview shows; the rest are counted. */
const MOVES_SHOWN = 50;
/** A change that has said nothing for so long has lost its worker. */
const SILENT_MS = 30_000;

type Refused = Extract<Result<never>, { ok: false }>;

/** The working calendar as an administrator edits it: first previewed, then applied as one recorded change. */
@Injectable()
export class CalendarDesk {
  constructor(
    private readonly calendars: CalendarRepository,
    private readonly clocks: TicketClocksQuery,
    private readonly log: ConfigurationLog,
    private readonly publisher: JobPublisher,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Years whose official list is needed now and is not there, with the open deadlines that reach into them. */
  async warnings(calendar: WorkingCalendar): Promise<readonly MissingYear[]> {
    const now = this.clock.now();
    let year = Number(localDateOf(now).slice(0, 4));
    while (calendar.officialYears.includes(year)) year += 1;
    const dueFrom = new Date(`${year}-01-01T00:00:00+08:00`);
    const reached: number[] = [];
    for await (const { clocks } of this.runningTickets(dueFrom))
      reached.push(
        ...CLOCKS.flatMap((name) => {
          const clock = clocks[name];
          return clock && !clock.stoppedAt ? calendarGaps(calendar, clock) : [];
        }),
      );
    return missingYears(calendar, now, reached);
  }

  /** The warnings of the calendar that holds. */
  async missing(): Promise<readonly MissingYear[]> {
    return this.warnings((await this.calendars.current()).calendar);
  }

  /** What an edit would do, changing nothing; refused where the calendar has faults or was edited meanwhile. */
  async preview(edit: CalendarEdit): Promise<Result<CalendarPreview>> {
    const refusal = faultsOf(edit.calendar) ?? (await this.outdated(edit));
    if (refusal) return refusal;
    const counted = { checked: 0, tickets: 0, earlier: 0, later: 0 };
    const moves: CalendarPreview['moves'][number][] = [];
    const reached: number[] = [];
    for await (const { number, title, clocks } of this.runningTickets()) {
      const moved = deadlineMoves({ clocks }, edit.calendar);
      counted.checked += 1;
      if (moved.length > 0) counted.tickets += 1;
      for (const move of moved) {
        if (move.to < move.from) counted.earlier += 1;
        else counted.later += 1;
        if (moves.length < MOVES_SHOWN) moves.push({ number, title, ...move });
      }
      for (const name of CLOCKS) {
        const clock = clocks[name];
        if (!clock || clock.stoppedAt) continue;
        const dueAt = moved.find((move) => move.clock === name)?.to ?? clock.dueAt;
        reached.push(...calendarGaps(edit.calendar, { ...clock, dueAt }));
      }
    }
    const warnings = missingYears(edit.calendar, this.clock.now(), reached);
    return done({ token: this.tokenOf(edit), warnings, ...counted, moves });
  }

  /**
   * Stores a previewed edit as the next version, records it, and hands the tickets to the queue. A repeat of the
   * request that made the present version answers as the first time. Saving a calendar unchanged is no mistake: it
   * counts every open deadline anew.
   */
  async apply(command: ApplyCalendarCommand): Promise<Result<CalendarChange>> {
    const { calendar, basedOn, previewToken, savedBy } = command;
    const faults = faultsOf(calendar);
    if (faults) return faults;
    if (previewToken !== this.tokenOf(command))
      return refused('CALENDAR.NOT_PREVIEWED', 'This is not what was previewed; please preview it again.');
    const present = await this.calendars.change(basedOn + 1);
    if (present?.previewToken === previewToken && present.savedBy.id === savedBy.id) return done(present);
    return (await this.outdated(command)) ?? this.store(command);
  }

  /** The record of a version in the log of configuration changes; a repeat changes nothing. */
  async record({ version, savedAt, savedBy, reason }: CalendarChange): Promise<void> {
    const [before, after] = await Promise.all([
      this.calendars.version(version - 1),
      this.calendars.version(version),
    ]);
    await this.log.append({
      id: `calendar-${version}`,
      at: savedAt,
      actor: { kind: 'person', ...savedBy },
      kind: 'calendar',
      subject: String(version),
      before: before?.calendar,
      after: after?.calendar,
      reason,
    });
  }

  /** Publishes changes again whose worker fell silent; answers how many. */
  async takeUpSilent(): Promise<number> {
    const silent = await this.calendars.silentSince(new Date(this.clock.now().getTime() - SILENT_MS));
    for (const change of silent) await this.publish(change);
    return silent.length;
  }

  private async store(command: ApplyCalendarCommand): Promise<Result<CalendarChange>> {
    const now = this.clock.now();
    const version: Required<CalendarVersion> = {
      version: command.basedOn + 1,
      calendar: command.calendar,
      savedAt: now,
      savedBy: command.savedBy,
      reason: command.reason,
    };
    const { calendar: _, ...saved } = version;
    const change: CalendarChange = {
      ...saved,
      previewToken: command.previewToken,
      state: 'waiting',
      checked: 0,
      moved: 0,
      failed: 0,
      failures: [],
      touchedAt: now,
    };
    if (!(await this.calendars.add(version, change))) return conflict();
    await this.record(change);
    // Best effort: a change that is not published now is taken up by the sweep.
    await this.publish(change).catch(() => undefined);
    return done(change);
  }

  private publish({ version, savedAt, touchedAt }: CalendarChange): Promise<void> {
    const payload = {
      calendarVersion: version,
      eventId: `calendar-${version}`,
      occurredAt: savedAt.toISOString(),
    };
    // The id names the moment of last progress: a dead worker's job keeps its id, and must not block the next try.
    const jobId = `calendar.apply-${version}-${touchedAt.getTime()}`;
    return this.publisher.publish([{ name: 'calendar.apply', payload, jobId }]);
  }

  private async outdated({ basedOn }: CalendarEdit): Promise<Refused | undefined> {
    return (await this.calendars.current()).version === basedOn ? undefined : conflict();
  }

  private tokenOf({ basedOn, calendar }: CalendarEdit): string {
    const { weekly, seasons, vacations, overrides, officialYears } = calendar;
    return this.ids.hash(JSON.stringify([basedOn, weekly, seasons, vacations, overrides, officialYears]));
  }

  private async *runningTickets(dueFrom?: Date): AsyncGenerator<TicketClocks> {
    for (let after: string | undefined; ;) {
      const page = await this.clocks.running({
        limit: BATCH,
        ...(after === undefined ? {} : { after }),
        ...(dueFrom === undefined ? {} : { dueFrom }),
      });
      yield* page;
      if (page.length < BATCH) return;
      after = page.at(-1)?.id;
    }
  }
}

function conflict(): Refused {
  return refused('CALENDAR.CONFLICT', 'Someone else has saved the calendar; please look again.');
}

function faultsOf(calendar: WorkingCalendar): Refused | undefined {
  const faults = validateCalendar(calendar);
  if (faults.length === 0) return undefined;
  const errors = faults.map(({ pointer, message }) => ({ pointer: `/calendar${pointer}`, detail: message }));
  return refused('CALENDAR.INVALID', 'The calendar cannot be used as it is.', errors);
}
