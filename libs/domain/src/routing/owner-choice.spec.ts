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
    expect(chooseOwner(candidates)).toBe(expected);
    expect(chooseOwner(candidates.toReversed())).toBe(expected);
  });

  it('goes round evenly when every ticket is handed on at once', () => {
    const load = new Map(['a', 'b', 'c'].map((id) => [id, candidate(id)]));
    for (let turn = 0; turn < 9; turn++) {
      const id = chooseOwner([...load.values()]) ?? '';
      load.set(id, candidate(id, (load.get(id)?.openTickets ?? 0) + 1, `2026-03-02T08:0${turn}:00Z`));
    }
    expect([...load.values()].map(({ openTickets }) => openTickets)).toEqual([3, 3, 3]);
  });
});
