import { type FollowUpSampleRepository } from '@app/application';
import { type FollowUpSample } from '@app/domain';
import { nextId, START } from '../builders/ticket.builder';

function aSample(overrides: Partial<FollowUpSample> = {}): FollowUpSample {
  return {
    id: nextId(),
    drawnAt: START,
    drawnBy: { id: 'v1', name: '回访员' },
    seed: 'seed',
    population: 2,
    populationHash: 'hash',
    ticketIds: ['t1', 't2'],
    ...overrides,
  };
}

/** What every FollowUpSampleRepository does. `open` gives an empty one. */
export function describeFollowUpSampleRepository(
  name: string,
  open: () => Promise<FollowUpSampleRepository>,
): void {
  describe(`${name} as a repository of follow-up samples`, () => {
    it('gives a sample back as it was, and takes none twice', async () => {
      const samples = await open();
      const sample = aSample({ department: 'energy' });
      await samples.add(sample);
      expect(await samples.byId(sample.id)).toStrictEqual(sample);
      expect(await samples.byId('no')).toBeUndefined();
      await expect(samples.add(sample)).rejects.toThrow();
    });

    it('lists the newest first, page by page', async () => {
      const samples = await open();
      const [a, b, c] = [aSample(), aSample(), aSample()];
      for (const sample of [a, b, c]) await samples.add(sample);
      expect(await samples.list({ limit: 2 })).toStrictEqual([c, b]);
      expect(await samples.list({ limit: 2, after: b.id })).toStrictEqual([a]);
    });
  });
}
