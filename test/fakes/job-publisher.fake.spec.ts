import { describeJobPublisher, dispatchJob } from '../contracts/job-publisher.contract';
import { FakeJobPublisher } from './job-publisher.fake';

const publisher = new FakeJobPublisher();
describeJobPublisher('fake', () => ({ publisher, published: () => Promise.resolve(publisher.published) }));

describe('FakeJobPublisher', () => {
  it('fails when told to', async () => {
    publisher.failure = new Error('away');
    await expect(publisher.publish([dispatchJob('a')])).rejects.toThrow('away');
  });
});
