import { type ImportRun, localDateOf, type MinutesLine, type SessionLine } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../ports/clock.port';
import { Directory } from '../../ports/directory.port';
import { FileStore } from '../../ports/file-store.port';
import { Ids } from '../../ports/ids.port';
import { MinutesReader } from '../../ports/minutes-reader.port';
import { ImportRepository, LineRepository, SessionRepository } from '../../ports/session-repository.port';

@Injectable()
export class ReadLinesHandler {
  constructor(
    private readonly imports: ImportRepository,
    private readonly lines: LineRepository,
    private readonly sessions: SessionRepository,
    private readonly directory: Directory,
    private readonly files: FileStore,
    private readonly reader: MinutesReader,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Reads every line of the run's file into the store; lines that an interrupted reading left are found, not doubled.
   * Throws MinutesRefused where the file as a whole cannot be taken.
   */
  async execute(run: ImportRun, signal: AbortSignal): Promise<void> {
    const [session, departments, path] = await Promise.all([
      this.sessions.byId(run.sessionId),
      this.directory.departments(),
      this.files.localPath(run.fileKey),
    ]);
    if (!session) throw new Error(`import ${run.id} belongs to no session`);
    const options = {
      yearHint: Number(localDateOf(session.heldAt).slice(0, 4)),
      departments: departments.flatMap(({ name, aliases }) => [name, ...aliases]),
      ...(run.mapping ? { mapping: run.mapping } : {}),
    };
    let total = 0;
    let faultCount = 0;
    for await (const chunk of this.reader.read({ path, fileName: run.fileName }, options)) {
      signal.throwIfAborted();
      if (chunk.kind !== 'lines') continue;
      await this.lines.add(chunk.lines.map((line) => this.toSessionLine(run, line)));
      total += chunk.lines.length;
      faultCount += chunk.lines.reduce((sum, line) => sum + line.faults.length, 0);
      await this.imports.update(run.id, ['reading'], { total, faultCount, touchedAt: this.clock.now() });
    }
    const now = this.clock.now();
    const next = run.commit
      ? ({ status: 'committing', total, faultCount, touchedAt: now, tries: 0 } as const)
      : ({
          status: 'previewed',
          total,
          processed: total,
          faultCount,
          touchedAt: now,
          tries: 0,
          finishedAt: now,
        } as const);
    await this.imports.update(run.id, ['reading'], next);
  }

  private toSessionLine(run: ImportRun, line: MinutesLine): SessionLine {
    const {
      accepted: _accepted,
      ordinal: _ordinal,
      contact,
      owner: _owner,
      deadlineText: _text,
      deadlineAt: _at,
      ...read
    } = line;
    return {
      ...read,
      id: this.ids.next(),
      importId: run.id,
      sessionId: run.sessionId,
      ...(contact?.name === undefined ? {} : { proposer: contact.name, contactName: contact.name }),
      ...(contact?.phone === undefined ? {} : { contactPhone: contact.phone }),
      ...(contact?.email === undefined ? {} : { contactEmail: contact.email }),
      outcome: 'pending',
    };
  }
}
