import { addWorkingDays, intervalsOn, isWorkingDay, uncoveredYears } from '@app/domain';
import { DEFAULT_CALENDAR } from './calendar.seed';

const at = (local: string): Date => new Date(`${local}+08:00`);

describe('the default calendar', () => {
  it.each(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])(
    'works on the make-up weekend day %s (practice.md 4.3)',
    (date) => {
      expect(isWorkingDay(DEFAULT_CALENDAR, date)).toBe(true);
    },
  );

  it('has those six make-up days in 2026 and no more', () => {
    const days = DEFAULT_CALENDAR.overrides.filter(({ date, kind }) => kind === 'workday' && date > '2026');
    expect(days).toHaveLength(6);
  });

  it.each(['2024-02-10', '2024-10-07', '2025-01-28', '2025-10-08', '2026-02-16', '2026-02-23', '2026-10-07'])(
    'rests on the holiday %s',
    (date) => {
      expect(isWorkingDay(DEFAULT_CALENDAR, date)).toBe(false);
    },
  );

  it('gives a make-up day the office hours of its season', () => {
    const winter = [
      { from: 510, to: 720 },
      { from: 840, to: 1050 },
    ];
    const summer = [
      { from: 480, to: 720 },
      { from: 870, to: 1080 },
    ];
    expect(intervalsOn(DEFAULT_CALENDAR, '2026-02-28')).toEqual(winter);
    expect(intervalsOn(DEFAULT_CALENDAR, '2026-05-09')).toEqual(summer);
    expect(intervalsOn(DEFAULT_CALENDAR, '2026-04-30')).toEqual(winter);
    expect(intervalsOn(DEFAULT_CALENDAR, '2026-09-30')).toEqual(summer);
  });

  it('covers an unbroken run of years from 2024, each with holidays and make-up days', () => {
    const { officialYears, overrides } = DEFAULT_CALENDAR;
    expect(officialYears).toEqual(officialYears.map((_, index) => 2024 + index));
    expect(officialYears).toEqual(expect.arrayContaining([2024, 2025, 2026]));
    for (const year of officialYears) {
      const kinds = overrides.filter(({ date }) => date.startsWith(`${year}-`)).map(({ kind }) => kind);
      expect(kinds).toEqual(expect.arrayContaining(['holiday', 'workday']));
    }
  });

  it('names the first year without a list instead of guessing it', () => {
    const next = (DEFAULT_CALENDAR.officialYears.at(-1) ?? 0) + 1;
    expect(
      uncoveredYears(DEFAULT_CALENDAR, at(`${next - 1}-12-31T10:00`), at(`${next}-01-05T10:00`)),
    ).toEqual([next]);
  });

  it('counts five working days over the Spring Festival of 2026 with both of its make-up Saturdays', () => {
    // 02-12 Thursday: 13, 14 (make-up), then 24, 25, 26.
    expect(addWorkingDays(DEFAULT_CALENDAR, at('2026-02-12T10:00'), 5)).toEqual(at('2026-02-26T17:30'));
  });
});
