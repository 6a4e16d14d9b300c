import { type ImportRun, lineNumber, type SessionLine, type Submission } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../ports/clock.port';
import { Ids } from '../../ports/ids.port';
import { ImportRepository, LineRepository, SessionRepository } from '../../ports/session-repository.port';
import { SubmitTicketHandler } from '../../ticket/submit-ticket/submit-ticket.handler';

/** Lines settled between two reports of progress; small, so that a death costs little and progress is seen. */
const BATCH = 50;
/** A title is the line's own, or the beginning of its text. */
const TITLE_LENGTH = 60;

@Injectable()
export class CommitLinesHandler {
  constructor(
    private readonly imports: ImportRepository,
    private readonly lines: LineRepository,
    private readonly sessions: SessionRepository,
    private readonly submit: SubmitTicketHandler,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Settles every pending line of the run; each step can be repeated, so a death in between costs nothing. */
  async execute(run: ImportRun, signal: AbortSignal): Promise<void> {
    const session = await this.sessions.byId(run.sessionId);
    if (!session) throw new Error(`import ${run.id} belongs to no session`);
    for (;;) {
      signal.throwIfAborted();
      const batch = await this.lines.ofImport(run.id, 0, BATCH, 'pending');
      if (batch.length === 0) break;
      await this.settle(run, session.number, batch);
      await this.report(run, {});
    }
    await this.report(run, { status: 'done', finishedAt: this.clock.now() });
  }

  private async settle(run: ImportRun, session: string, batch: readonly SessionLine[]): Promise<void> {
    const fresh: SessionLine[] = [];
    const repeats: SessionLine[] = [];
    await Promise.all(
      batch.map(async (line) => {
        if (line.faults.some(({ severity }) => severity === 'error'))
          await this.lines.settle(line, { outcome: 'rejected' });
        else if (await this.lines.committedByKey(run.sessionId, line.key))
          await this.lines.settle(line, { outcome: 'skipped' });
        else (line.repeats === undefined ? fresh : repeats).push(line);
      }),
    );
    const byRow = (a: SessionLine, b: SessionLine) => a.row - b.row;
    await this.makeTickets(run, await this.numbered(run, session, fresh.sort(byRow)));
    // After the tickets, since a line may repeat one of its own batch.
    for (const line of repeats.sort(byRow)) await this.link(run, line);
  }

  /** Numbers are stored before the tickets are made, so that a repeat after a death makes the same ones. */
  private async numbered(
    run: ImportRun,
    session: string,
    lines: readonly SessionLine[],
  ): Promise<readonly SessionLine[]> {
    const without = lines.filter((line) => line.lineNumber === undefined);
    if (without.length === 0) return lines;
    const first = await this.lines.allocateOrdinals(run.sessionId, without.length);
    const numbers = new Map(without.map((line, index) => [line.id, lineNumber(session, first + index)]));
    await this.lines.assignNumbers([...numbers].map(([id, number]) => ({ id, lineNumber: number })));
    return lines.map((line) => {
      const number = numbers.get(line.id);
      return number === undefined ? line : { ...line, lineNumber: number };
    });
  }

  private async makeTickets(run: ImportRun, lines: readonly SessionLine[]): Promise<void> {
    if (lines.length === 0) return;
    const created = await this.submit.execute(
      lines.map((line) => ({
        submission: submissionOf(line),
        actor: { kind: 'system', name: 'worker' },
        idempotencyKey: this.ticketKeyOf(line),
        ...(run.correlationId === undefined ? {} : { correlationId: run.correlationId }),
      })),
    );
    await Promise.all(
      lines.map(async (line, index) => {
        const ticket = created[index]?.ticket;
        if (!ticket) throw new Error(`line ${line.row} of import ${run.id} got no answer`);
        // The same message may have come in with another session: then it has its ticket already.
        const own = ticket.source.sessionId === run.sessionId;
        const number = own ? (ticket.source.lineNumber ?? line.lineNumber) : line.lineNumber;
        const change = {
          outcome: own ? ('ticket' as const) : ('linked' as const),
          ticketId: ticket.id,
          ...(number === undefined ? {} : { lineNumber: number }),
        };
        // Lost to another run of the same file: the ticket is the same one, only the line is theirs.
        if (!(await this.lines.settle(line, change))) await this.lines.settle(line, { outcome: 'skipped' });
      }),
    );
  }

  /** One ticket a line of a session; a message that carries its own reference is one wherever it turns up. */
  private ticketKeyOf({ reference, title, text, sessionId, key }: SessionLine): string {
    return reference === undefined
      ? `line:${sessionId}:${key}`
      : `message:${this.ids.hash(JSON.stringify([reference, title ?? '', text]))}`;
  }

  private async link(run: ImportRun, line: SessionLine): Promise<void> {
    const first =
      line.repeats === undefined ? undefined : await this.lines.committedByKey(run.sessionId, line.repeats);
    if (!first?.ticketId) {
      // What it repeats made no ticket, so it is the first itself.
      const session = await this.sessions.byId(run.sessionId);
      return this.makeTickets(run, await this.numbered(run, session?.number ?? '', [line]));
    }
    if (!(await this.lines.settle(line, { outcome: 'linked', ticketId: first.ticketId })))
      await this.lines.settle(line, { outcome: 'skipped' });
  }

  /** Progress is counted from the lines, never added up, so that it is right after any repeat. */
  private async report(run: ImportRun, change: Partial<ImportRun>): Promise<void> {
    const by = await this.lines.countByOutcome(run.id);
    const skipped = by.linked + by.rejected + by.skipped;
    const counts = {
      created: by.ticket,
      linked: by.linked,
      rejected: by.rejected,
      skipped,
      processed: by.ticket + skipped,
      tries: 0,
    };
    await this.imports.update(run.id, ['committing'], { ...counts, ...change, touchedAt: this.clock.now() });
  }
}

function submissionOf(line: SessionLine): Submission {
  const phone = line.contactPhone;
  const email = line.contactEmail;
  return {
    title: line.title ?? titleOf(line.text),
    description: line.text,
    ...(line.location === undefined ? {} : { location: line.location }),
    ...(line.department === undefined ? {} : { statedDepartment: line.department }),
    ...(line.category === undefined ? {} : { statedCategory: line.category }),
    source: {
      kind: 'session',
      sessionId: line.sessionId,
      ...(line.lineNumber === undefined ? {} : { lineNumber: line.lineNumber }),
      ...(line.raisedAt === undefined ? {} : { raisedAt: line.raisedAt }),
      ...(line.proposer === undefined ? {} : { proposer: line.proposer }),
      ...(line.unit === undefined ? {} : { unit: line.unit }),
      ...(line.remark === undefined ? {} : { remark: line.remark }),
      ...(line.instruction === undefined ? {} : { instruction: line.instruction }),
    },
    reporter: {
      identity: 'named',
      ...(line.contactName === undefined ? {} : { name: line.contactName }),
      ...(phone === undefined ? {} : { phone }),
      ...(email === undefined ? {} : { email }),
    },
  };
}

function titleOf(text: string): string {
  const characters = [...(text.split('\n')[0] ?? text).trim()];
  return characters.length <= TITLE_LENGTH
    ? characters.join('')
    : `${characters.slice(0, TITLE_LENGTH - 1).join('')}…`;
}
