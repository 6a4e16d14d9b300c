import { JobPublisher, type JobToPublish } from '@app/application';
import { JOBS } from '@app/contracts/jobs';

/** Keeps what was published, first of each id, as the queues do while a job is kept. */
export class FakeJobPublisher extends JobPublisher {
  /** Set to make every publish throw it, as where Redis is away. */
  failure: Error | undefined;
  private readonly jobs = new Map<string, JobToPublish>();

  /** In the order they were published in. */
  get published(): readonly JobToPublish[] {
    return [...this.jobs.values()];
  }

  override publish(jobs: readonly JobToPublish[]): Promise<void> {
    return new Promise((resolve) => {
      const checked = jobs.map((job) => {
        if (job.jobId.includes(':') || /^\d*$/.test(job.jobId))
          throw new Error(`not a job id: "${job.jobId}"`);
        return { ...job, payload: JOBS[job.name].payload.parse(job.payload) };
      });
      if (this.failure) throw this.failure;
      for (const job of checked) {
        const key = `${JOBS[job.name].queue} ${job.jobId}`;
        if (!this.jobs.has(key)) this.jobs.set(key, job);
      }
      resolve();
    });
  }
}
