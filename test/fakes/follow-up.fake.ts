import { FollowUpSampleRepository } from '@app/application';
import { type FollowUpSample } from '@app/domain';
import { stored } from './storable.fake';

export class FakeFollowUpSampleRepository extends FollowUpSampleRepository {
  private readonly samples = new Map<string, FollowUpSample>();

  add(sample: FollowUpSample): Promise<void> {
    if (this.samples.has(sample.id)) return Promise.reject(new Error(`sample ${sample.id} is there already`));
    this.samples.set(sample.id, stored(sample));
    return Promise.resolve();
  }

  byId(id: string): Promise<FollowUpSample | undefined> {
    return Promise.resolve(stored(this.samples.get(id)));
  }

  list(page: { readonly after?: string; readonly limit: number }): Promise<readonly FollowUpSample[]> {
    const found = [...this.samples.values()]
      .filter(({ id }) => page.after === undefined || id < page.after)
      .sort((a, b) => (a.id < b.id ? 1 : -1));
    return Promise.resolve(stored(found.slice(0, page.limit)));
  }
}
