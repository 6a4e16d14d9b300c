import { aPerson, ENERGY } from '../../../../test/builders/fixtures.builder';
import { type Person } from '../people/people.types';
import { chooseOwner } from './owner-choice.decide';
import { type OwnerCandidate } from './routing.types';

const candidate = (
  id: string,
  openTickets = 0,
  lastAssigned?: string,
  off: Partial<OwnerCandidate> = {},
) => ({
  id,
  active: true,
  onDuty: true,
  openTickets,
  ...(lastAssigned === undefined ? {} : { lastAssignedAt: new Date(lastAssigned) }),
  ...off,
});

const NOW = new Date('2026-03-02T01:00:00.000Z');
const staff = (...people: Person[]) => ({ department: ENERGY.code, people, at: NOW });
const away = (standInId?: string) => ({
  leave: {
    from: NOW,
    to: new Date(NOW.getTime() + 60_000),
    ...(standInId === undefined ? {} : { standInId }),
  },
});

describe('the choice of an owner', () => {
  it.each([
    ['nobody', [], undefined],
    ['nobody active', [candidate('a', 0, undefined, { active: false })], undefined],
    ['nobody on duty', [candidate('a', 0, undefined, { onDuty: false })], undefined],
    ['fewest open tickets', [candidate('a', 2), candidate('b', 1, '2026-03-02'), candidate('c', 3)], 'b'],
    ['the idle one is off duty', [candidate('a', 0, undefined, { onDuty: false }), candidate('b', 9)], 'b'],
    ['longest since the last', [candidate('a', 1, '2026-03-02'), candidate('b', 1, '2026-03-01')], 'b'],
    ['never assigned comes first', [candidate('a', 1, '1970-01-01'), candidate('b', 1)], 'b'],
    ['two never assigned go by id', [candidate('b'), candidate('a')], 'a'],
    ['same time goes by id', [candidate('b', 0, '2026-03-01'), candidate('a', 0, '2026-03-01')], 'a'],
  ])('%s', (_, candidates, expected) => {
    expect(chooseOwner(candidates, staff())).toBe(expected);
    expect(chooseOwner(candidates.toReversed(), staff())).toBe(expected);
  });

  it('goes round evenly when every ticket is handed on at once', () => {
    const load = new Map(['a', 'b', 'c'].map((id) => [id, candidate(id)]));
    for (let turn = 0; turn < 9; turn++) {
      const id = chooseOwner([...load.values()], staff()) ?? '';
      load.set(id, candidate(id, (load.get(id)?.openTickets ?? 0) + 1, `2026-03-02T08:0${turn}:00Z`));
    }
    expect([...load.values()].map(({ openTickets }) => openTickets)).toEqual([3, 3, 3]);
  });

  it('passes over those who are away while somebody is there', () => {
    expect(chooseOwner([candidate('a', 0, undefined, away('c')), candidate('b', 9)], staff())).toBe('b');
    const past = { leave: { from: new Date(0), to: NOW } };
    expect(chooseOwner([candidate('a', 0, undefined, past), candidate('b', 9)], staff())).toBe('a');
  });

  it('takes the stand-in of the least loaded one where all are away', () => {
    const candidates = [
      candidate('a', 3, undefined, away('head')),
      candidate('b', 1, undefined, away()),
      candidate('c', 2, undefined, away('gone')),
      candidate('d', 2, undefined, away('elsewhere')),
    ];
    const people = [
      aPerson({ id: 'head', role: 'head' }),
      aPerson({ id: 'gone', active: false }),
      aPerson({ id: 'elsewhere', department: 'catering' }),
    ];
    expect(chooseOwner(candidates, staff(...people))).toBe('head');
    expect(chooseOwner(candidates, staff(...people.slice(1)))).toBeUndefined();
  });

  it('goes on to the stand-in of a stand-in who is away too', () => {
    const people = [aPerson({ id: 'b', ...away('c') }), aPerson({ id: 'c', alsoIn: ['energy'] })];
    expect(chooseOwner([candidate('a', 0, undefined, away('b'))], staff(...people))).toBe('c');
  });
});
