import { aPerson, ENERGY } from '../../../../test/builders/fixtures.builder';
import { actorOf, aTicket, REPORTER, START, TIMER } from '../../../../test/builders/ticket.builder';
import { ROLES, type Role } from '../people/people.types';
import { type Actor } from '../ticket/actor.types';
import { type Ticket } from '../ticket/ticket.types';
import {
  DECIDE_WITHIN_MS,
  decideOpening,
  decideReadIdentity,
  decideRequestOpening,
  type OpeningDecision,
  openingStateAt,
  READ_WITHIN_MS,
} from './identity-opening.decide';
import { type IdentityOpening } from './identity.types';

const OWNER = aPerson({ id: 'owner' });
const TICKET = aTicket({ reporter: { identity: 'hidden', name: '李雷' } })
  .dispatched(OWNER)
  .build();
const REASON = '涉及人身安全，需要当面核实情况';
const by = (role: Role, id: string = role): Actor => actorOf(aPerson({ role, id }));
const later = (ms: number) => new Date(START.getTime() + ms);

function next(decision: OpeningDecision): IdentityOpening {
  if (!decision.ok) throw new Error(decision.error.code);
  return decision.next;
}
const codeOf = (decision: OpeningDecision) => (decision.ok ? 'ok' : decision.error.code);

const ask = (actor: Actor, { ticket = TICKET, reason = REASON } = {}) =>
  decideRequestOpening(ticket, { id: 'o1', reason }, { now: START, actor });
const requested = next(ask(by('director')));
const approve = (actor: Actor, { opening = requested, ticket = TICKET, now = START } = {}) =>
  decideOpening(opening, ticket, { approve: true }, { now, actor });
const refuse = (actor: Actor, opening = requested, reason = '理由不充分') =>
  decideOpening(opening, TICKET, { approve: false, reason }, { now: START, actor });
const approved = next(approve(by('leader')));
const read = (actor: Actor, { opening = approved, ticket = TICKET, now = START } = {}) =>
  decideReadIdentity(opening, ticket, { now, actor });

describe('the request to open a hidden identity', () => {
  it('names who asked in which office and why, and lasts three days', () => {
    expect(requested).toMatchObject({
      state: 'requested',
      reason: REASON,
      requestedBy: { id: 'director', role: 'director' },
      expiresAt: later(DECIDE_WITHIN_MS),
      readings: [],
      unrecorded: ['requested'],
    });
  });

  it.each(ROLES)('by a %s', (role) => {
    const may = ['dispatcher', 'director', 'leader'].includes(role);
    expect(codeOf(ask(by(role)))).toBe(may ? 'ok' : 'IDENTITY.NOT_ALLOWED');
  });

  it.each([REPORTER, TIMER])('is not for %j', (actor) => {
    expect(codeOf(ask(actor))).toBe('IDENTITY.NOT_ALLOWED');
  });

  it.each(['named', 'anonymous'] as const)('needs a hidden identity, not a %s one', (identity) => {
    const ticket = aTicket({ reporter: { identity } }).build();
    expect(codeOf(ask(by('leader'), { ticket }))).toBe('IDENTITY.NOT_HIDDEN');
  });

  it.each(['', '  核实情况  ', '九个字符也说不清楚'])(
    'needs a reason that says something, not %j',
    (reason) => {
      expect(codeOf(ask(by('leader'), { reason }))).toBe('IDENTITY.REASON_REQUIRED');
    },
  );
});

describe('the second person', () => {
  it('approves: from then on both can read for a day', () => {
    expect(approved).toMatchObject({
      state: 'approved',
      decidedBy: { id: 'leader', role: 'leader' },
      expiresAt: later(READ_WITHIN_MS),
      unrecorded: ['requested', 'opened'],
    });
  });

  it('refuses with a reason', () => {
    expect(codeOf(refuse(by('leader'), requested, ' '))).toBe('IDENTITY.REASON_REQUIRED');
    const refused = next(refuse(by('leader')));
    expect(refused).toMatchObject({ state: 'refused', decisionReason: '理由不充分' });
    expect(refused.unrecorded).toEqual(['requested', 'refused']);
    expect(codeOf(read(by('director'), { opening: refused }))).toBe('IDENTITY.NOT_APPROVED');
  });

  it.each(ROLES)('is no %s but for director and leader', (role) => {
    const may = role === 'director' || role === 'leader';
    expect(codeOf(approve(by(role, 'another')))).toBe(may ? 'ok' : 'IDENTITY.NOT_ALLOWED');
  });

  it('is never the one who asked', () => {
    expect(codeOf(approve(by('director')))).toBe('IDENTITY.SECOND_PERSON_NEEDED');
    expect(codeOf(refuse(by('director')))).toBe('IDENTITY.SECOND_PERSON_NEEDED');
  });

  it('decides once: the same answer again changes nothing, another one is refused', () => {
    expect(next(approve(by('leader'), { opening: approved }))).toBe(approved);
    expect(codeOf(approve(by('leader', 'leader-2'), { opening: approved }))).toBe('IDENTITY.ALREADY_DECIDED');
    expect(codeOf(refuse(by('leader'), approved))).toBe('IDENTITY.ALREADY_DECIDED');
    const refused = next(refuse(by('leader')));
    expect(next(refuse(by('leader'), refused))).toBe(refused);
    expect(codeOf(approve(by('leader'), { opening: refused }))).toBe('IDENTITY.ALREADY_DECIDED');
  });

  it('comes too late after three days', () => {
    expect(codeOf(approve(by('leader'), { now: later(DECIDE_WITHIN_MS - 1) }))).toBe('ok');
    expect(codeOf(approve(by('leader'), { now: later(DECIDE_WITHIN_MS) }))).toBe('IDENTITY.EXPIRED');
    expect(openingStateAt(requested, later(DECIDE_WITHIN_MS))).toBe('expired');
  });
});

describe('whoever handles the ticket', () => {
  /** A leader who also heads the department for a time, owns the ticket, or stands in for its owner. */
  const handlers: [string, Actor, Ticket][] = [
    ['as acting head', { ...by('leader', 'l2'), headOf: [ENERGY.code] } as Actor, TICKET],
    ['as stand-in of its owner', { ...by('leader', 'l2'), standsInFor: [OWNER.id] } as Actor, TICKET],
    ['as its owner', by('leader', 'l2'), { ...TICKET, owner: { id: 'l2', name: '王强' } }],
  ];

  it('of the ticket that this one was merged into neither', () => {
    const { owner: _, ...merged } = TICKET;
    const decision = decideRequestOpening(
      merged,
      { id: 'o1', reason: REASON },
      { now: START, actor: by('leader', 'l2'), followed: { ...TICKET, owner: { id: 'l2', name: '王强' } } },
    );
    expect(codeOf(decision)).toBe('IDENTITY.OWN_WORK');
  });

  it.each(handlers)('%s neither asks nor decides nor reads', (_how, actor, ticket) => {
    expect(codeOf(ask(actor, { ticket }))).toBe('IDENTITY.OWN_WORK');
    expect(codeOf(approve(actor, { ticket }))).toBe('IDENTITY.OWN_WORK');
    const opening = next(approve(by('leader', 'l2')));
    expect(codeOf(read(actor, { opening, ticket }))).toBe('IDENTITY.OWN_WORK');
  });
});

describe('reading', () => {
  it('is for each of the two once, and then it is used up', () => {
    const once = next(read(by('leader')));
    expect(once).toMatchObject({ state: 'approved', readings: [{ personId: 'leader', at: START }] });
    expect(codeOf(read(by('leader'), { opening: once }))).toBe('IDENTITY.ALREADY_READ');
    const twice = next(read(by('director'), { opening: once }));
    expect(twice.state).toBe('used');
    expect(codeOf(read(by('director'), { opening: twice }))).toBe('IDENTITY.ALREADY_READ');
  });

  it.each([by('leader', 'leader-2'), by('director', 'director-2'), by('dispatcher')])(
    'is not for a third: %j',
    (actor) => {
      expect(codeOf(read(actor))).toBe('IDENTITY.NOT_YOURS');
    },
  );

  it('is not for one of the two who has another office by now', () => {
    expect(codeOf(read(by('admin', 'leader')))).toBe('IDENTITY.NOT_ALLOWED');
  });

  it('waits for the approval and ends a day after it', () => {
    expect(codeOf(read(by('director'), { opening: requested }))).toBe('IDENTITY.NOT_APPROVED');
    expect(codeOf(read(by('director'), { now: later(READ_WITHIN_MS - 1) }))).toBe('ok');
    expect(codeOf(read(by('director'), { now: later(READ_WITHIN_MS) }))).toBe('IDENTITY.EXPIRED');
  });
});
