import fc from 'fast-check';
import {
  CalendarOracle,
  calendars,
  instant,
  iso,
  minuteIndex,
} from '../../../../test/builders/calendar-oracle.builder';
import { aPerson, aPolicy, CALENDAR } from '../../../../test/builders/fixtures.builder';
import {
  actorOf,
  aTicket,
  TIMER,
  type TicketBuilder,
  WORKER,
} from '../../../../test/builders/ticket.builder';
import { type Allowance, type WorkingCalendar } from '../calendar/calendar.types';
import { type DecisionContext } from './ticket-decision.types';
import { deadlineMoves } from './deadline-move.decide';
import { pauseClock } from './ticket-clocks.decide';
import { type Ticket } from './ticket.types';

const OWNER = actorOf(aPerson());
const HEAD = actorOf(aPerson({ role: 'head' }));
const at = (local: string) => new Date(`${local}+08:00`);
const resting = (...dates: string[]): WorkingCalendar => ({
  ...CALENDAR,
  overrides: dates.map((date) => ({ date, kind: 'holiday', source: 'university' })),
});
const moved = (ticket: TicketBuilder, calendar: WorkingCalendar, context: Partial<DecisionContext> = {}) =>
  ticket.give({ name: 'moveDeadlines', reason: '校庆放假' }, WORKER, { calendar, ...context });
const stepsOf = ({ steps }: Ticket, state: string) =>
  steps.filter((step) => step.state === state).map(({ key, deadlineVersion }) => `${key}@${deadlineVersion}`);
const resolutionOf = ({ clocks }: Ticket) => clocks.resolution!;

/** Submitted and accepted on Monday, 2 March 2026; three working days: due on Thursday at 17:00. */
const running = aTicket().inProgress();
const DUE = at('2026-03-05T17:00');

describe('an edited calendar', () => {
  it('gives a new version of the deadline, and plans its steps anew', () => {
    const { clocks, steps, nextStepAt, log, ...rest } = moved(running, resting('2026-03-04')).build();
    const later = at('2026-03-06T17:00');
    expect(clocks.resolution).toMatchObject({ dueAt: later, stretch: 1 });
    expect(clocks.resolution?.versions.map(({ version, dueAt, reason }) => [version, dueAt, reason])).toEqual(
      [
        [1, DUE, 'dispatched'],
        [2, later, 'calendar'],
      ],
    );
    const ticket = { clocks, steps, ...rest } as Ticket;
    expect(stepsOf(ticket, 'withdrawn')).toEqual(['due-soon@1', 'due@1', 'director@1', 'leader@1']);
    expect(stepsOf(ticket, 'planned')).toEqual(['due-soon@2', 'due@2', 'director@2', 'leader@2']);
    expect(nextStepAt).toEqual(steps.find(({ state }) => state === 'planned')?.dueAt);
    expect(log.at(-1)).toMatchObject({
      type: 'ticket.deadlines-moved',
      text: '校庆放假',
      facts: { clocks: ['resolution'], dueBefore: [DUE.toISOString()], dueAfter: [later.toISOString()] },
    });
  });

  it('moves every clock that runs, the dispatcher’s too, and none that has stopped', () => {
    const calendar = resting('2026-03-02', '2026-03-03');
    const clocksOf = (ticket: TicketBuilder) =>
      deadlineMoves(ticket.build(), calendar).map(({ clock }) => clock);
    expect(clocksOf(aTicket())).toEqual(['acceptance']);
    expect(clocksOf(aTicket().dispatched())).toEqual(['response', 'resolution']);
    expect(clocksOf(running)).toEqual(['resolution']);
    expect(clocksOf(running.inReview())).toEqual([]);
  });

  it('says nothing where nothing moves', () => {
    const before = running.build();
    const { log, version } = moved(running, resting('2026-03-06', '2026-02-27')).build();
    expect(log).toEqual(before.log);
    expect(version).toBe(before.version + 1);
  });

  it('is done once for one request, and refused by a ticket that is over', () => {
    const calendar = resting('2026-03-04');
    const once = moved(running, calendar, { commandId: 'calendar-2' });
    const twice = moved(once, CALENDAR, { commandId: 'calendar-2' });
    expect(resolutionOf(twice.build())).toEqual(resolutionOf(once.build()));
    expect(() => moved(running.closed(), calendar)).toThrow('ILLEGAL_TRANSITION');
  });

  it('moves a paused clock without waking its steps', () => {
    const ticket = running.build();
    const pause = {
      from: at('2026-03-03T09:00'),
      to: at('2026-03-10T09:00'),
      reason: '等配件',
      requestId: 'r1',
    };
    const clock = pauseClock(CALENDAR, resolutionOf(ticket), pause, pause.from);
    const paused = { ...ticket, clocks: { ...ticket.clocks, resolution: clock } };
    // Tuesday and Wednesday are left of three days, and Thursday of them is free.
    expect(deadlineMoves(paused, resting('2026-03-11'))).toEqual([
      { clock: 'resolution', from: clock.dueAt, to: at('2026-03-13T17:00') },
    ]);
  });
});

describe('steps of a deadline that a calendar has moved', () => {
  const fire = (ticket: TicketBuilder, now: string) =>
    ticket.at(at(now)).give({ name: 'fireSteps' }, TIMER).build();
  const fired = running.at(at('2026-03-05T17:00')).give({ name: 'fireSteps' }, TIMER);

  it('that have fired fire again where they lie ahead now', () => {
    const ticket = moved(fired, resting('2026-03-03', '2026-03-04')).build();
    expect(stepsOf(ticket, 'fired')).toEqual(['due-soon@1', 'due@1']);
    expect(stepsOf(ticket, 'planned')).toEqual(['due-soon@2', 'due@2', 'director@2', 'leader@2']);
  });

  it('that have fired do not fire again where they lie behind still', () => {
    const late = fired.at(at('2026-03-06T18:00'));
    const ticket = moved(late, resting('2026-03-04')).build();
    expect(resolutionOf(ticket).dueAt).toEqual(at('2026-03-06T17:00'));
    expect(stepsOf(ticket, 'fired')).toEqual(['due-soon@1', 'due@1']);
    expect(stepsOf(ticket, 'planned')).toEqual(['director@2', 'leader@2']);
  });

  it('do not fire again after moving there and back', () => {
    const away = moved(fired, resting('2026-03-03', '2026-03-04'));
    const ticket = moved(away.at(at('2026-03-05T17:30')), CALENDAR).build();
    expect(resolutionOf(ticket).dueAt).toEqual(DUE);
    expect(stepsOf(ticket, 'planned')).toEqual(['director@3', 'leader@3']);
  });

  it('that lie behind without having fired fire at once', () => {
    const slack = resting('2026-03-03', '2026-03-04');
    const ticket = moved(moved(running, slack).at(at('2026-03-06T09:00')), CALENDAR);
    expect(stepsOf(ticket.build(), 'planned')).toEqual(['due-soon@3', 'due@3', 'director@3', 'leader@3']);
    expect(stepsOf(fire(ticket, '2026-03-06T09:01'), 'fired')).toEqual(['due-soon@3', 'due@3']);
  });

  it('fire, though they lie behind, for a deadline that somebody has set since they last fired', () => {
    const redone = fired.inReview().resolved().notSolved().at(at('2026-03-09T18:00'));
    const moving = moved(redone, resting('2026-03-06')).build();
    expect(stepsOf(moving, 'planned')).toEqual(['due-soon@3', 'due@3', 'director@3', 'leader@3']);
  });
});

/** What happens to a ticket's resolution clock, `after` minutes after the step before. */
type Act = { readonly after: number } & (
  | { readonly kind: 'edit'; readonly calendar: WorkingCalendar }
  /** A result that is returned: the clock stands still in between. */
  | { readonly kind: 'review'; readonly minutes: number }
);
const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('edit' as const),
      after: fc.integer({ min: 0, max: 6_000 }),
      calendar: calendars,
    }),
    fc.record({
      kind: fc.constant('review' as const),
      after: fc.integer({ min: 0, max: 6_000 }),
      minutes: fc.integer({ min: 0, max: 8_000 }),
    }),
  ),
  { minLength: 1, maxLength: 8 },
);
const allowances: fc.Arbitrary<Allowance> = fc.oneof(
  fc.record({ unit: fc.constant('working-minutes' as const), amount: fc.integer({ min: 1, max: 8_000 }) }),
  fc.record({ unit: fc.constant('working-days' as const), amount: fc.integer({ min: 1, max: 20 }) }),
);
const START_MOST = 300_000;

/** The ticket after all acts by real commands, with the pauses that lie behind it, in minutes of the oracle. */
function live(first: WorkingCalendar, resolution: Allowance, start: number, given: readonly Act[]) {
  const policy = aPolicy({ resolution });
  let calendar = first;
  let now = start;
  const context = () => ({ calendar, policy });
  const person = aPerson();
  let ticket = aTicket({ at: instant(start) })
    .at(instant(start))
    .give(
      {
        name: 'dispatch',
        owner: person,
        department: person.department!,
        category: 'hot-water',
        priority: 'normal',
        basis: 'keyword',
      },
      WORKER,
      context(),
    )
    .at(instant(start))
    .give({ name: 'accept' }, OWNER, context());
  const stops: { readonly from: number; readonly to: number }[] = [];
  for (const act of given) {
    now += act.after;
    if (act.kind === 'edit') {
      ({ calendar } = act);
      ticket = ticket.at(instant(now)).give({ name: 'moveDeadlines', reason: 'x' }, WORKER, context());
    } else {
      ticket = ticket.at(instant(now)).give({ name: 'submitResult', text: '已修' }, OWNER, context());
      stops.push({ from: now, to: now + act.minutes });
      now += act.minutes;
      ticket = ticket.at(instant(now)).give({ name: 'returnResult', reason: '不全' }, HEAD, context());
    }
  }
  return { ticket, stops, calendar, now };
}

describe('deadlines under any number of edits and reviews', () => {
  const lives = fc.tuple(calendars, allowances, minuteIndex, acts);

  it('agree with the oracle of the last calendar', () => {
    let compared = 0;
    fc.assert(
      fc.property(lives, ([first, allowance, any, given]) => {
        const start = any % START_MOST;
        const { ticket, stops, calendar } = live(first, allowance, start, given);
        const oracle = new CalendarOracle(calendar);
        const paused = (minute: number) => stops.some(({ from, to }) => from <= minute && minute < to);
        const close =
          allowance.unit === 'working-days' ? oracle.closeOfDay(start, allowance.amount) : undefined;
        const minutes = close === undefined ? allowance.amount : oracle.count(start, close);
        const expected = iso(oracle.walk(start, minutes, paused));
        if (expected === undefined) return;
        compared += 1;
        expect(resolutionOf(ticket.build()).dueAt.toISOString()).toBe(expected);
      }),
      { numRuns: 60 },
    );
    expect(compared).toBeGreaterThan(30);
  });

  it('come back with the calendar, whatever lay between', () => {
    fc.assert(
      fc.property(
        lives,
        fc.array(calendars, { minLength: 1, maxLength: 4 }),
        ([first, allowance, any, given], edits) => {
          const { ticket, calendar, now } = live(first, allowance, any % START_MOST, given);
          const before = ticket.build();
          const back = [...edits, calendar].reduce(
            (other, edited) =>
              other.at(instant(now)).give({ name: 'moveDeadlines', reason: 'x' }, WORKER, {
                calendar: edited,
                policy: aPolicy({ resolution: allowance }),
              }),
            ticket,
          );
          expect(deadlineMoves(back.build(), calendar)).toEqual([]);
          expect(resolutionOf(back.build()).dueAt).toEqual(resolutionOf(before).dueAt);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('have every version on record, each with a later number and another instant than the one before', () => {
    fc.assert(
      fc.property(lives, ([first, allowance, any, given]) => {
        const { versions, dueAt } = resolutionOf(
          live(first, allowance, any % START_MOST, given).ticket.build(),
        );
        versions.forEach((version, index) => {
          expect(version.version).toBe(index + 1);
          expect(version.dueAt).not.toEqual(versions[index - 1]?.dueAt);
        });
        expect(versions.at(-1)?.dueAt).toEqual(dueAt);
      }),
      { numRuns: 100 },
    );
  });

  it('plan each step once for the deadline that holds, and none but for it', () => {
    fc.assert(
      fc.property(lives, ([first, allowance, any, given]) => {
        const ticket = live(first, allowance, any % START_MOST, given).ticket.build();
        const planned = ticket.steps.filter(
          ({ state, clock }) => state === 'planned' && clock === 'resolution',
        );
        expect(new Set(planned.map(({ key }) => key)).size).toBe(planned.length);
        expect(planned.map(({ deadlineVersion }) => deadlineVersion)).toEqual(
          planned.map(() => resolutionOf(ticket).versions.length),
        );
      }),
      { numRuns: 100 },
    );
  });
});
