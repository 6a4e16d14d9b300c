/** Thrown where a calendar has no working time within the searched years: a fault of its data, not of a caller. */
export class CalendarExhausted extends Error {
  override readonly name = 'CalendarExhausted';

  constructor(from: string, years: number) {
    super(`The calendar has not enough working time within ${years} years of ${from}`);
  }
}
