import {
  addAllowance,
  type Allowance,
  dueWithPauses,
  stepInstant,
  type StepOffset,
  workingMinutesBetween,
} from '@app/domain';
import { DEFAULT_CALENDAR } from '@app/seed';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const page = readFileSync(join(__dirname, '../../docs/deadlines.md'), 'utf8').replace(/\s+/g, ' ');
const at = (local: string) => new Date(`${local.replace(' ', 'T')}+08:00`);
const local = (instant: Date) =>
  new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

/** The worked example, counted by what counts the real ones. */
describe('docs/deadlines.md', () => {
  const start = at('2026-04-29 16:00');
  const fiveDays: Allowance = { unit: 'working-days', amount: 5 };
  const plain = DEFAULT_CALENDAR;
  const closure = { date: '2026-05-08', kind: 'holiday', source: 'university' } as const;
  const closed = { ...plain, overrides: [...plain.overrides, closure] };
  const pause = { from: at('2026-05-06 10:00'), to: at('2026-05-07 10:00') };
  const quarterBefore: StepOffset = { kind: 'share', share: -0.25 };
  const fourHoursAfter: StepOffset = {
    kind: 'after',
    allowance: { unit: 'working-minutes', amount: 240 },
  };
  const step = (calendar: typeof plain, offset: StepOffset) =>
    stepInstant(
      calendar,
      { startedAt: start, dueAt: addAllowance(calendar, start, fiveDays), allowance: fiveDays },
      offset,
    );

  it.each([
    ['due', addAllowance(plain, start, { unit: 'working-minutes', amount: 240 }), '2026-04-30 11:00'],
    ['due at the close of Saturday,', addAllowance(plain, start, fiveDays), '2026-05-09 18:00'],
    ['a quarter of them are 578:', step(plain, quarterBefore), '2026-05-08 15:53'],
    ['the director hears:', step(plain, fourHoursAfter), '2026-05-11 12:00'],
    ['now 9 May is day 4 and Monday day 5: due', addAllowance(closed, start, fiveDays), '2026-05-11 18:00'],
    ['The warning moves to', step(closed, quarterBefore), '2026-05-09 15:53'],
    ['450 together: due', dueWithPauses(closed, start, fiveDays, [pause]), '2026-05-12 18:00'],
    ['the same facts give', dueWithPauses(plain, start, fiveDays, [pause]), '2026-05-11 18:00'],
  ])('says what is counted: %s', (words, counted, written) => {
    expect(local(counted)).toBe(written);
    expect(page).toContain(`${words} ${written}`);
  });

  it('says how many minutes there are', () => {
    const whole = workingMinutesBetween(plain, start, addAllowance(plain, start, fiveDays));
    expect(page).toContain(`hold ${whole.toLocaleString('en')} working minutes`);
    const paused = workingMinutesBetween(closed, pause.from, pause.to);
    expect(page).toContain(`${paused} together`);
  });
});
