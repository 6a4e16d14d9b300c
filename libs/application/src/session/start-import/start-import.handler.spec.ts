import { Readable } from 'node:stream';
import { SESSION } from '../../../../../test/builders/minutes.builder';
import { anOffice } from '../../../../../test/harness/office.harness';
import { type StartImportCommand, StartImportHandler } from './start-import.handler';

async function started(overrides: Partial<StartImportCommand> = {}, office = anOffice()) {
  await office.sessions.create(SESSION);
  const result = await office.startImport.execute({
    sessionId: SESSION.id,
    fileName: '座谈会.XLSX',
    content: Readable.from(['minutes']),
    maxBytes: 10 * 1_048_576,
    commit: true,
    requestedBy: 'person-dispatcher',
    ...overrides,
  });
  return { office, result };
}

describe(StartImportHandler.name, () => {
  it('keeps file and run before it answers, and asks for the reading', async () => {
    const { office, result } = await started({ mapping: { text: 'B' } });
    const [run] = office.imports.runs.values();
    expect(result).toEqual({ ok: true, value: run });
    expect(run).toMatchObject({ status: 'queued', commit: true, mapping: { text: 'B' } });
    expect(office.files.files.get(run?.fileKey ?? '')?.toString()).toBe('minutes');
    expect(office.publisher.published).toMatchObject([
      { name: 'import.run', payload: { importId: run?.id } },
    ]);
  });

  it('is taken though the queue is away: the sweep will find it', async () => {
    const office = anOffice();
    office.publisher.failure = new Error('Redis is away');
    await expect(started({}, office)).resolves.toMatchObject({ result: { ok: true } });
    expect(office.imports.runs.size).toBe(1);
  });

  it('keeps no file where the run cannot be recorded', async () => {
    const office = anOffice();
    jest.spyOn(office.imports, 'create').mockRejectedValue(new Error('no primary'));
    await expect(started({}, office)).rejects.toThrow('no primary');
    expect(office.files.files.size).toBe(0);
  });

  it.each([
    ['an unknown session', { sessionId: 'none' }, 'SESSION.NOT_FOUND'],
    ['a file of another type', { fileName: '座谈会.xlsx.exe' }, 'IMPORT.UNSUPPORTED_TYPE'],
    ['an old .xls', { fileName: '座谈会.xls' }, 'IMPORT.UNSUPPORTED_TYPE'],
    ['a file that is too large', { maxBytes: 3 }, 'IMPORT.FILE_TOO_LARGE'],
  ])('refuses %s, and keeps nothing', async (_, overrides, code) => {
    const { office, result } = await started(overrides);
    expect(result).toMatchObject({ ok: false, error: { code } });
    expect([office.files.files.size, office.imports.runs.size]).toEqual([0, 0]);
    expect(office.publisher.published).toEqual([]);
  });
});
