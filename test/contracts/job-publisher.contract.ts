import { type JobPublisher, type JobToPublish } from '@app/application';
import { type JobName } from '@app/contracts/jobs';

export interface JobPublisherUnderTest {
  readonly publisher: JobPublisher;
  /** What lies in the queues, in any order. */
  published(): Promise<
    readonly { readonly name: JobName; readonly jobId: string; readonly payload: unknown }[]
  >;
}

const occurredAt = '2026-11-22T03:00:00.000Z';
export const dispatchJob = (jobId: string): JobToPublish<'ticket.dispatch'> => ({
  name: 'ticket.dispatch',
  jobId,
  payload: { eventId: jobId, ticketId: 't1', occurredAt },
});

/** What every JobPublisher does, real or fake. */
export function describeJobPublisher(kind: string, open: () => JobPublisherUnderTest): void {
  describe(`${kind}: JobPublisher`, () => {
    const idsWith = async (prefix: string) =>
      (await open().published())
        .map(({ jobId }) => jobId)
        .filter((id) => id.startsWith(prefix))
        .sort();

    it('takes jobs of several queues at once, payload and all', async () => {
      const sent: JobToPublish[] = [
        dispatchJob('several-1'),
        {
          name: 'notification.send',
          jobId: 'several-2',
          payload: { eventId: 'e', notificationId: 'n', occurredAt, correlationId: 'c' },
        },
      ];
      await open().publisher.publish(sent);
      const published = await open().published();
      for (const { name, jobId, payload } of sent) {
        expect(published).toContainEqual(expect.objectContaining({ name, jobId, payload }));
      }
    });

    it('takes nothing for nothing', async () => {
      await expect(open().publisher.publish([])).resolves.toBeUndefined();
    });

    it('takes the same id once while the job waits', async () => {
      await open().publisher.publish([dispatchJob('once'), dispatchJob('once')]);
      await Promise.all([
        open().publisher.publish([dispatchJob('once')]),
        open().publisher.publish([dispatchJob('once')]),
      ]);
      expect(await idsWith('once')).toEqual(['once']);
    });

    it.each(['with:colon', '12345', ''])('refuses the id %j, and the jobs beside it', async (jobId) => {
      await expect(
        open().publisher.publish([dispatchJob('beside-id'), { ...dispatchJob('x'), jobId }]),
      ).rejects.toThrow('not a job id');
      expect(await idsWith('beside-id')).toEqual([]);
    });

    it('refuses a payload that breaks the contract, and the jobs beside it', async () => {
      const broken = { ...dispatchJob('broken'), payload: { ticketId: 1 } } as unknown as JobToPublish;
      await expect(open().publisher.publish([dispatchJob('beside-payload'), broken])).rejects.toThrow();
      expect(await idsWith('beside-payload')).toEqual([]);
    });
  });
}
