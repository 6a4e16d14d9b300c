import { type MinutesLine } from '@app/domain';
import { Readable } from 'node:stream';
import { aLine, aRefusedLine, SESSION } from '../../../../../test/builders/minutes.builder';
import { anOffice, Death } from '../../../../../test/harness/office.harness';
import { MinutesRefused } from '../../ports/minutes-reader.port';
import { CommitLinesHandler } from '../commit-lines/commit-lines.handler';
import { ImportDesk } from '../import-desk';
import { ReadLinesHandler } from '../read-lines/read-lines.handler';
import { MAX_IMPORT_TRIES, RunImportHandler } from './run-import.handler';

const NEVER = new AbortController().signal;
/** Fresh lines, one refused, one that repeats a line of its own batch, one that repeats the refused line. */
const LINES: readonly MinutesLine[] = [
  aLine(2, { department: '能源中心', contact: { name: '李雷', phone: '13800000000' } }),
  aRefusedLine(3),
  aLine(4),
  aLine(5, { repeats: 'key-2' }),
  aLine(6, { repeats: 'key-3' }),
];

async function anImport(lines: readonly MinutesLine[] = LINES) {
  const office = anOffice();
  office.reader.lines = lines;
  await office.sessions.create(SESSION);
  const start = async (commit = true) => {
    const started = await office.startImport.execute({
      sessionId: SESSION.id,
      fileName: 'minutes.xlsx',
      content: Readable.from(['minutes']),
      maxBytes: 1_000,
      commit,
      requestedBy: 'person-dispatcher',
      correlationId: 'request-1',
    });
    if (!started.ok) throw new Error(started.error.code);
    return started.value.id;
  };
  return { ...office, id: await start(), start };
}
type Import = Awaited<ReturnType<typeof anImport>>;

/** What must be the same however often the run was cut off; numbers may have gaps. */
async function outcomeOf({ imports, lines, tickets, files, id }: Import) {
  const run = await imports.byId(id);
  const { status, total, processed, created, linked, rejected, skipped, faultCount } = run ?? {};
  const stored = [...lines.lines.values()].filter(({ importId }) => importId === id);
  const byId = new Map(tickets.rows.tickets.map((ticket) => [ticket.id, ticket]));
  return {
    run: { status, total, processed, created, linked, rejected, skipped, faultCount },
    lines: stored.map(({ row, outcome, ticketId }) => [row, outcome, byId.get(ticketId ?? '')?.description]),
    tickets: [...byId.values()].map(({ description }) => description).sort(),
    numbersAgree: stored.every(
      ({ outcome, ticketId, lineNumber }) =>
        outcome !== 'ticket' || (lineNumber && byId.get(ticketId ?? '')?.source.lineNumber === lineNumber),
    ),
    filesLeft: files.files.size,
  };
}

describe(RunImportHandler.name, () => {
  it('makes a ticket of each line, links repeats, and rejects only the line that has a fault', async () => {
    const office = await anImport();
    await office.runImport.execute(office.id, NEVER);
    const [second, fourth, sixth] = [2, 4, 6].map((row) => aLine(row).text);
    await expect(outcomeOf(office)).resolves.toEqual({
      run: {
        status: 'done',
        total: 5,
        processed: 5,
        created: 3,
        linked: 1,
        rejected: 1,
        skipped: 2,
        faultCount: 1,
      },
      lines: [
        [2, 'ticket', second],
        [3, 'rejected', undefined],
        [4, 'ticket', fourth],
        [5, 'linked', second],
        [6, 'ticket', sixth],
      ],
      tickets: [second, fourth, sixth],
      numbersAgree: true,
      filesLeft: 0,
    });
  });

  it('carries what the line says into its ticket', async () => {
    const office = await anImport();
    await office.runImport.execute(office.id, NEVER);
    expect(office.tickets.rows.tickets[0]).toMatchObject({
      statedDepartment: '能源中心',
      source: { kind: 'session', sessionId: SESSION.id, lineNumber: '2016-座谈-01-01', proposer: '李雷' },
      reporter: { anonymous: false, name: '李雷', phone: '13800000000' },
    });
    expect(office.relay.nudged[0]).toMatchObject({ correlationId: 'request-1' });
  });

  it('ends the same, whichever of its steps its worker died at', async () => {
    const undisturbed = await anImport();
    await undisturbed.runImport.execute(undisturbed.id, NEVER);
    const expected = await outcomeOf(undisturbed);
    let deaths = 0;
    for (let died = true; died; deaths += died ? 1 : 0) {
      const office = await anImport();
      died = await office
        .dyingAt(deaths + 1)
        .runImport.execute(office.id, NEVER)
        .then(
          () => false,
          (error: unknown) => error instanceof Death,
        );
      await office.runImport.execute(office.id, NEVER);
      expect({ deaths, ...(await outcomeOf(office)) }).toEqual({ deaths, ...expected });
    }
    expect(deaths).toBeGreaterThan(30);
  });

  it('gives up what never gets anywhere, and removes its file', async () => {
    const office = await anImport();
    jest.spyOn(office.reader, 'read').mockImplementation(() => {
      throw new Error('never');
    });
    for (let tries = 0; tries < MAX_IMPORT_TRIES; tries += 1)
      await expect(office.runImport.execute(office.id, NEVER)).rejects.toThrow('never');
    await expect(office.imports.byId(office.id)).resolves.toMatchObject({ status: 'reading' });
    await office.runImport.execute(office.id, NEVER);
    await expect(office.imports.byId(office.id)).resolves.toMatchObject({
      status: 'failed',
      problem: { code: 'IMPORT.GAVE_UP' },
    });
    expect(office.files.files.size).toBe(0);
    await expect(office.desk.takeUpSilent(new Date(8.64e15), 10)).resolves.toBe(0);
  });

  it('counts anew once a batch is settled', async () => {
    const office = await anImport(Array.from({ length: 51 }, (_, index) => aLine(index + 2)));
    const ofImport = jest.spyOn(office.lines, 'ofImport').mockRejectedValue(new Error('away'));
    for (let tries = 0; tries < MAX_IMPORT_TRIES; tries += 1)
      await expect(office.runImport.execute(office.id, NEVER)).rejects.toThrow('away');
    // The first was progress too: it read the file.
    await expect(office.imports.byId(office.id)).resolves.toMatchObject({ tries: MAX_IMPORT_TRIES - 1 });
    ofImport.mockRestore();
    const settled = office.lines.countByOutcome.bind(office.lines);
    const stop = new AbortController();
    jest.spyOn(office.lines, 'countByOutcome').mockImplementationOnce((id) => {
      stop.abort();
      return settled(id);
    });
    await expect(office.runImport.execute(office.id, stop.signal)).rejects.toThrow();
    await expect(office.imports.byId(office.id)).resolves.toMatchObject({ processed: 50, tries: 0 });
  });

  it('keeps no file of a preview, and commits without it', async () => {
    const office = await anImport();
    await office.runImport.execute(office.id, NEVER);
    const preview = await office.start(false);
    await office.runImport.execute(preview, NEVER);
    expect(office.files.files.size).toBe(0);
    await expect(office.desk.commit(preview)).resolves.toMatchObject({ ok: true });
    await office.runImport.execute(preview, NEVER);
    await expect(office.imports.byId(preview)).resolves.toMatchObject({ status: 'done' });
  });

  it('adds nothing for the same file again', async () => {
    const office = await anImport();
    await office.runImport.execute(office.id, NEVER);
    const again = await office.start();
    await office.runImport.execute(again, NEVER);
    await expect(office.imports.byId(again)).resolves.toMatchObject({ created: 0, skipped: 5, processed: 5 });
    expect(office.tickets.rows.tickets).toHaveLength(3);
  });

  it('makes each ticket once though two runs of the same file go on at the same moment', async () => {
    const office = await anImport();
    const ids = [office.id, await office.start()];
    await Promise.all(ids.map((id) => office.runImport.execute(id, NEVER)));
    expect(office.tickets.rows.tickets).toHaveLength(3);
    const runs = await Promise.all(ids.map((id) => office.imports.byId(id)));
    expect(runs.map((run) => run?.processed)).toEqual([5, 5]);
    expect(runs.reduce((sum, run) => sum + (run?.created ?? 0), 0)).toBe(3);
  });

  it('is never tried again where there is no such import', async () => {
    const office = await anImport();
    await expect(office.runImport.execute('none', NEVER)).rejects.toMatchObject({ name: 'PermanentFailure' });
  });
});

describe(ReadLinesHandler.name, () => {
  it('tells the reader the departments, the year of the session, and the mapping', async () => {
    const office = await anImport();
    await office.runImport.execute(office.id, NEVER);
    expect(office.reader.readings).toMatchObject([
      { source: { fileName: 'minutes.xlsx' }, options: { yearHint: 2016 } },
    ]);
    expect(office.reader.readings[0]?.options?.departments).toContain('能源中心');
  });

  it('ends the run with the reason where the file as a whole cannot be taken', async () => {
    const office = await anImport();
    office.reader.failure = new MinutesRefused('IMPORT.HEADER_NOT_FOUND', '没有找到表头');
    await office.runImport.execute(office.id, NEVER);
    await expect(office.imports.byId(office.id)).resolves.toMatchObject({
      status: 'failed',
      problem: { code: 'IMPORT.HEADER_NOT_FOUND', detail: '没有找到表头' },
    });
    expect(office.files.files.size).toBe(0);
  });

  it('leaves the run to be tried again where only the machine failed', async () => {
    const office = await anImport();
    office.reader.failure = new Error('disk');
    await expect(office.runImport.execute(office.id, NEVER)).rejects.toThrow('disk');
    await expect(office.imports.byId(office.id)).resolves.toMatchObject({ status: 'reading' });
  });

  it('stops between two batches when asked to', async () => {
    const office = await anImport();
    await expect(office.runImport.execute(office.id, AbortSignal.abort())).rejects.toThrow('aborted');
    expect(office.tickets.rows.tickets).toEqual([]);
  });
});

describe(CommitLinesHandler.name, () => {
  it('stops between two batches when asked to, and goes on where it stopped', async () => {
    const office = await anImport(Array.from({ length: 120 }, (_, index) => aLine(index + 2)));
    const stop = new AbortController();
    const create = office.tickets.create.bind(office.tickets);
    const first = jest.spyOn(office.tickets, 'create').mockImplementationOnce((tickets) => {
      stop.abort();
      return create(tickets);
    });
    await expect(office.runImport.execute(office.id, stop.signal)).rejects.toThrow('aborted');
    await expect(office.imports.byId(office.id)).resolves.toMatchObject({ processed: 50, total: 120 });
    first.mockRestore();
    await office.runImport.execute(office.id, NEVER);
    const numbers = office.tickets.rows.tickets.map(({ source }) => source.lineNumber);
    expect(new Set(numbers).size).toBe(120);
    await expect(office.imports.byId(office.id)).resolves.toMatchObject({ status: 'done', created: 120 });
  });

  it('makes the title of the beginning of a text that has none', async () => {
    const office = await anImport([
      aLine(2, { text: '长'.repeat(80) }),
      aLine(3, { title: '短', text: '文' }),
    ]);
    await office.runImport.execute(office.id, NEVER);
    expect(office.tickets.rows.tickets.map(({ title }) => title)).toEqual([`${'长'.repeat(59)}…`, '短']);
  });
});

describe(ImportDesk.name, () => {
  it('shows a file that is only to be looked at, and makes its tickets when told to', async () => {
    const office = await anImport();
    const preview = await office.start(false);
    await office.runImport.execute(preview, NEVER);
    await expect(office.imports.byId(preview)).resolves.toMatchObject({ status: 'previewed', total: 5 });
    expect(office.tickets.rows.tickets).toEqual([]);

    await expect(office.desk.commit(preview)).resolves.toMatchObject({ value: { status: 'committing' } });
    await office.runImport.execute(preview, NEVER);
    await expect(office.imports.byId(preview)).resolves.toMatchObject({ status: 'done', created: 3 });
  });

  it('refuses to commit what is not previewed, what is committed already, and what is not there', async () => {
    const office = await anImport();
    await expect(office.desk.commit(office.id)).resolves.toMatchObject({
      error: { code: 'IMPORT.NOT_COMMITTABLE' },
    });
    const preview = await office.start(false);
    await office.runImport.execute(preview, NEVER);
    await expect(
      Promise.all([office.desk.commit(preview), office.desk.commit(preview)]),
    ).resolves.toMatchObject([{ ok: true }, { error: { code: 'IMPORT.NOT_COMMITTABLE' } }]);
    await expect(office.desk.commit('none')).resolves.toMatchObject({ error: { code: 'IMPORT.NOT_FOUND' } });
  });

  it('takes a silent run up under another id than the job that died, and leaves a busy one alone', async () => {
    const office = await anImport();
    await expect(office.dyingAt(15).runImport.execute(office.id, NEVER)).rejects.toThrow(Death);
    office.clock.advance(60_000);
    await office.imports.update(office.id, ['reading', 'committing'], {
      touchedAt: new Date(office.clock.now().getTime() - 31_000),
    });
    const silentFor = (ms: number) => new Date(office.clock.now().getTime() - ms);
    await expect(office.desk.takeUpSilent(silentFor(40_000), 10)).resolves.toBe(0);
    await expect(office.desk.takeUpSilent(silentFor(30_000), 10)).resolves.toBe(1);
    const ids = office.publisher.published.map(({ jobId }) => jobId);
    expect(new Set(ids).size).toBe(2);
  });
});
