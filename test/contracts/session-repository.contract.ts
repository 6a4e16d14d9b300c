import { type ImportRepository, type SessionRepository } from '@app/application';
import { type ImportRun, type Session } from '@app/domain';
import { nextId, START } from '../builders/ticket.builder';

const later = (seconds: number) => new Date(START.getTime() + seconds * 1_000);

function aSession(overrides: Partial<Session> = {}): Session {
  const id = nextId();
  return {
    id,
    number: `2026-座谈-${id.slice(-4)}`,
    kind: 'forum',
    title: '春季后勤座谈会',
    heldAt: new Date('2016-04-12T06:00:00.000Z'),
    createdAt: START,
    createdBy: 'd1',
    ...overrides,
  };
}

/** What every SessionRepository does. `open` gives an empty one. */
export function describeSessionRepository(name: string, open: () => Promise<SessionRepository>): void {
  describe(`${name} as a repository of sessions`, () => {
    let sessions: SessionRepository;
    beforeEach(async () => {
      sessions = await open();
    });

    it('gives a session back as it was, and refuses a number that is taken', async () => {
      const session = aSession({ place: '行政楼 201' });
      await sessions.create(session);
      expect(await sessions.byId(session.id)).toStrictEqual(session);
      expect(await sessions.byId('no')).toBeUndefined();
      await expect(sessions.create(aSession({ number: session.number }))).rejects.toThrow();
    });

    it('lists the newest first, page by page', async () => {
      const all = [aSession(), aSession(), aSession()];
      for (const session of all) await sessions.create(session);
      const [a, b, c] = all;
      expect(await sessions.list({ limit: 2 })).toStrictEqual([c, b]);
      expect(await sessions.list({ limit: 2, after: b!.id })).toStrictEqual([a]);
    });

    it('counts each kind and year on its own, without gap or repeat', async () => {
      const ordinals = await Promise.all(
        Array.from({ length: 30 }, () => sessions.nextOrdinal('forum', 2026)),
      );
      expect(ordinals.sort((a, b) => a - b)).toEqual(ordinals.map((_, index) => index + 1));
      expect(await sessions.nextOrdinal('forum', 2027)).toBe(1);
      expect(await sessions.nextOrdinal('reception-day', 2026)).toBe(1);
    });
  });
}

function anImport(overrides: Partial<ImportRun> = {}): ImportRun {
  return {
    id: nextId(),
    sessionId: 's1',
    fileName: '会议纪要.xlsx',
    fileKey: 'imports/1',
    commit: true,
    status: 'queued',
    requestedBy: 'd1',
    createdAt: START,
    touchedAt: START,
    tries: 0,
    total: 0,
    processed: 0,
    created: 0,
    skipped: 0,
    linked: 0,
    rejected: 0,
    faultCount: 0,
    ...overrides,
  };
}

/** What every ImportRepository does. `open` gives an empty one. */
export function describeImportRepository(name: string, open: () => Promise<ImportRepository>): void {
  describe(`${name} as a repository of imports`, () => {
    let imports: ImportRepository;
    beforeEach(async () => {
      imports = await open();
    });

    it('gives a run back as it was, absent fields absent', async () => {
      const run = anImport({ mapping: { title: 'B', text: '反映问题' } });
      const bare = anImport();
      await imports.create(run);
      await imports.create(bare);
      expect(await imports.byId(run.id)).toStrictEqual(run);
      expect(await imports.byId(bare.id)).toStrictEqual(bare);
      expect(await imports.byId('no')).toBeUndefined();
    });

    it('changes the named fields, and only from a status that was named', async () => {
      const run = anImport();
      await imports.create(run);
      const change = { status: 'reading', startedAt: later(1), touchedAt: later(1) } as const;
      expect(await imports.update(run.id, ['queued'], change)).toBe(true);
      expect(await imports.update(run.id, ['queued', 'failed'], { status: 'failed' })).toBe(false);
      expect(await imports.byId(run.id)).toStrictEqual({ ...run, ...change });
      expect(await imports.update('no', ['queued'], { processed: 1 })).toBe(false);
    });

    it('lets one of two take a run', async () => {
      const run = anImport({ status: 'previewed' });
      await imports.create(run);
      const take = () => imports.update(run.id, ['previewed'], { status: 'committing' });
      expect((await Promise.all([take(), take()])).filter(Boolean)).toHaveLength(1);
    });

    it('counts the tries of a run under way, each once, and of no other', async () => {
      const run = anImport();
      const done = anImport({ status: 'done' });
      await imports.create(run);
      await imports.create(done);
      const tries = await Promise.all(Array.from({ length: 5 }, () => imports.startTry(run.id)));
      expect(tries.map((tried) => tried?.tries).sort()).toEqual([1, 2, 3, 4, 5]);
      expect(await imports.byId(run.id)).toStrictEqual({ ...run, tries: 5 });
      expect(await imports.startTry(done.id)).toBeUndefined();
      expect(await imports.startTry('no')).toBeUndefined();
    });

    it('names the runs under way that fell silent, the longest silent first', async () => {
      const silent = anImport({ status: 'committing', touchedAt: later(1) });
      const older = anImport({ status: 'reading' });
      const others = [
        anImport({ status: 'queued', touchedAt: later(60) }),
        anImport({ status: 'previewed' }),
        anImport({ status: 'done' }),
        anImport({ status: 'failed', problem: { code: 'X', detail: 'y' } }),
      ];
      for (const run of [silent, older, ...others]) await imports.create(run);
      expect(await imports.silentSince(later(60), 10)).toStrictEqual([older, silent]);
      expect(await imports.silentSince(later(60), 1)).toStrictEqual([older]);
    });
  });
}
