import { type TicketRepository } from '@app/application';
import { appendToLog, decide, firstBrokenEntry, type Ticket, type TicketCommand } from '@app/domain';
import * as fc from 'fast-check';
import { aPerson, aPolicy, CALENDAR } from '../builders/fixtures.builder';
import { actorOf, aTicket, nextId, REPORTER, sha256, START, TIMER, WORKER } from '../builders/ticket.builder';

/** What every TicketRepository does, whatever it keeps its tickets in. `open` gives an empty one. */
export function describeTicketRepository(name: string, open: () => Promise<TicketRepository>): void {
  describe(`${name} as a repository of tickets`, () => {
    let repository: TicketRepository;
    beforeEach(async () => {
      repository = await open();
    });

    const create = async (builder = aTicket()): Promise<Ticket> => {
      const [created] = await repository.create([builder.buildNew()]);
      return created!.ticket;
    };

    it('gives a created ticket back by id, number and tracking code, its log sealed', async () => {
      const builder = aTicket({ source: { kind: 'session', sessionId: 's1', raisedAt: START } });
      const expected = builder.build();
      expect(await repository.create([builder.buildNew()])).toStrictEqual([
        { outcome: 'created', ticket: expected },
      ]);
      expect(await repository.byId(expected.id)).toStrictEqual(expected);
      expect(await repository.byNumber(expected.number)).toStrictEqual(expected);
      expect(await repository.byTrackingCode(expected.trackingCode)).toStrictEqual(expected);
      expect(expected.version).toBe(1);
      expect(firstBrokenEntry(expected.log, sha256)).toBeUndefined();
    });

    it('answers undefined for what is not there', async () => {
      expect(await repository.byId('no')).toBeUndefined();
      expect(await repository.byNumber('no')).toBeUndefined();
      expect(await repository.byTrackingCode('no')).toBeUndefined();
      expect(await repository.byIdempotencyKey('no')).toBeUndefined();
      expect(await repository.create([])).toStrictEqual([]);
    });

    it('finds the first ticket under a key used again, and tells whether the request was the same', async () => {
      const first = aTicket();
      await repository.create([first.buildNew({ idempotencyKey: 'k', requestHash: 'h' })]);
      const answers = await repository.create([
        aTicket().buildNew({ idempotencyKey: 'k', requestHash: 'h' }),
        aTicket().buildNew({ idempotencyKey: 'other' }),
        aTicket().buildNew({ idempotencyKey: 'k', requestHash: 'another' }),
      ]);
      expect(answers.map(({ outcome }) => outcome)).toEqual(['existed', 'created', 'existed']);
      expect(answers[0]).toStrictEqual({ outcome: 'existed', ticket: first.build(), sameRequest: true });
      expect(answers[2]).toMatchObject({ sameRequest: false, ticket: { id: first.build().id } });
      expect(await repository.byIdempotencyKey('k')).toStrictEqual({
        ticket: first.build(),
        requestHash: 'h',
      });
      const other = await repository.byIdempotencyKey('other');
      expect(other && 'requestHash' in other).toBe(false);
    });

    it('makes one ticket of two in one batch with the same key', async () => {
      const answers = await repository.create([
        aTicket().buildNew({ idempotencyKey: 'k' }),
        aTicket().buildNew({ idempotencyKey: 'k' }),
      ]);
      expect(answers.map(({ outcome }) => outcome)).toEqual(['created', 'existed']);
      expect(answers[1]!.ticket).toStrictEqual(answers[0]!.ticket);
    });

    it('makes one ticket of twenty submissions racing under one key', async () => {
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => repository.create([aTicket().buildNew({ idempotencyKey: 'race' })])),
      );
      const outcomes = answers.flat().map(({ outcome }) => outcome);
      expect(outcomes.filter((outcome) => outcome === 'created')).toHaveLength(1);
      expect(new Set(answers.flat().map(({ ticket }) => ticket.id)).size).toBe(1);
    });

    it('fails on a number, a tracking code or an id that is taken, and stores the others', async () => {
      const { id, number, trackingCode } = await create();
      for (const taken of [{ number }, { trackingCode }, { id }]) {
        const beside = aTicket();
        await expect(repository.create([aTicket(taken).buildNew(), beside.buildNew()])).rejects.toThrow(
          /taken/,
        );
        expect(await repository.byId(beside.build().id)).toStrictEqual(beside.build());
      }
    });

    it('saves state, version and log in one step', async () => {
      const before = await create();
      const decision = decide(before, { name: 'queue', reason: '没有规则' }, contextOf(WORKER));
      if (!decision.ok) throw new Error('refused');
      expect(await repository.save(before, decision.next, decision.events)).toBe(true);
      const after = await repository.byId(before.id);
      expect(after).toStrictEqual({
        ...decision.next,
        version: 2,
        log: appendToLog(before.log, decision.events, sha256),
      });
    });

    it('stores nothing over a version that has gone on', async () => {
      const before = await create();
      expect(await repository.save(before, { ...before, queueReason: 'first' }, [])).toBe(true);
      expect(await repository.save(before, { ...before, queueReason: 'second' }, [])).toBe(false);
      expect(await repository.byId(before.id)).toMatchObject({ queueReason: 'first', version: 2 });
    });

    it('answers false for a ticket that is not there', async () => {
      const absent = aTicket().build();
      expect(await repository.save(absent, absent, [])).toBe(false);
      expect(await repository.byId(absent.id)).toBeUndefined();
    });

    it('lets one of fifty racing saves win', async () => {
      const before = await create();
      const won = await Promise.all(
        Array.from({ length: 50 }, (_, index) => {
          const decision = decide(
            before,
            { name: 'comment', text: `第${index}条`, visibility: 'public' },
            contextOf(REPORTER),
          );
          if (!decision.ok) throw new Error('refused');
          return repository.save(before, decision.next, decision.events);
        }),
      );
      expect(won.filter(Boolean)).toHaveLength(1);
      const after = await repository.byId(before.id);
      expect(after?.version).toBe(2);
      expect(after?.log).toHaveLength(2);
    });

    it('gives back exactly what any life of a ticket wrote, the log unbroken', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyStep, { maxLength: 9 }), anyText, async (steps, title) => {
          let ticket = await create(aTicket({ title, description: `${title}!` }));
          for (const { command, actor } of steps) {
            const decision = decide(ticket, command, contextOf(actor));
            if (!decision.ok) continue;
            expect(await repository.save(ticket, decision.next, decision.events)).toBe(true);
            const expected: Ticket = {
              ...decision.next,
              version: ticket.version + 1,
              log: appendToLog(ticket.log, decision.events, sha256),
            };
            const read = await repository.byId(ticket.id);
            expect(read).toStrictEqual(expected);
            ticket = expected;
          }
          expect(firstBrokenEntry(ticket.log, sha256)).toBeUndefined();
        }),
        { numRuns: 25 },
      );
    });

    it('hands out running numbers by the year, each once and without a gap, to two hundred at once', async () => {
      const counts = Array.from({ length: 200 }, (_, index) => (index % 3) + 1);
      const firsts = await Promise.all(counts.map((count) => repository.allocateNumbers(2026, count)));
      const given = firsts.flatMap((first, index) =>
        Array.from({ length: counts[index]! }, (_, i) => first + i),
      );
      expect(given.sort((a, b) => a - b)).toEqual(given.map((_, index) => index + 1));
      expect(await repository.allocateNumbers(2027, 5)).toBe(1);
    });

    it('names the tickets merged into one, and no others', async () => {
      const target = await create();
      const [first, second, other] = [await create(), await create(), await create()];
      const merge = async (ticket: Ticket, into: Ticket): Promise<void> => {
        const mergedInto = { id: into.id, number: into.number };
        await repository.save(ticket, { ...ticket, status: 'merged', mergedInto }, []);
      };
      await merge(second, target);
      await merge(first, target);
      await merge(other, first);
      expect(await repository.followersOf(target.id)).toStrictEqual([
        await repository.byId(first.id),
        await repository.byId(second.id),
      ]);
      expect((await repository.followersOf(first.id)).map(({ id }) => id)).toEqual([other.id]);
      const merged = (await repository.byId(second.id))!;
      const { mergedInto: _, ...alone } = merged;
      await repository.save(merged, { ...alone, status: 'submitted' }, []);
      expect((await repository.followersOf(target.id)).map(({ id }) => id)).toEqual([first.id]);
      expect(await repository.followersOf('no')).toEqual([]);
    });

    it('names what is due, earliest first, and nothing that is not', async () => {
      const later = await create(aTicket({ at: new Date(START.getTime() + 3_600_000) }));
      const sooner = await create();
      for (const [ticket, nextStepAt] of [
        [later, new Date(START.getTime() + 2_000)],
        [sooner, new Date(START.getTime() + 1_000)],
      ] as const)
        await repository.save(ticket, { ...ticket, nextStepAt }, []);
      await create();
      expect(await repository.dueBefore(new Date(START.getTime() + 999), 10)).toEqual([]);
      expect(await repository.dueBefore(new Date(START.getTime() + 1_000), 10)).toEqual([sooner.id]);
      expect(await repository.dueBefore(new Date(START.getTime() + 9_000), 10)).toEqual([
        sooner.id,
        later.id,
      ]);
      expect(await repository.dueBefore(new Date(START.getTime() + 9_000), 1)).toEqual([sooner.id]);
      const { nextStepAt: _, ...done } = (await repository.byId(sooner.id))!;
      await repository.save({ ...done, nextStepAt: START }, done, []);
      expect(await repository.dueBefore(new Date(START.getTime() + 9_000), 10)).toEqual([later.id]);
    });
  });
}

const owner = aPerson();
const second = aPerson({ id: 'person-second', name: '刘洋' });
const head = actorOf(aPerson({ role: 'head' }));
const ticketOwner = actorOf(owner);

function contextOf(actor: Parameters<typeof decide>[2]['actor']) {
  return {
    now: new Date(START.getTime() + 7 * 86_400_000),
    actor,
    newId: nextId,
    calendar: CALENDAR,
    policy: { ...aPolicy(), returnWithin: { unit: 'working-days' as const, amount: 30 } },
    correlationId: 'c-1',
  };
}

const anyText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).map((text) => `说${text}`);

const anyStep = fc
  .tuple(fc.nat(99), anyText, fc.boolean())
  .map(([choice, text, flag]): { command: TicketCommand; actor: Parameters<typeof decide>[2]['actor'] } => {
    const dispatch = {
      name: 'dispatch',
      owner: flag ? owner : second,
      department: 'energy',
      category: 'hot-water',
      priority: 'urgent',
      basis: text,
    } as const;
    const rate = { name: 'rate', solved: flag, contacted: !flag, satisfaction: 3, comment: text } as const;
    const steps: { command: TicketCommand; actor: Parameters<typeof decide>[2]['actor'] }[] = [
      { command: dispatch, actor: WORKER },
      { command: dispatch, actor: WORKER },
      { command: { name: 'queue', reason: text }, actor: WORKER },
      { command: { name: 'return', reason: text, suggestedDepartment: 'catering' }, actor: head },
      { command: { name: 'accept' }, actor: ticketOwner },
      { command: { name: 'accept' }, actor: actorOf(second) },
      { command: { name: 'transfer', owner: flag ? second : owner }, actor: head },
      { command: { name: 'submitResult', text }, actor: ticketOwner },
      { command: { name: 'submitResult', text }, actor: actorOf(second) },
      { command: { name: 'returnResult', reason: text }, actor: head },
      { command: { name: 'approveResult' }, actor: head },
      { command: rate, actor: REPORTER },
      { command: { name: 'comment', text, visibility: 'internal' }, actor: head },
      { command: { name: 'fireSteps' }, actor: TIMER },
    ];
    return steps[choice % steps.length]!;
  });
