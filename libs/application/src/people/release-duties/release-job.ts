import { type JobToPublish } from '../../ports/job-publisher.port';

/** The job that looks at what a person can no longer be accountable for, after a change of theirs. */
export function releaseJobOf(
  personId: string,
  eventId: string,
  at: Date,
): JobToPublish<'person.release-duties'> {
  return {
    name: 'person.release-duties',
    payload: { personId, eventId, occurredAt: at.toISOString() },
    jobId: `person.release-duties-${eventId}`,
  };
}
