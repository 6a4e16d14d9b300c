import { type HashFunction } from '../chain/hash-chain.decide';

/**
 * Draws `size` ids at random (all where there are fewer): each id is ranked by hash(seed, line feed, id), and the
 * first ones are taken. Whoever has the seed and the population draws the same again, so a draw can be checked.
 */
export function drawSample(
  population: readonly string[],
  size: number,
  seed: string,
  hash: HashFunction,
): { readonly drawn: readonly string[]; readonly populationHash: string } {
  const ids = [...new Set(population)].toSorted();
  const ranked = ids
    .map((id) => ({ id, rank: hash(`${seed}\n${id}`) }))
    .toSorted((a, b) => (a.rank < b.rank ? -1 : 1));
  return { drawn: ranked.slice(0, size).map(({ id }) => id), populationHash: hash(ids.join('\n')) };
}
