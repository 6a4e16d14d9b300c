import fc from 'fast-check';
import { aPerson, aPolicy, CALENDAR } from '../../../../test/builders/fixtures.builder';
import {
  actorOf,
  aTicket,
  nextId,
  REPORTER,
  sha256,
  TIMER,
  WORKER,
} from '../../../../test/builders/ticket.builder';
import { decide } from './ticket.decide';
import { transitionOf } from './ticket.transitions';
import { appendToLog, firstBrokenEntry } from './ticket-log.decide';
import { type TicketCommand } from './ticket-decision.types';
import { type Actor } from './actor.types';
import { type Ticket, type TicketStatus } from './ticket.types';

const ann = aPerson({ id: 'ann', name: '安' });
const bob = aPerson({ id: 'bob', name: '宝' });
const head = aPerson({ id: 'hao', role: 'head', name: '郝' });
const ACTORS: readonly Actor[] = [
  ...[ann, bob, head, aPerson({ role: 'dispatcher' }), aPerson({ role: 'director' })].map(actorOf),
  REPORTER,
  WORKER,
  TIMER,
];

const person = fc.constantFrom(ann, bob, head, aPerson({ id: 'gone', active: false }));
const reason = fc.constantFrom('理由充分', '  ');
const command: fc.Arbitrary<TicketCommand> = fc.oneof(
  fc.record({ name: fc.constant('decline' as const), reason }),
  fc.record({ name: fc.constant('queue' as const), reason: fc.constant('没有匹配的规则') }),
  person.map((owner) => ({
    name: 'dispatch' as const,
    owner,
    department: 'energy',
    category: 'heating',
    priority: 'normal' as const,
    basis: 'x',
  })),
  fc.record({ name: fc.constant('return' as const), reason }),
  fc.constant({ name: 'accept' as const }),
  person.map((owner) => ({ name: 'transfer' as const, owner })),
  fc.record({ name: fc.constant('submitResult' as const), text: reason }),
  fc.record({ name: fc.constant('returnResult' as const), reason }),
  fc.constant({ name: 'approveResult' as const }),
  fc.record({
    name: fc.constant('rate' as const),
    solved: fc.boolean(),
    contacted: fc.boolean(),
    satisfaction: fc.integer({ min: 1, max: 5 }),
    comment: reason,
  }),
  fc.record({
    name: fc.constant('comment' as const),
    text: reason,
    visibility: fc.constantFrom('public' as const, 'internal' as const),
  }),
  fc.constant({ name: 'closeUnanswered' as const }),
  fc.constant({ name: 'fireSteps' as const }),
);

const move = fc.record({
  command,
  /** Mostly whoever may, sometimes anyone. */
  actor: fc.oneof(
    { weight: 5, arbitrary: fc.constant('fitting' as const) },
    { weight: 1, arbitrary: fc.constantFrom(...ACTORS) },
  ),
  /** Mostly moments, sometimes days. */
  wait: fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 120 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 20_000 }) },
  ),
});

const OWNED: readonly TicketStatus[] = ['dispatched', 'in-progress', 'in-review', 'resolved', 'closed'];

describe('any sequence of commands by anyone at any time', () => {
  it('keeps the invariants of a ticket, refused commands changing nothing', () => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(move, { maxLength: 60, size: 'max' }), (moves) => {
        let ticket = aTicket().build();
        let now = ticket.submittedAt;
        for (const { command, actor: tried, wait } of moves) {
          const actor = tried === 'fitting' ? fittingActor(command, ticket) : tried;
          now = new Date(now.getTime() + wait * 60_000);
          const before = structuredClone(ticket);
          const decision = decide(ticket, command, {
            now,
            actor,
            newId: nextId,
            calendar: CALENDAR,
            policy: aPolicy(),
          });
          expect(ticket).toEqual(before);
          if (!decision.ok) continue;
          accepted += 1;
          const next = { ...decision.next, log: appendToLog(ticket.log, decision.events, sha256) };
          checkMove(ticket, next, command, actor, now);
          checkState(next);
          ticket = next;
        }
      }),
      { numRuns: 500 },
    );
    process.stdout.write(`ticket model: ${accepted} commands accepted in 500 sequences\n`);
  });
});

function fittingActor({ name }: TicketCommand, { owner }: Ticket): Actor {
  switch (transitionOf(name).by[0]) {
    case 'reporter':
      return REPORTER;
    case 'owner':
      return actorOf([ann, bob, head].find(({ id }) => id === owner?.id) ?? ann);
    case 'head':
      return actorOf(head);
    case 'dispatcher':
      return actorOf(aPerson({ role: 'dispatcher' }));
    default:
      return TIMER;
  }
}

function checkMove(before: Ticket, after: Ticket, command: TicketCommand, actor: Actor, now: Date): void {
  const redo = command.name === 'rate' && !command.solved;
  expect(after.status).toBe(redo ? 'in-progress' : transitionOf(command.name).moves[before.status]);
  expect(after.log.slice(0, before.log.length)).toEqual(before.log);
  // Deadlines are never rewritten, only followed by newer ones.
  for (const name of ['acceptance', 'resolution'] as const) {
    const earlier = before.clocks[name]?.versions ?? [];
    expect(after.clocks[name]?.versions.slice(0, earlier.length) ?? []).toEqual(earlier);
  }
  expect(after.escalationLevel).toBeGreaterThanOrEqual(before.escalationLevel);
  if (['approveResult', 'returnResult', 'rate'].includes(command.name) && actor.kind === 'person')
    expect(actor.id).not.toBe(before.owner?.id);
  if (command.name === 'fireSteps')
    expect(after.steps.filter((step) => step.state === 'planned' && step.dueAt <= now)).toEqual([]);
}

function checkState(ticket: Ticket): void {
  if (OWNED.includes(ticket.status)) {
    expect(ticket.owner).toBeDefined();
    expect(ticket.department).toBe('energy');
    expect(ticket.clocks.response?.dueAt).toBeInstanceOf(Date);
    expect(ticket.clocks.resolution?.dueAt).toBeInstanceOf(Date);
  } else expect(ticket.owner).toBeUndefined();
  expect(firstBrokenEntry(ticket.log, sha256)).toBeUndefined();
  const planned = ticket.steps.filter(({ state }) => state === 'planned').map(({ dueAt }) => dueAt.getTime());
  if (ticket.status === 'resolved' && ticket.autoCloseAt) planned.push(ticket.autoCloseAt.getTime());
  expect(ticket.nextStepAt?.getTime()).toBe(planned.length === 0 ? undefined : Math.min(...planned));
  const fired = ticket.log.flatMap(({ facts }) =>
    Array.isArray(facts.steps) ? (facts.steps as string[]) : [],
  );
  expect(new Set(fired).size).toBe(fired.length);
  if (['in-review', 'resolved', 'closed', 'declined'].includes(ticket.status))
    expect(ticket.steps.some(({ state, clock }) => state === 'planned' && clock === 'resolution')).toBe(
      false,
    );
}
