import { type ImportRun } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { type Readable } from 'node:stream';
import { Clock } from '../../ports/clock.port';
import { FileStore, FileTooLarge } from '../../ports/file-store.port';
import { Ids } from '../../ports/ids.port';
import { ImportRepository, SessionRepository } from '../../ports/session-repository.port';
import { done, refused, type Result } from '../../result.types';
import { ImportDesk } from '../import-desk';

export interface StartImportCommand {
  readonly sessionId: string;
  readonly fileName: string;
  readonly content: Readable;
  readonly maxBytes: number;
  readonly mapping?: Readonly<Record<string, string>>;
  readonly commit: boolean;
  readonly requestedBy: string;
  readonly correlationId?: string;
}

@Injectable()
export class StartImportHandler {
  constructor(
    private readonly imports: ImportRepository,
    private readonly sessions: SessionRepository,
    private readonly files: FileStore,
    private readonly desk: ImportDesk,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Keeps the file and records the run, both durable before it answers; the reading is a job. */
  async execute(command: StartImportCommand): Promise<Result<ImportRun>> {
    if (!(await this.sessions.byId(command.sessionId)))
      return refused('SESSION.NOT_FOUND', 'There is no such session.');
    if (!/\.(xlsx|csv)$/i.test(command.fileName))
      return refused('IMPORT.UNSUPPORTED_TYPE', `${command.fileName} is neither .xlsx nor .csv.`);
    const id = this.ids.next();
    const fileKey = `imports/${id.toLowerCase()}`;
    try {
      await this.files.put(fileKey, command.content, command.maxBytes);
    } catch (error) {
      if (!(error instanceof FileTooLarge)) throw error;
      return refused(
        'IMPORT.FILE_TOO_LARGE',
        `The file is larger than ${Math.floor(command.maxBytes / 1_048_576)} MB.`,
      );
    }
    const now = this.clock.now();
    const run: ImportRun = {
      id,
      sessionId: command.sessionId,
      fileName: command.fileName,
      fileKey,
      ...(command.mapping ? { mapping: command.mapping } : {}),
      commit: command.commit,
      status: 'queued',
      requestedBy: command.requestedBy,
      createdAt: now,
      touchedAt: now,
      tries: 0,
      total: 0,
      processed: 0,
      created: 0,
      skipped: 0,
      linked: 0,
      rejected: 0,
      faultCount: 0,
      ...(command.correlationId === undefined ? {} : { correlationId: command.correlationId }),
    };
    try {
      await this.imports.create(run);
    } catch (error) {
      await this.files.remove(fileKey);
      throw error;
    }
    await this.desk.enqueue(run);
    return done(run);
  }
}
