import { type ImportRun } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../ports/clock.port';
import { FileStore } from '../../ports/file-store.port';
import { MinutesRefused } from '../../ports/minutes-reader.port';
import { ImportRepository } from '../../ports/session-repository.port';
import { PermanentFailure } from '../../result.types';
import { CommitLinesHandler } from '../commit-lines/commit-lines.handler';
import { ReadLinesHandler } from '../read-lines/read-lines.handler';

@Injectable()
export class RunImportHandler {
  constructor(
    private readonly imports: ImportRepository,
    private readonly files: FileStore,
    private readonly readLines: ReadLinesHandler,
    private readonly commitLines: CommitLinesHandler,
    private readonly clock: Clock,
  ) {}

  /**
   * Reads the run's file and, where asked, makes tickets of its lines; goes on from where a dead worker stopped.
   * Throws between two batches once `signal` is aborted: the rest is done elsewhere.
   */
  async execute(importId: string, signal: AbortSignal): Promise<void> {
    const run = await this.imports.byId(importId);
    if (!run) throw new PermanentFailure(`there is no import ${importId}`);
    if (run.status === 'queued' || run.status === 'reading') await this.read(run, signal);
    const current = await this.imports.byId(importId);
    if (current?.status === 'committing') await this.commitLines.execute(current, signal);
    if (current?.status !== 'previewed') await this.files.remove(run.fileKey);
  }

  private async read(run: ImportRun, signal: AbortSignal): Promise<void> {
    const now = this.clock.now();
    await this.imports.update(run.id, ['queued', 'reading'], {
      status: 'reading',
      startedAt: run.startedAt ?? now,
      touchedAt: now,
    });
    try {
      await this.readLines.execute(run, signal);
    } catch (error) {
      if (!(error instanceof MinutesRefused)) throw error;
      const at = this.clock.now();
      const problem = { code: error.code, detail: error.detail };
      await this.imports.update(run.id, ['reading'], {
        status: 'failed',
        problem,
        finishedAt: at,
        touchedAt: at,
      });
    }
  }
}
