import { type ConfigurationLog } from '@app/application';
import { type ConfigurationChange, type ConfigurationLogEntry, FIRST_HASH, follows } from '@app/domain';
import { nextId, sha256, START } from '../builders/ticket.builder';

function aChange(overrides: Partial<ConfigurationChange> = {}): ConfigurationChange {
  return {
    id: nextId(),
    at: START,
    actor: { kind: 'person', id: 'a1', name: '唐思远' },
    kind: 'department',
    subject: 'energy',
    after: { name: '能源服务中心', aliases: ['能源中心'], since: START, limits: { max: 2.5 } },
    ...overrides,
  };
}

/** What every ConfigurationLog does. `open` gives an empty one. */
export function describeConfigurationLog(name: string, open: () => Promise<ConfigurationLog>): void {
  describe(`${name} as the log of the configuration`, () => {
    let log: ConfigurationLog;
    beforeEach(async () => {
      log = await open();
    });

    const all = async (): Promise<ConfigurationLogEntry[]> => {
      const entries: ConfigurationLogEntry[] = [];
      for await (const entry of log.inOrder()) entries.push(entry);
      return entries;
    };
    const isWhole = (entries: readonly ConfigurationLogEntry[]) =>
      entries.every((entry, index) => follows(entry, entries[index - 1], sha256));

    it('chains each change to the one before, and gives it back as it was', async () => {
      const first = aChange();
      const second = aChange({ kind: 'policy', before: { a: 1 }, reason: '按新办法' });
      await log.append(first);
      await log.append(second);
      const entries = await all();
      expect(entries).toMatchObject([
        { ...first, seq: 1, previousHash: FIRST_HASH },
        { ...second, seq: 2, previousHash: entries[0]?.hash },
      ]);
      expect(isWhole(entries)).toBe(true);
      expect(entries[0] && 'before' in entries[0]).toBe(false);
    });

    it('gives each of twenty that race a place of its own', async () => {
      const changes = Array.from({ length: 20 }, () => aChange());
      await Promise.all(changes.map((change) => log.append(change)));
      const entries = await all();
      expect(entries.map(({ id }) => id).sort()).toEqual(changes.map(({ id }) => id).sort());
      expect(isWhole(entries)).toBe(true);
    });

    it('records a change once, however often it is told', async () => {
      const change = aChange();
      await Promise.all([log.append(change), log.append(change), log.append({ ...change, after: 2 })]);
      expect(await all()).toMatchObject([change]);
    });

    it('keeps of the actor only who it was, and seals what the database can hold', async () => {
      const actor: ConfigurationChange['actor'] = Object.assign({ role: 'admin' }, aChange().actor);
      await log.append(
        aChange({ actor, after: { text: 'a', absent: undefined, deep: [{ none: undefined }] } }),
      );
      const entries = await all();
      expect(entries[0]?.actor).toStrictEqual(aChange().actor);
      expect(entries[0]?.after).toStrictEqual({ text: 'a', deep: [{}] });
      expect(isWhole(entries)).toBe(true);
    });

    it('lists the newest first, by kind and subject, page by page', async () => {
      await log.append(aChange());
      await log.append(aChange({ subject: 'catering' }));
      await log.append(aChange({ kind: 'policy', subject: 'normal' }));
      await log.append(aChange({ after: { name: '能源' } }));
      await log.append(aChange({ kind: 'checkpoint', subject: 'tickets' }));
      const list = async (...args: Parameters<ConfigurationLog['list']>) =>
        (await log.list(...args)).map(({ seq }) => seq);
      expect(await list({}, { limit: 3 })).toEqual([4, 3, 2]);
      expect(await list({}, { limit: 3, before: 2 })).toEqual([1]);
      expect(await list({ kind: 'checkpoint' }, { limit: 3 })).toEqual([5]);
      expect(await list({ kind: 'department' }, { limit: 9 })).toEqual([4, 2, 1]);
      expect(await list({ kind: 'department', subject: 'energy' }, { limit: 9, before: 4 })).toEqual([1]);
    });
  });
}
