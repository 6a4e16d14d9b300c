import fc from 'fast-check';
import { CALENDAR } from '../../../../test/builders/fixtures.builder';
import { aTicket, nextId, sha256, TIMER, WORKER } from '../../../../test/builders/ticket.builder';
import { DeadlineRecount } from '../../../../test/builders/deadline-recount.builder';
import { faultsOf, faultsOfStep } from '../../../../test/builders/ticket-invariants.builder';
import {
  type Draw,
  drawn,
  POLICIES,
  policyFor,
  type Turn,
  turns,
} from '../../../../test/builders/ticket-moves.builder';
import { type WorkingCalendar } from '../calendar/calendar.types';
import { decide } from './ticket.decide';
import { appendToLog, firstBrokenEntry } from './ticket-log.decide';
import { dueCommand } from './timer.decide';
import { noticeToIssue } from './supervision.decide';
import { TICKET_COMMANDS } from './ticket.transitions';
import { TICKET_ERROR_CODES } from './ticket.errors';
import { type Decision, type TicketCommand } from './ticket-decision.types';
import { type Actor } from './actor.types';
import { type Ticket } from './ticket.types';

const SEQUENCES = 3_000;
const MINUTE = 60_000;
/** More turns of a timer than anything can be due at one instant. */
const MOST_DUE = 10;

const saturday = CALENDAR.weekly[0] ?? [];
const morning = saturday.slice(0, 1);
const holiday = (date: string) => ({ date, kind: 'holiday' as const });
/** The university's calendar as it may be edited: as it was, with days off, with a working weekend, on short hours. */
const CALENDARS: readonly WorkingCalendar[] = [
  CALENDAR,
  {
    ...CALENDAR,
    overrides: ['2026-03-04', '2026-03-05', '2026-03-12', '2026-04-06'].map(holiday),
    vacations: [
      { from: '2026-05-01', to: '2026-05-20', name: '假期', weekly: CALENDAR.weekly.map(() => morning) },
    ],
  },
  { ...CALENDAR, weekly: [...CALENDAR.weekly.slice(0, 5), saturday, []] },
  {
    ...CALENDAR,
    seasons: [
      { from: '03-10', to: '10-01', weekly: CALENDAR.weekly.map((_, day) => (day < 5 ? morning : [])) },
    ],
  },
];

const tally = { refused: 0, races: 0, lost: 0, timers: 0, edits: 0 };
const accepted = new Map<string, number>();

/** One ticket's life: the ticket as it stands, and a recount of its deadlines that follows its record. */
class Life {
  ticket: Ticket;
  private now: Date;
  private calendar: WorkingCalendar = CALENDAR;
  private calendarPending = false;
  private serial = 0;
  private readonly told: unknown[] = [];
  private readonly recount: DeadlineRecount;

  constructor() {
    this.ticket = frozen(aTicket().build());
    this.now = this.ticket.submittedAt;
    this.recount = new DeadlineRecount(this.now, POLICIES[0]!, CALENDAR);
  }

  get isOver(): boolean {
    return ['withdrawn', 'declined'].includes(this.ticket.status);
  }

  take({ move, wait, day }: Turn): void {
    this.now = new Date(this.now.getTime() + wait * MINUTE);
    switch (move.kind) {
      case 'command':
        return void this.give(this.drawn(move.draw, day));
      case 'race':
        return this.race(this.drawn(move.draw, day), this.drawn(move.rival, day));
      case 'timer':
        return this.timer(move.late);
      case 'calendar':
        return this.edit(move.to, move.rival && this.drawn(move.rival, day));
    }
  }

  private drawn(draw: Draw, day: number): Attempt {
    return drawn(this.ticket, draw, day, this.now);
  }

  /** Both are decided on the same state; whoever is first is saved, the other decided anew. */
  private race(first: Attempt, second: Attempt): void {
    const base = this.ticket;
    const rival = this.decide(base, second);
    const won = this.give(first);
    const again = this.give(second);
    tally.races += 1;
    if (won && rival.ok && !again) tally.lost += 1;
    // Without a winner before it the second one meets the state it was decided on.
    if (!won && again !== rival.ok) this.expectNone(['a refused command changes nothing']);
  }

  private timer(late: number): void {
    const due = Math.max(this.now.getTime(), this.ticket.nextStepAt?.getTime() ?? 0);
    // The recount knows whole minutes only.
    this.now = new Date((Math.ceil(due / MINUTE) + late) * MINUTE);
    for (let turn = 0; this.ticket.nextStepAt && this.ticket.nextStepAt <= this.now; turn += 1) {
      // What time asks for is never refused, or the scheduler would ask for ever.
      const name = dueCommand(this.ticket, this.now);
      const done = this.give({ command: { name }, actor: TIMER });
      this.expectNone(done && turn < MOST_DUE ? [] : [`the timer's ${name} settles what is due`]);
      tally.timers += 1;
    }
  }

  private edit(to: number, rival?: Attempt): void {
    this.calendar = CALENDARS[to] ?? CALENDAR;
    this.calendarPending = true;
    this.told.push(`calendar ${to}`);
    tally.edits += 1;
    if (rival) this.give(rival);
    const moved = this.give({ command: { name: 'moveDeadlines', reason: '校历调整' }, actor: WORKER });
    this.calendarPending = false;
    if (moved) this.recount.edit(this.calendar);
    this.expectSound();
  }

  /** Whether the command was accepted; every invariant is checked where it was. */
  private give(attempt: Attempt): boolean {
    const before = this.ticket;
    const { command, actor } = attempt;
    const decision = this.decide(before, attempt);
    if (!decision.ok) {
      tally.refused += 1;
      this.expectNone(TICKET_ERROR_CODES.includes(decision.error.code) ? [] : [decision.error.code]);
      return false;
    }
    const after = frozen({ ...decision.next, log: appendToLog(before.log, decision.events, sha256) });
    accepted.set(command.name, (accepted.get(command.name) ?? 0) + 1);
    this.told.push([this.now, command, actor]);
    this.ticket = after;
    this.recount.follow(decision.events, policyFor(before, command), this.calendar, before.submittedAt);
    const { now, calendarPending } = this;
    this.expectNone(faultsOfStep({ before, after, command, actor, now, calendarPending }));
    this.expectSound();
    this.expectRepeatIsNothing(attempt, decision);
    return true;
  }

  private expectSound(): void {
    this.expectNone(faultsOf(this.ticket, this.now));
    if (!this.calendarPending) this.expectNone(this.recount.faults(this.ticket));
  }

  expectWhole(): void {
    const brokenAt = firstBrokenEntry(this.ticket.log, sha256);
    this.expectNone(brokenAt === undefined ? [] : [`the record is broken at ${brokenAt}`]);
  }

  private expectRepeatIsNothing(attempt: Attempt, { events }: Extract<Decision, { ok: true }>): void {
    const commandId = events[0]?.commandId;
    if (commandId === undefined) return;
    const again = this.decide(this.ticket, attempt, commandId);
    const isNothing = again.ok && again.next === this.ticket && again.events.length === 0;
    this.expectNone(isNothing ? [] : ['a repeated command changes nothing']);
  }

  /** Tells the whole life where something is wrong; Jest's own matchers take longer than all the rest together. */
  private expectNone(faults: readonly string[]): void {
    if (faults.length === 0) return;
    throw new Error([...faults, 'after:', ...this.told.map((turn) => JSON.stringify(turn))].join('\n'));
  }

  private decide(
    ticket: Ticket,
    { command, actor }: Attempt,
    commandId = `request-${(this.serial += 1)}`,
  ): Decision {
    const kind = noticeToIssue(ticket, command.name, this.now);
    return decide(ticket, command, {
      now: this.now,
      actor,
      newId: nextId,
      calendar: this.calendar,
      policy: policyFor(ticket, command),
      commandId,
      ...(kind === undefined ? {} : { noticeNumber: `${kind}-${this.serial}` }),
    });
  }
}

interface Attempt {
  readonly command: TicketCommand;
  readonly actor: Actor;
}

/** So that a decision that changes what it was given throws. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) frozen(part);
  return value;
}

describe('any sequence of commands by anyone at any time', () => {
  it('keeps the invariants of a ticket and its deadlines those of a recount', () => {
    // SEED=<the one printed> repeats a run.
    const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
    fc.assert(
      fc.property(turns, (drawnTurns) => {
        let life = new Life();
        for (const turn of drawnTurns) {
          life.take(turn);
          if (!life.isOver) continue;
          life.expectWhole();
          life = new Life();
        }
        life.expectWhole();
      }),
      { numRuns: SEQUENCES, seed },
    );
    const by = [...accepted].sort(([, a], [, b]) => b - a).map(([name, count]) => `${name} ${count}`);
    const total = [...accepted.values()].reduce((sum, count) => sum + count, 0);
    const { refused, races, lost, timers, edits } = tally;
    process.stdout.write(
      `ticket model: ${SEQUENCES} sequences, seed ${seed}: ${total} commands accepted, ${refused} refused; ` +
        `${races} races, ${lost} lost; ${timers} turns of the timer; ${edits} edits of the calendar\n` +
        `ticket model: accepted: ${by.join(', ')}\n`,
    );
    expect(TICKET_COMMANDS.filter((name) => !accepted.has(name))).toEqual([]);
  });
});
