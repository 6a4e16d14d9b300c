import { UnknownNames } from './unknown-names';

it('remembers only so many names, the oldest out first', () => {
  const now = new Date(0);
  const names = new UnknownNames(2);
  for (const name of ['a', 'b', 'c']) names.countFailure(name, { maxFailures: 1, minutes: 1 }, now);
  expect(['a', 'b', 'c'].map((name) => names.lockedUntil(name) !== undefined)).toEqual([false, true, true]);
});
