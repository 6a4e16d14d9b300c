import fc from 'fast-check';
import { sha256 } from '../../../../test/builders/ticket.builder';
import { drawSample } from './follow-up-sample.decide';

describe('drawing a sample', () => {
  it('draws the same from the same seed, in whatever order the population comes', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string(), { maxLength: 50 }),
        fc.nat(60),
        fc.string(),
        (ids, size, seed) => {
          const first = drawSample(ids, size, seed, sha256);
          expect(drawSample(ids.toReversed(), size, seed, sha256)).toEqual(first);
          expect(first.drawn).toHaveLength(Math.min(size, ids.length));
          expect(new Set(first.drawn).size).toBe(first.drawn.length);
          expect(ids).toEqual(expect.arrayContaining([...first.drawn]));
        },
      ),
    );
  });

  it('gives everyone the same chance', () => {
    const ids = Array.from({ length: 10 }, (_, index) => `ticket-${index}`);
    const times = new Map<string, number>();
    for (let draw = 0; draw < 4_000; draw += 1)
      for (const id of drawSample(ids, 3, `seed-${draw}`, sha256).drawn)
        times.set(id, (times.get(id) ?? 0) + 1);
    // Expected 1,200 each, standard deviation 29: five of them either way.
    for (const id of ids) expect(Math.abs((times.get(id) ?? 0) - 1_200)).toBeLessThan(145);
  });

  it('says what it was drawn from', () => {
    const draw = (ids: string[]) => drawSample(ids, 1, 'seed', sha256).populationHash;
    expect(draw(['a', 'b'])).toBe(draw(['b', 'a', 'a']));
    expect(draw(['a', 'b'])).not.toBe(draw(['a']));
  });
});
