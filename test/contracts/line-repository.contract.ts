import { type LineRepository } from '@app/application';
import { type SessionLine } from '@app/domain';
import { nextId, START } from '../builders/ticket.builder';

/** A pending line in row 2 of the first import; its key is its own unless given. */
function aLine(overrides: Partial<SessionLine> = {}): SessionLine {
  const id = nextId();
  return {
    id,
    importId: 'i1',
    sessionId: 's1',
    row: 2,
    key: `key-${id}`,
    text: '食堂早餐开放时间太短',
    marks: [],
    faults: [],
    outcome: 'pending',
    ...overrides,
  };
}

/** What every LineRepository does. `open` gives an empty one. */
export function describeLineRepository(name: string, open: () => Promise<LineRepository>): void {
  describe(`${name} as a repository of lines`, () => {
    let lines: LineRepository;
    beforeEach(async () => {
      lines = await open();
    });
    const add = async (...added: SessionLine[]) => lines.add(added).then(() => added);
    const settled = async (line: SessionLine, change: Partial<SessionLine> = {}) => {
      await lines.settle(line, { outcome: 'ticket', ticketId: `t-${line.id}`, ...change });
      return line.id;
    };

    it('gives the lines of a run back as they were, in row order', async () => {
      const third = aLine({ row: 4, faults: [{ row: 4, code: 'LINE.X', message: 'x', severity: 'error' }] });
      const first = aLine({
        marks: [{ kind: 'probable-duplicate', ofRow: 9, similarity: 0.93 }],
        raisedAt: START,
      });
      const second = aLine({ row: 3, contactEmail: 'a@b.example' });
      await add(third, first, second, aLine({ importId: 'i2' }));
      expect(await lines.ofImport('i1', 0, 10)).toStrictEqual([first, second, third]);
      expect(await lines.ofImport('i1', 2, 1)).toStrictEqual([second]);
      await lines.settle(second, { outcome: 'skipped' });
      expect((await lines.ofImport('i1', 0, 10, 'pending')).map(({ row }) => row)).toEqual([2, 4]);
      expect((await lines.ofImport('i1', 0, 10, 'skipped')).map(({ row }) => row)).toEqual([3]);
    });

    it('keeps what is there when the same rows are added again', async () => {
      const [line] = await add(aLine());
      await lines.settle(line!, { outcome: 'ticket', ticketId: 't1', lineNumber: '2026-座谈-01-01' });
      await lines.add([]);
      await lines.add([aLine({ text: 'read again' }), aLine({ row: 3 })]);
      const [kept, fresh] = await lines.ofImport('i1', 0, 10);
      expect(kept).toStrictEqual({
        ...line,
        outcome: 'ticket',
        ticketId: 't1',
        lineNumber: '2026-座谈-01-01',
      });
      expect(fresh?.row).toBe(3);
    });

    it('settles a line once; the same again is a success, anything else is not', async () => {
      const [line] = await add(aLine());
      expect(await lines.settle(line!, { outcome: 'ticket', ticketId: 't1' })).toBe(true);
      expect(await lines.settle(line!, { outcome: 'ticket', ticketId: 't1' })).toBe(true);
      expect(await lines.settle(line!, { outcome: 'ticket', ticketId: 't2' })).toBe(false);
      expect(await lines.settle(line!, { outcome: 'skipped' })).toBe(false);
      expect(await lines.settle(aLine(), { outcome: 'skipped' })).toBe(false);
    });

    it('commits one of two lines with the same key in a session, also when they race', async () => {
      const twins = await add(aLine({ key: 'k' }), aLine({ key: 'k', importId: 'i2' }));
      const elsewhere = aLine({ key: 'k', sessionId: 's2', importId: 'i3' });
      await add(elsewhere);
      const won = await Promise.all(
        twins.map((line) => lines.settle(line, { outcome: 'ticket', ticketId: 't1' })),
      );
      expect(won.filter(Boolean)).toHaveLength(1);
      const loser = twins[won.indexOf(false)]!;
      expect(await lines.settle(loser, { outcome: 'linked', ticketId: 't1' })).toBe(false);
      expect(await lines.settle(loser, { outcome: 'skipped' })).toBe(true);
      expect(await lines.settle(elsewhere, { outcome: 'linked', ticketId: 't9' })).toBe(true);
      expect((await lines.committedByKey('s1', 'k'))?.id).toBe(twins[won.indexOf(true)]!.id);
      expect(await lines.committedByKey('s2', 'no')).toBeUndefined();
      expect(await lines.countOfSession('s1')).toBe(1);
    });

    it('does not take a pending or rejected line for a committed one', async () => {
      const [, rejected] = await add(aLine({ key: 'k' }), aLine({ key: 'k', row: 3 }));
      await lines.settle(rejected!, { outcome: 'rejected' });
      expect(await lines.committedByKey('s1', 'k')).toBeUndefined();
      expect(await lines.countOfSession('s1')).toBe(0);
      expect(await lines.ofSession('s1', undefined, 10)).toEqual([]);
    });

    it('lists a session by line number, the hundredth after the eleventh, those without a number last', async () => {
      const added = await add(...[1, 2, 3, 4, 5].map((row) => aLine({ row })));
      const [a, b, c, d, e] = added as [SessionLine, SessionLine, SessionLine, SessionLine, SessionLine];
      await lines.settle(c, { outcome: 'linked', ticketId: 't1' });
      await settled(a, { lineNumber: '2026-座谈-01-100' });
      await settled(b, { lineNumber: '2026-座谈-01-11' });
      await settled(d, { lineNumber: '2026-座谈-01-02' });
      await lines.settle(e, { outcome: 'rejected' });
      const page = async (after: string | undefined) =>
        (await lines.ofSession('s1', after, 2)).map(({ id }) => id);
      expect(await page(undefined)).toEqual([d.id, b.id]);
      expect(await page(b.id)).toEqual([a.id, c.id]);
      expect(await page(c.id)).toEqual([]);
      expect(await lines.countOfSession('s1')).toBe(4);
    });

    it('keeps a number once it is given, and orders by it', async () => {
      const [a, b] = await add(aLine(), aLine({ row: 3 }));
      await lines.assignNumbers([
        { id: a!.id, lineNumber: '2026-座谈-01-02' },
        { id: b!.id, lineNumber: '2026-座谈-01-01' },
      ]);
      await lines.assignNumbers([{ id: a!.id, lineNumber: '2026-座谈-01-09' }]);
      await lines.assignNumbers([]);
      for (const line of await lines.ofImport('i1', 0, 10)) await settled(line);
      const listed = await lines.ofSession('s1', undefined, 10);
      expect(listed.map(({ lineNumber }) => lineNumber)).toEqual(['2026-座谈-01-01', '2026-座谈-01-02']);
    });

    it('counts a run by outcome, naming also what there is none of', async () => {
      const added = await add(...[1, 2, 3].map((row) => aLine({ row })), aLine({ importId: 'i2' }));
      await settled(added[0]!);
      await lines.settle(added[1]!, { outcome: 'rejected' });
      expect(await lines.countByOutcome('i1')).toEqual({
        pending: 1,
        ticket: 1,
        linked: 0,
        skipped: 0,
        rejected: 1,
      });
    });

    it('lists faults in row order up to the limit', async () => {
      const fault = (row: number, code: string) =>
        ({ row, code, message: code, severity: 'warning' }) as const;
      await add(
        aLine({ row: 9, faults: [fault(9, 'C')] }),
        aLine({ row: 5, faults: [fault(5, 'A'), fault(5, 'B')] }),
        aLine({ row: 6 }),
      );
      expect(await lines.faultsOfImport('i1', 10)).toStrictEqual([
        fault(5, 'A'),
        fault(5, 'B'),
        fault(9, 'C'),
      ]);
      expect((await lines.faultsOfImport('i1', 1)).map(({ code }) => code)).toEqual(['A']);
    });

    it('hands out line ordinals by the session, each once', async () => {
      const firsts = await Promise.all(Array.from({ length: 40 }, () => lines.allocateOrdinals('s1', 2)));
      expect(firsts.sort((a, b) => a - b)).toEqual(firsts.map((_, index) => 2 * index + 1));
      expect(await lines.allocateOrdinals('s2', 1)).toBe(1);
    });
  });
}
