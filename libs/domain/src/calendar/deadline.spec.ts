import { type WorkingCalendar } from './calendar.types';
import { addAllowance, allowanceElapsed, dueWithPauses, stepInstant } from './deadline.decide';

const day = [
  { from: 510, to: 720 },
  { from: 840, to: 1050 },
];
const calendar: WorkingCalendar = {
  weekly: [day, day, day, day, day, [], []],
  seasons: [],
  vacations: [],
  overrides: [],
  officialYears: [2026],
};
const at = (local: string): Date => new Date(`${local}+08:00`);
const monday = at('2026-03-02T09:00');

describe('an allowance', () => {
  it('is measured in its own unit', () => {
    const from = at('2026-03-06T17:00:30');
    expect(addAllowance(calendar, from, { unit: 'clock-minutes', amount: 0.5 })).toEqual(
      at('2026-03-06T17:01:00'),
    );
    expect(addAllowance(calendar, from, { unit: 'clock-minutes', amount: 30 })).toEqual(
      at('2026-03-06T17:30:30'),
    );
    expect(addAllowance(calendar, from, { unit: 'working-minutes', amount: 120 })).toEqual(
      at('2026-03-09T10:00'),
    );
    expect(addAllowance(calendar, from, { unit: 'working-days', amount: 1 })).toEqual(at('2026-03-09T17:30'));
  });

  it('elapses in its own time', () => {
    const [from, to] = [at('2026-03-06T17:00'), at('2026-03-09T09:00:30')];
    expect(allowanceElapsed(calendar, 'clock-minutes', from, to)).toBe(3_840.5);
    expect(allowanceElapsed(calendar, 'working-minutes', from, to)).toBe(60);
    expect(allowanceElapsed(calendar, 'working-days', from, to)).toBe(60);
  });
});

describe('a deadline with pauses', () => {
  const twoHours = { unit: 'working-minutes', amount: 120 } as const;
  const pause = (from: string, to?: string) => ({
    from: at(from),
    to: to === undefined ? undefined : at(to),
  });

  it.each([
    ['none', [], '2026-03-02T11:00'],
    ['one in the morning', [pause('2026-03-02T09:30', '2026-03-02T10:00')], '2026-03-02T11:30'],
    [
      'over lunch only its working part counts',
      [pause('2026-03-02T10:30', '2026-03-02T14:30')],
      '2026-03-02T15:00',
    ],
    ['over a night', [pause('2026-03-02T10:00', '2026-03-03T10:00')], '2026-03-03T11:00'],
    [
      'overlapping ones count once',
      [pause('2026-03-02T09:45', '2026-03-02T10:15'), pause('2026-03-02T09:30', '2026-03-02T10:00')],
      '2026-03-02T11:45',
    ],
    [
      'the second within what the first has moved',
      [pause('2026-03-02T09:30', '2026-03-02T10:00'), pause('2026-03-02T11:15', '2026-03-02T11:30')],
      '2026-03-02T11:45',
    ],
    ['before the start', [pause('2026-03-02T08:30', '2026-03-02T09:10')], '2026-03-02T11:10'],
    ['after the deadline', [pause('2026-03-02T11:00', '2026-03-02T11:30')], '2026-03-02T11:00'],
    ['still running', [pause('2026-03-02T10:00')], '2026-03-02T11:00'],
    ['turned round', [pause('2026-03-02T10:30', '2026-03-02T10:00')], '2026-03-02T11:00'],
  ])('%s', (_, pauses, due) => {
    expect(dueWithPauses(calendar, monday, twoHours, pauses)).toEqual(at(due));
  });

  it('moves working days by working minutes', () => {
    const allowance = { unit: 'working-days', amount: 1 } as const;
    const pauses = [pause('2026-03-02T16:30', '2026-03-03T09:30')];
    expect(dueWithPauses(calendar, monday, allowance, pauses)).toEqual(at('2026-03-04T10:30'));
  });

  it('moves a clock around the clock to the second', () => {
    const allowance = { unit: 'clock-minutes', amount: 10 } as const;
    const pauses = [pause('2026-03-02T09:05:10', '2026-03-02T09:06:25')];
    expect(dueWithPauses(calendar, monday, allowance, pauses)).toEqual(at('2026-03-02T09:11:15'));
  });
});

describe('a step', () => {
  const share = (part: number) => ({ kind: 'share', share: part }) as const;

  it('falls due a quarter of the working time before the deadline', () => {
    const allowance = { unit: 'working-days', amount: 5 } as const;
    const clock = { startedAt: monday, dueAt: addAllowance(calendar, monday, allowance), allowance };
    expect(clock.dueAt).toEqual(at('2026-03-09T17:30'));
    // 390 minutes of Monday and five days of 420: a quarter of 2490 is 622.5, and half a minute goes to the later one.
    expect(stepInstant(calendar, clock, share(-0.25))).toEqual(at('2026-03-06T14:08'));
    expect(stepInstant(calendar, clock, share(0))).toEqual(clock.dueAt);
  });

  it('falls due the same share before a deadline that pauses have moved', () => {
    const allowance = { unit: 'working-minutes', amount: 120 } as const;
    const pauses = [{ from: at('2026-03-02T09:30'), to: at('2026-03-02T10:30') }];
    const clock = { startedAt: monday, dueAt: dueWithPauses(calendar, monday, allowance, pauses), allowance };
    expect(clock.dueAt).toEqual(at('2026-03-02T12:00'));
    expect(stepInstant(calendar, clock, share(-0.25))).toEqual(at('2026-03-02T11:30'));
  });

  it('falls due within seconds where the clock runs for a minute', () => {
    const clock = {
      startedAt: at('2026-03-02T23:00:05'),
      dueAt: at('2026-03-02T23:01:05'),
      allowance: { unit: 'clock-minutes', amount: 1 },
    } as const;
    expect(stepInstant(calendar, clock, share(-0.25))).toEqual(at('2026-03-02T23:00:50'));
  });

  it('falls due an allowance after the deadline', () => {
    const allowance = { unit: 'working-days', amount: 1 } as const;
    const clock = { startedAt: monday, dueAt: at('2026-03-03T17:30'), allowance };
    const after = (unit: 'working-minutes' | 'working-days', amount: number) =>
      stepInstant(calendar, clock, { kind: 'after', allowance: { unit, amount } });
    expect(after('working-minutes', 240)).toEqual(at('2026-03-04T14:30'));
    expect(after('working-days', 3)).toEqual(at('2026-03-06T17:30'));
  });
});
