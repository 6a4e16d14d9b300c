import { type ImportRun } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../ports/clock.port';
import { JobPublisher } from '../ports/job-publisher.port';
import { ImportRepository } from '../ports/session-repository.port';
import { done, refused, type Result } from '../result.types';

/** Hands import runs to the queue, and takes up those that fell silent. */
@Injectable()
export class ImportDesk {
  constructor(
    private readonly imports: ImportRepository,
    private readonly publisher: JobPublisher,
    private readonly clock: Clock,
  ) {}

  /** Best effort: a run that is not published now is taken up by the sweep. */
  async enqueue(run: ImportRun): Promise<void> {
    await this.publish(run).catch(() => undefined);
  }

  /** A previewed run becomes tickets: its lines are read already, so only the committing is left. */
  async commit(importId: string): Promise<Result<ImportRun>> {
    const run = await this.imports.byId(importId);
    if (!run) return refused('IMPORT.NOT_FOUND', 'There is no such import.');
    const change = { status: 'committing', commit: true, processed: 0, touchedAt: this.clock.now() } as const;
    if (!(await this.imports.update(run.id, ['previewed'], change)))
      return refused('IMPORT.NOT_COMMITTABLE', `An import that is ${run.status} cannot be committed.`);
    const committing: ImportRun = { ...run, ...change };
    await this.enqueue(committing);
    return done(committing);
  }

  /** Publishes runs that have been silent since `before` again; answers how many. */
  async takeUpSilent(before: Date, limit: number): Promise<number> {
    const silent = await this.imports.silentSince(before, limit);
    for (const run of silent) await this.publish(run);
    return silent.length;
  }

  private publish(run: ImportRun): Promise<void> {
    const payload = {
      importId: run.id,
      eventId: run.id,
      occurredAt: run.createdAt.toISOString(),
      ...(run.correlationId === undefined ? {} : { correlationId: run.correlationId }),
    };
    // The id names the moment of last progress: a dead worker's job keeps its id, and must not block the next try.
    const jobId = `import.run-${run.id}-${run.touchedAt.getTime()}`;
    return this.publisher.publish([{ name: 'import.run', payload, jobId }]);
  }
}
