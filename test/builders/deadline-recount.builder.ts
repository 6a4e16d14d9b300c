import {
  type Allowance,
  type ClockName,
  CLOCKS,
  type Policy,
  type Ticket,
  type TicketEvent,
  type WorkingCalendar,
} from '@app/domain';
import { CalendarOracle, indexOf, instant } from './calendar-oracle.builder';

/** A time in which a clock stood still; a granted one ends at the latest when it was to end. */
interface Standing {
  readonly from: Date;
  readonly to?: Date;
  readonly granted: boolean;
}

/** What a deadline follows from, as told by the record of events alone. */
interface Stretch {
  readonly start: Date;
  readonly allowance: Allowance;
  readonly standing: readonly Standing[];
  readonly calendar: WorkingCalendar;
  readonly running: boolean;
}

const oracles = new WeakMap<WorkingCalendar, CalendarOracle>();
function oracleOf(calendar: WorkingCalendar): CalendarOracle {
  const known = oracles.get(calendar) ?? new CalendarOracle(calendar);
  oracles.set(calendar, known);
  return known;
}

/**
 * Counts a ticket's deadlines anew, minute by minute, from its events, the policies they were decided by and the
 * calendars in force: it never looks at the ticket's own clocks.
 */
export class DeadlineRecount {
  private readonly stretches = new Map<ClockName, Stretch>();
  private readonly due = new Map<ClockName, Date | undefined>();

  constructor(submittedAt: Date, policy: Policy, calendar: WorkingCalendar) {
    this.start('acceptance', submittedAt, policy.acceptance, calendar);
  }

  /** The clocks whose deadlines differ from the recount; beyond the oracle's years nothing is said. */
  faults({ clocks }: Ticket): string[] {
    return CLOCKS.filter((name) => {
      const stretch = this.stretches.get(name);
      if (!stretch) return clocks[name] !== undefined;
      const due = this.dueOf(name, stretch);
      return due !== undefined && due.getTime() !== clocks[name]?.dueAt.getTime();
    }).map(
      (name) =>
        `${name} is due ${clocks[name]?.dueAt.toISOString()}, recounted ${this.due.get(name)?.toISOString()}`,
    );
  }

  /** Running clocks go by the new calendar from now on; those that stand are counted anew when they go on. */
  edit(calendar: WorkingCalendar): void {
    for (const [name, stretch] of this.stretches)
      if (stretch.running) this.set(name, { ...stretch, calendar });
  }

  follow(events: readonly TicketEvent[], policy: Policy, calendar: WorkingCalendar, submittedAt: Date): void {
    for (const event of events) this.followOne(event, policy, calendar, submittedAt);
  }

  private followOne(
    { type, at, facts }: TicketEvent,
    policy: Policy,
    calendar: WorkingCalendar,
    submittedAt: Date,
  ): void {
    switch (type) {
      case 'ticket.dispatched': {
        const { standing = [], start = submittedAt } = this.stretches.get('resolution') ?? {};
        this.stop('acceptance');
        this.start('response', at, policy.response, calendar);
        this.start('resolution', start, policy.resolution, calendar, standing);
        return;
      }
      case 'ticket.returned':
        this.stop('response');
        return this.start('acceptance', at, policy.acceptance, calendar);
      case 'ticket.unmerged':
        this.goOn('resolution', at, calendar);
        return this.start('acceptance', at, policy.acceptance, calendar);
      case 'ticket.accepted':
        return this.stop('response');
      case 'ticket.merged':
      case 'ticket.withdrawn':
      case 'ticket.declined':
        this.stop('acceptance');
        return this.stand('resolution', at);
      case 'ticket.result-submitted':
        this.endGranted(at, calendar);
        return this.stand('resolution', at);
      case 'ticket.result-returned':
        return this.goOn('resolution', at, calendar);
      case 'ticket.closed':
        this.endGranted(at, calendar);
        return this.stop('resolution');
      case 'ticket.pause-approved':
        return this.pause({ from: at, to: new Date(String(facts.until)), granted: true }, calendar);
      case 'ticket.resumed':
        return this.endGranted(at, calendar);
      case 'ticket.extension-approved':
        return this.extend(new Date(String(facts.until)), calendar);
      case 'ticket.redo-started':
      case 'ticket.reopened':
        return this.start('resolution', at, policy.redo, calendar);
      default:
        return;
    }
  }

  private start(
    name: ClockName,
    start: Date,
    allowance: Allowance,
    calendar: WorkingCalendar,
    standing: readonly Standing[] = [],
  ): void {
    this.set(name, { start, allowance, calendar, standing, running: true });
  }

  private stop(name: ClockName): void {
    const stretch = this.stretches.get(name);
    if (stretch) this.set(name, { ...stretch, running: false });
  }

  private stand(name: ClockName, from: Date): void {
    const stretch = this.stretches.get(name);
    if (stretch)
      this.set(name, {
        ...stretch,
        running: false,
        standing: [...stretch.standing, { from, granted: false }],
      });
  }

  private goOn(name: ClockName, to: Date, calendar: WorkingCalendar): void {
    const stretch = this.stretches.get(name);
    if (!stretch) return;
    const standing = stretch.standing.map((each) => (each.to === undefined ? { ...each, to } : each));
    this.set(name, { ...stretch, calendar, standing, running: true });
  }

  private pause(standing: Standing, calendar: WorkingCalendar): void {
    const stretch = this.resolution();
    this.set('resolution', { ...stretch, calendar, standing: [...stretch.standing, standing] });
  }

  private endGranted(at: Date, calendar: WorkingCalendar): void {
    const stretch = this.resolution();
    const isCut = ({ granted, to }: Standing): boolean => granted && to !== undefined && to > at;
    if (!stretch.standing.some(isCut)) return;
    const standing = stretch.standing.map((each) => (isCut(each) ? { ...each, to: at } : each));
    this.set('resolution', { ...stretch, calendar, standing });
  }

  /** From then on the clock has as many minutes of its own time as lie between its start and the date granted. */
  private extend(until: Date, calendar: WorkingCalendar): void {
    const stretch = { ...this.resolution(), calendar };
    const counts = countingOf(stretch);
    let amount = 0;
    for (let at = indexOf(stretch.start); at < indexOf(until); at++) if (counts(at)) amount++;
    const unit = stretch.allowance.unit === 'clock-minutes' ? 'clock-minutes' : 'working-minutes';
    this.set('resolution', { ...stretch, allowance: { unit, amount } });
  }

  private resolution(): Stretch {
    const stretch = this.stretches.get('resolution');
    if (!stretch) throw new Error('the record stops a resolution clock that it never started');
    return stretch;
  }

  private set(name: ClockName, stretch: Stretch): void {
    this.stretches.set(name, stretch);
    this.due.delete(name);
  }

  private dueOf(name: ClockName, stretch: Stretch): Date | undefined {
    if (!this.due.has(name)) this.due.set(name, walk(stretch));
    return this.due.get(name);
  }
}

/** Whether a minute takes something off a clock's allowance. */
function countingOf({ allowance, standing, calendar }: Stretch): (at: number) => boolean {
  const oracle = oracleOf(calendar);
  const stood = standing.flatMap(({ from, to }) => (to === undefined ? [] : [[indexOf(from), indexOf(to)]]));
  const aroundTheClock = allowance.unit === 'clock-minutes';
  return (at) =>
    (aroundTheClock || oracle.isWorked(at)) &&
    !stood.some(([from, to]) => from !== undefined && to !== undefined && at >= from && at < to);
}

/** The end of the minute with which the allowance is used up; undefined beyond the oracle's years. */
function walk(stretch: Stretch): Date | undefined {
  const { start, allowance, calendar } = stretch;
  const oracle = oracleOf(calendar);
  const counts = countingOf(stretch);
  let at = indexOf(start);
  let left = allowance.amount;
  if (allowance.unit === 'working-days') {
    const close = oracle.closeOfDay(at, allowance.amount);
    if (close === undefined) return undefined;
    left = oracle.count(at, close);
  }
  for (; left > 0; at++) {
    if (!oracle.covers(at)) return undefined;
    if (counts(at)) left--;
  }
  return instant(at);
}
