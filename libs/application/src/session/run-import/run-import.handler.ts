import { type ImportRun } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../ports/clock.port';
import { FileStore } from '../../ports/file-store.port';
import { MinutesRefused } from '../../ports/minutes-reader.port';
import { ImportRepository } from '../../ports/session-repository.port';
import { PermanentFailure } from '../../result.types';
import { CommitLinesHandler } from '../commit-lines/commit-lines.handler';
import { ReadLinesHandler } from '../read-lines/read-lines.handler';

/** Taken up so often without getting anywhere, a run is given up; whoever asked for it has to see that it failed. */
export const MAX_IMPORT_TRIES = 5;

const GAVE_UP = {
  code: 'IMPORT.GAVE_UP',
  detail: `导入尝试 ${MAX_IMPORT_TRIES} 次均无进展，已停止。 The import was tried ${MAX_IMPORT_TRIES} times without progress and was given up.`,
};

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
   * Throws between two batches once `signal` is aborted: the rest is done elsewhere. Fails the run with
   * IMPORT.GAVE_UP after MAX_IMPORT_TRIES tries that settled nothing.
   */
  async execute(importId: string, signal: AbortSignal): Promise<void> {
    const found = await this.imports.byId(importId);
    if (!found) throw new PermanentFailure(`there is no import ${importId}`);
    // Counted before anything is done: what kills its worker must not be tried for ever either.
    const run = await this.imports.startTry(importId);
    if (run && run.tries > MAX_IMPORT_TRIES) await this.fail(run, GAVE_UP);
    else if (run && run.status !== 'committing') await this.read(run, signal);
    // Committing never reads it. What cannot be removed now is swept when it is old.
    await this.files.remove(found.fileKey).catch(() => undefined);
    const current = await this.imports.byId(importId);
    if (current?.status === 'committing') await this.commitLines.execute(current, signal);
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
      await this.fail(run, { code: error.code, detail: error.detail });
    }
  }

  private async fail(run: ImportRun, problem: NonNullable<ImportRun['problem']>): Promise<void> {
    const at = this.clock.now();
    const change = { status: 'failed', problem, finishedAt: at, touchedAt: at } as const;
    await this.imports.update(run.id, ['queued', 'reading', 'committing'], change);
  }
}
