import { ImportRepository, LineRepository, SessionRepository } from '@app/application';
import {
  type ImportRun,
  type ImportStatus,
  LINE_OUTCOMES,
  type LineFault,
  type LineOutcome,
  type Session,
  type SessionLine,
} from '@app/domain';
import { stored } from './storable.fake';

export class FakeSessionRepository extends SessionRepository {
  readonly sessions = new Map<string, Session>();
  private readonly ordinals = new Map<string, number>();

  create(session: Session): Promise<void> {
    const taken = [...this.sessions.values()].some(
      ({ id, number }) => id === session.id || number === session.number,
    );
    if (taken) return Promise.reject(new Error(`session ${session.number} is there already`));
    this.sessions.set(session.id, stored(session));
    return Promise.resolve();
  }

  byId(id: string): Promise<Session | undefined> {
    return Promise.resolve(stored(this.sessions.get(id)));
  }

  list(page: { readonly after?: string; readonly limit: number }): Promise<readonly Session[]> {
    const found = [...this.sessions.values()]
      .filter(({ id }) => page.after === undefined || id < page.after)
      .sort((a, b) => (a.id < b.id ? 1 : -1));
    return Promise.resolve(stored(found.slice(0, page.limit)));
  }

  nextOrdinal(kind: Session['kind'], year: number): Promise<number> {
    const ordinal = (this.ordinals.get(`${kind}/${year}`) ?? 0) + 1;
    this.ordinals.set(`${kind}/${year}`, ordinal);
    return Promise.resolve(ordinal);
  }
}

const UNDER_WAY: readonly ImportStatus[] = ['queued', 'reading', 'committing'];

export class FakeImportRepository extends ImportRepository {
  readonly runs = new Map<string, ImportRun>();

  create(run: ImportRun): Promise<void> {
    this.runs.set(run.id, stored(run));
    return Promise.resolve();
  }

  byId(id: string): Promise<ImportRun | undefined> {
    return Promise.resolve(stored(this.runs.get(id)));
  }

  update(id: string, from: readonly ImportStatus[], change: Partial<ImportRun>): Promise<boolean> {
    const run = this.runs.get(id);
    if (!run || !from.includes(run.status)) return Promise.resolve(false);
    this.runs.set(id, { ...run, ...stored(change) });
    return Promise.resolve(true);
  }

  startTry(id: string): Promise<ImportRun | undefined> {
    const run = this.runs.get(id);
    if (!run || !UNDER_WAY.includes(run.status)) return Promise.resolve(undefined);
    const tried = { ...run, tries: run.tries + 1 };
    this.runs.set(id, tried);
    return Promise.resolve(stored(tried));
  }

  silentSince(before: Date, limit: number): Promise<readonly ImportRun[]> {
    const silent = [...this.runs.values()]
      .filter(({ status, touchedAt }) => UNDER_WAY.includes(status) && touchedAt < before)
      .sort((a, b) => +a.touchedAt - +b.touchedAt);
    return Promise.resolve(stored(silent.slice(0, limit)));
  }
}

export class FakeLineRepository extends LineRepository {
  readonly lines = new Map<string, SessionLine>();
  private readonly ordinals = new Map<string, number>();

  add(lines: readonly SessionLine[]): Promise<void> {
    for (const line of lines) {
      const there = this.all().some(({ importId, row }) => importId === line.importId && row === line.row);
      if (!there && !this.lines.has(line.id)) this.lines.set(line.id, stored(line));
    }
    return Promise.resolve();
  }

  ofImport(
    importId: string,
    afterRow: number,
    limit: number,
    outcome?: LineOutcome,
  ): Promise<readonly SessionLine[]> {
    const found = this.ofRun(importId).filter(
      (line) => line.row > afterRow && (outcome === undefined || line.outcome === outcome),
    );
    return Promise.resolve(stored(found.slice(0, limit)));
  }

  ofSession(sessionId: string, after: string | undefined, limit: number): Promise<readonly SessionLine[]> {
    const lines = this.committed(sessionId).sort((a, b) => {
      const [x, y] = [ordinalOf(a), ordinalOf(b)];
      return x === y ? (a.id < b.id ? -1 : 1) : x - y;
    });
    const start = after === undefined ? 0 : lines.findIndex(({ id }) => id === after) + 1;
    return Promise.resolve(stored(lines.slice(start, start + limit)));
  }

  countOfSession(sessionId: string): Promise<number> {
    return Promise.resolve(this.committed(sessionId).length);
  }

  committedByKey(sessionId: string, key: string): Promise<SessionLine | undefined> {
    return Promise.resolve(stored(this.committed(sessionId).find((line) => line.key === key)));
  }

  settle(
    line: SessionLine,
    change: Pick<SessionLine, 'outcome'> & Partial<Pick<SessionLine, 'ticketId' | 'lineNumber'>>,
  ): Promise<boolean> {
    const known = this.lines.get(line.id);
    if (known?.outcome !== 'pending')
      return Promise.resolve(known?.outcome === change.outcome && known.ticketId === change.ticketId);
    const commits = change.outcome === 'ticket' || change.outcome === 'linked';
    if (commits && this.committed(line.sessionId).some(({ key }) => key === line.key))
      return Promise.resolve(false);
    this.lines.set(line.id, { ...known, ...stored(change) });
    return Promise.resolve(true);
  }

  assignNumbers(lines: readonly { readonly id: string; readonly lineNumber: string }[]): Promise<void> {
    for (const { id, lineNumber } of lines) {
      const known = this.lines.get(id);
      if (known && known.lineNumber === undefined) this.lines.set(id, { ...known, lineNumber });
    }
    return Promise.resolve();
  }

  countByOutcome(importId: string): Promise<Readonly<Record<LineOutcome, number>>> {
    const lines = this.ofRun(importId);
    const counts = LINE_OUTCOMES.map((outcome) => [
      outcome,
      lines.filter((line) => line.outcome === outcome).length,
    ]);
    return Promise.resolve(Object.fromEntries(counts) as Record<LineOutcome, number>);
  }

  faultsOfImport(importId: string, limit: number): Promise<readonly LineFault[]> {
    return Promise.resolve(
      stored(
        this.ofRun(importId)
          .flatMap(({ faults }) => faults)
          .slice(0, limit),
      ),
    );
  }

  allocateOrdinals(sessionId: string, count: number): Promise<number> {
    const last = this.ordinals.get(sessionId) ?? 0;
    this.ordinals.set(sessionId, last + count);
    return Promise.resolve(last + 1);
  }

  private all(): SessionLine[] {
    return [...this.lines.values()];
  }

  private ofRun(importId: string): SessionLine[] {
    return this.all()
      .filter((line) => line.importId === importId)
      .sort((a, b) => a.row - b.row);
  }

  private committed(sessionId: string): SessionLine[] {
    return this.all().filter(
      (line) => line.sessionId === sessionId && (line.outcome === 'ticket' || line.outcome === 'linked'),
    );
  }
}

function ordinalOf({ lineNumber }: SessionLine): number {
  return lineNumber === undefined ? Infinity : Number(lineNumber.split('-').at(-1));
}
