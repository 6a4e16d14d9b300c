import {
  type CalendarChange,
  type CalendarFailure,
  CLOCKS,
  deadlineMoves,
  type WorkingCalendar,
} from '@app/domain';
import { Injectable } from '@nestjs/common';
import { CalendarRepository } from '../../ports/calendar-repository.port';
import { Clock } from '../../ports/clock.port';
import { Directory } from '../../ports/directory.port';
import { type TicketClocks, TicketClocksQuery } from '../../ports/ticket-clocks.port';
import { PermanentFailure } from '../../result.types';
import { ExecuteTicketCommandHandler } from '../../ticket/execute-command/execute-ticket-command.handler';
import { CalendarDesk } from '../calendar-desk';

/** Tickets between two notes of progress. */
const BATCH = 200;
const AT_ONCE = 8;
/** Failed tickets that are kept for people to see and for another try at the end. */
const FAILURES_KEPT = 50;
const MOST_OF_A_PROBLEM = 200;
/** By how much the clocks of two processes may differ. */
const MOST_SKEW_MS = 60_000;

const WORKER = { kind: 'system', name: 'worker' } as const;
/** Refusals that only mean that the ticket has moved on and has no clock left to move. */
const HARMLESS = new Set(['TICKET.ILLEGAL_TRANSITION', 'TICKET.NOT_FOUND']);

/** What moving one ticket came to; a problem where it could not be moved. */
interface Outcome {
  readonly ticket: Pick<TicketClocks, 'id' | 'number'>;
  readonly moved: boolean;
  readonly problem?: string;
}

@Injectable()
export class ApplyCalendarHandler {
  constructor(
    private readonly calendars: CalendarRepository,
    private readonly desk: CalendarDesk,
    private readonly clocks: TicketClocksQuery,
    private readonly directory: Directory,
    private readonly commands: ExecuteTicketCommandHandler,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts the deadlines of every open ticket by the calendar version, from where an earlier try stopped; answers how
   * the change stands then, undefined where another worker has taken it over. A ticket that cannot be moved does not
   * hold up the others. Throws between two batches once `signal` is aborted: the rest is done elsewhere.
   */
  async execute(version: number, signal: AbortSignal): Promise<CalendarChange | undefined> {
    let change = await this.calendars.change(version);
    if (!change) throw new PermanentFailure(`there is no calendar change ${version}`);
    // A crash between storing and recording leaves this to do.
    await this.desk.record(change);
    while (change.state === 'waiting' || change.state === 'running') {
      signal.throwIfAborted();
      const next = await this.goOn(change);
      if (!(await this.calendars.advance(change, next))) return undefined;
      change = next;
    }
    return change;
  }

  /** The change one batch further, or ended. */
  private async goOn(change: CalendarChange): Promise<CalendarChange> {
    const touchedAt = this.clock.now();
    if ((await this.calendars.current()).version !== change.version)
      return { ...change, state: 'superseded', touchedAt, finishedAt: touchedAt };
    const tickets = await this.clocks.running({
      limit: BATCH,
      ...(change.after === undefined ? {} : { after: change.after }),
    });
    const last = tickets.at(-1);
    if (!last) return this.finish(change);
    const outcomes = await this.moveAll(change, tickets);
    const failures = outcomes.flatMap(failureOf);
    return {
      ...change,
      state: 'running',
      after: last.id,
      checked: change.checked + tickets.length,
      moved: change.moved + outcomes.filter(({ moved }) => moved).length,
      failed: change.failed + failures.length,
      failures: [...change.failures, ...failures].slice(0, FAILURES_KEPT),
      touchedAt: this.clock.now(),
    };
  }

  /** Those that failed are tried once more: most of what fails one ticket among many passes by. */
  private async finish(change: CalendarChange): Promise<CalendarChange> {
    const again = change.failures.map(({ ticketId, ticketNumber }) => ({
      id: ticketId,
      number: ticketNumber,
    }));
    const outcomes: Outcome[] = [];
    for (const ticket of again) outcomes.push(await this.move(change, ticket));
    const failures = outcomes.flatMap(failureOf);
    const finishedAt = this.clock.now();
    return {
      ...change,
      state: 'done',
      moved: change.moved + outcomes.filter(({ moved }) => moved).length,
      failed: change.failed - change.failures.length + failures.length,
      failures,
      touchedAt: finishedAt,
      finishedAt,
    };
  }

  private async moveAll(change: CalendarChange, tickets: readonly TicketClocks[]): Promise<Outcome[]> {
    const calendar = await this.directory.calendar();
    const outcomes: Outcome[] = [];
    for (let start = 0; start < tickets.length; start += AT_ONCE)
      outcomes.push(
        ...(await Promise.all(
          tickets.slice(start, start + AT_ONCE).map((ticket) => this.look(change, ticket, calendar)),
        )),
      );
    return outcomes;
  }

  /** Reads the whole ticket only where there is something to do, or where an earlier try may have done it. */
  private async look(
    change: CalendarChange,
    ticket: TicketClocks,
    calendar: WorkingCalendar,
  ): Promise<Outcome> {
    try {
      const since = change.savedAt.getTime() - MOST_SKEW_MS;
      const isTouched = CLOCKS.some(
        (name) => (ticket.clocks[name]?.versions.at(-1)?.setAt.getTime() ?? 0) >= since,
      );
      if (!isTouched && deadlineMoves(ticket, calendar).length === 0) return { ticket, moved: false };
    } catch (error) {
      return { ticket, moved: false, problem: problemOf(error) };
    }
    return this.move(change, ticket);
  }

  /** Moved by this change, be it now or by an earlier try: the change's name stands in the ticket's log. */
  private async move({ version, reason }: CalendarChange, ticket: Outcome['ticket']): Promise<Outcome> {
    const commandId = `calendar-${version}`;
    try {
      const result = await this.commands.execute(ticket.id, {
        command: { name: 'moveDeadlines', reason },
        actor: WORKER,
        commandId,
        correlationId: commandId,
      });
      if (result.ok)
        return { ticket, moved: result.value.log.some((entry) => entry.commandId === commandId) };
      return HARMLESS.has(result.error.code)
        ? { ticket, moved: false }
        : { ticket, moved: false, problem: result.error.code };
    } catch (error) {
      return { ticket, moved: false, problem: problemOf(error) };
    }
  }
}

function problemOf(error: unknown): string {
  return String(error).slice(0, MOST_OF_A_PROBLEM);
}

function failureOf({ ticket, problem }: Outcome): CalendarFailure[] {
  return problem === undefined ? [] : [{ ticketId: ticket.id, ticketNumber: ticket.number, problem }];
}
