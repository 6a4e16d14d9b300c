import { type ImportRun, type LineFault, type Session, type SessionLine } from '@app/domain';

export abstract class SessionRepository {
  abstract create(session: Session): Promise<void>;
  abstract byId(id: string): Promise<Session | undefined>;
  abstract list(page: { readonly after?: string; readonly limit: number }): Promise<readonly Session[]>;
  /** The next running number for sessions of this kind and year. */
  abstract nextOrdinal(kind: Session['kind'], year: number): Promise<number>;
}

export abstract class ImportRepository {
  abstract create(run: ImportRun): Promise<void>;
  abstract byId(id: string): Promise<ImportRun | undefined>;
  /** Changes the named fields if the run still has one of the given statuses; false otherwise. */
  abstract update(
    id: string,
    from: readonly ImportRun['status'][],
    change: Partial<ImportRun>,
  ): Promise<boolean>;
  /** Counts one more try of a run that is queued, reading or committing; answers the run, undefined where it is not. */
  abstract startTry(id: string): Promise<ImportRun | undefined>;
  /** Runs that are queued, reading or committing and have been silent since `before`. */
  abstract silentSince(before: Date, limit: number): Promise<readonly ImportRun[]>;
}

/** Lines of minutes. Reading a file again finds the lines that an unfinished reading of the same run left. */
export abstract class LineRepository {
  /** Inserts lines; those of the same run and row that are there already stay as they are. */
  abstract add(lines: readonly SessionLine[]): Promise<void>;
  /** Lines of a run after the given row, in row order. */
  abstract ofImport(
    importId: string,
    afterRow: number,
    limit: number,
    outcome?: SessionLine['outcome'],
  ): Promise<readonly SessionLine[]>;
  /** Committed lines of a session (outcome ticket or linked) by line number; `after` is the id of the last one read. */
  abstract ofSession(
    sessionId: string,
    after: string | undefined,
    limit: number,
  ): Promise<readonly SessionLine[]>;
  abstract countOfSession(sessionId: string): Promise<number>;
  /** The committed line with this key in the session. */
  abstract committedByKey(sessionId: string, key: string): Promise<SessionLine | undefined>;
  /**
   * Settles a pending line; a repeat of the same settling is true again. False where it was settled otherwise, or
   * where another run has committed a line with the same key in this session.
   */
  abstract settle(
    line: SessionLine,
    change: Pick<SessionLine, 'outcome'> & Partial<Pick<SessionLine, 'ticketId' | 'lineNumber'>>,
  ): Promise<boolean>;
  /** Stores the numbers given to lines, before their tickets are made, so that a repeat finds the same ones. */
  abstract assignNumbers(
    lines: readonly { readonly id: string; readonly lineNumber: string }[],
  ): Promise<void>;
  /** How many lines of the run there are by outcome. */
  abstract countByOutcome(importId: string): Promise<Readonly<Record<SessionLine['outcome'], number>>>;
  abstract faultsOfImport(importId: string, limit: number): Promise<readonly LineFault[]>;
  /** Reserves `count` consecutive line ordinals in the session; answers the first. */
  abstract allocateOrdinals(sessionId: string, count: number): Promise<number>;
}
