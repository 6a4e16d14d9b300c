import { type NewTicket } from '@app/application';
import {
  type Actor,
  appendToLog,
  decide,
  type Decision,
  type DecisionContext,
  decideSubmit,
  type DecidedClosure,
  type Person,
  type Submission,
  type Ticket,
  type TicketCommand,
  type TicketErrorCode,
  type TicketEvent,
} from '@app/domain';
import { createHash } from 'node:crypto';
import { aPerson, aPolicy, CALENDAR, ENERGY } from './fixtures.builder';

/** Monday, 2 March 2026, 09:00 in Asia/Shanghai: an hour in which offices begin to work. */
export const START = new Date('2026-03-02T01:00:00.000Z');
const STEP_MS = 10 * 60_000;

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

let serial = 0;
/** A fresh identifier in the shape of a ULID; a later one is higher. */
export function nextId(): string {
  return `01TEST${String(++serial).padStart(20, '0')}`;
}

export const WORKER: Actor = { kind: 'system', name: 'worker' };
export const TIMER: Actor = { kind: 'system', name: 'timer' };
export const REPORTER: Actor = { kind: 'reporter' };

export function actorOf({ id, name, role, department }: Person): Actor {
  return { kind: 'person', id, name, role, ...(department === undefined ? {} : { department }) };
}

const DISPATCHER = actorOf(aPerson({ role: 'dispatcher' }));
const DIRECTOR = actorOf(aPerson({ role: 'director' }));
const LEADER = actorOf(aPerson({ role: 'leader' }));
const VERIFIER = actorOf(aPerson({ role: 'verifier' }));

/** A working day after what a ticket of START is due by, 5 March: what an owner may ask for. */
export const AFTER_DEADLINE = new Date('2026-03-06T09:00:00.000Z');

/** What may differ in a submission: its content, and the identity that it is given. */
export type TicketOverrides = Partial<Submission & Pick<Ticket, 'id' | 'number' | 'trackingCode'>> & {
  readonly at?: Date;
  readonly correlationId?: string;
  readonly accountAlias?: string;
};

interface State {
  readonly ticket: Ticket;
  readonly now: Date;
  readonly events: readonly TicketEvent[];
}

/** A ticket on its way through its life; each method returns a new builder one state further. */
export class TicketBuilder {
  private constructor(private readonly state: State) {}

  static submit(overrides: TicketOverrides): TicketBuilder {
    const id = overrides.id ?? nextId();
    const ordinal = id.slice(-6);
    const { id: _id, number, trackingCode, at: now = START, ...given } = overrides;
    const { correlationId, accountAlias, ...content } = given;
    const { next: ticket, events } = decideSubmit(
      {
        title: '三号楼热水供应不足',
        description: '晚上十点以后三号楼没有热水,已经持续一周。',
        source: { kind: 'online' },
        reporter: { identity: 'named', name: '李雷', phone: '13800000000', email: 'lilei@duban.example' },
        ...content,
      },
      {
        now,
        actor: REPORTER,
        newId: nextId,
        ticketId: id,
        number: number ?? `2026-${ordinal}`,
        trackingCode: trackingCode ?? `CODE-${id}`,
        calendar: CALENDAR,
        policy: aPolicy(),
        ...(correlationId === undefined ? {} : { correlationId }),
        ...(accountAlias === undefined ? {} : { accountAlias }),
      },
    );
    return new TicketBuilder({ ticket, now, events });
  }

  /** Sets when the next command is given; otherwise ten minutes after the one before. */
  at(now: Date): TicketBuilder {
    return new TicketBuilder({ ...this.state, now: new Date(now.getTime() - STEP_MS) });
  }

  queued(reason = '没有匹配的规则'): TicketBuilder {
    return this.give({ name: 'queue', reason }, WORKER);
  }

  dispatched(owner: Person = aPerson()): TicketBuilder {
    const department = owner.department ?? ENERGY.code;
    return this.give(
      { name: 'dispatch', owner, department, category: 'hot-water', priority: 'normal', basis: 'keyword' },
      WORKER,
    );
  }

  returned(reason = '不属于本部门'): TicketBuilder {
    return this.give({ name: 'return', reason }, this.owner());
  }

  declined(reason = '与后勤无关'): TicketBuilder {
    return this.give({ name: 'decline', reason }, DISPATCHER);
  }

  inProgress(): TicketBuilder {
    const from = this.state.ticket.status === 'dispatched' ? this : this.dispatched();
    return from.give({ name: 'accept' }, from.owner());
  }

  /** A part of the work, due a minute before the ticket. */
  coHandledBy(coHandler: Person): TicketBuilder {
    const limit = this.state.ticket.clocks.resolution?.dueAt ?? START;
    const department = coHandler.department ?? ENERGY.code;
    const dueAt = new Date(limit.getTime() - 60_000);
    return this.give({ name: 'addCoHandler', coHandler, department, text: '配合处理', dueAt }, this.owner());
  }

  inReview(text = '已更换循环泵,水温恢复正常。'): TicketBuilder {
    const from = this.started();
    return from.give({ name: 'submitResult', text }, from.owner());
  }

  resolved(): TicketBuilder {
    const from = this.state.ticket.status === 'in-review' ? this : this.inReview();
    const department = from.state.ticket.department ?? ENERGY.code;
    return from.give({ name: 'approveResult' }, actorOf(aPerson({ role: 'head', department })));
  }

  withdrawn(): TicketBuilder {
    return this.give({ name: 'withdraw' }, REPORTER);
  }

  /** It follows another ticket that is open. */
  merged(target: Pick<Ticket, 'id' | 'number'> = { id: nextId(), number: '2026-000001' }): TicketBuilder {
    const open = { id: target.id, number: target.number, status: 'in-progress' } as const;
    return this.give({ name: 'merge', target: open, reason: '同一问题' }, DISPATCHER);
  }

  unmerged(reason = '不是同一问题'): TicketBuilder {
    return (this.state.ticket.status === 'merged' ? this : this.merged()).give(
      { name: 'unmerge', reason },
      DISPATCHER,
    );
  }

  extensionRequested(until = AFTER_DEADLINE, reason = '配件未到货'): TicketBuilder {
    const from = this.started();
    return from.give({ name: 'requestExtension', until, reason }, from.owner());
  }

  extended(until = AFTER_DEADLINE): TicketBuilder {
    return this.extensionRequested(until).give({ name: 'approve' }, DIRECTOR);
  }

  pauseRequested(until = AFTER_DEADLINE, reason = '等待停水检修窗口'): TicketBuilder {
    const from = this.started();
    return from.give({ name: 'requestPause', until, reason }, from.owner());
  }

  /** The clock stands still, by the director's leave. */
  paused(until = AFTER_DEADLINE): TicketBuilder {
    return this.pauseRequested(until).give({ name: 'approve' }, DIRECTOR);
  }

  /** The owner has left, and somebody has to name another. */
  reassignmentFlagged(reason = '已离职'): TicketBuilder {
    const from = this.state.ticket.owner ? this : this.dispatched();
    const personId = from.state.ticket.owner?.id ?? '';
    return from.give({ name: 'flagReassignment', personId, reason }, WORKER);
  }

  /** A supervision order that waits for an answer. */
  supervised(text = '请三日内说明进展', replyBy?: Date): TicketBuilder {
    return this.give({ name: 'supervise', text, ...(replyBy ? { replyBy } : {}) }, DIRECTOR);
  }

  urged(text = '已经一周了'): TicketBuilder {
    return this.give({ name: 'urge', text }, REPORTER);
  }

  /** The director proposes to close it; a second leader has not confirmed. */
  closingProposed(closure: DecidedClosure = 'deferred'): TicketBuilder {
    const from = ['in-progress', 'resolved'].includes(this.state.ticket.status) ? this : this.inProgress();
    return from.give({ name: 'closeByDecision', closure, text: '列入明年改造计划' }, DIRECTOR);
  }

  closedByDecision(closure: DecidedClosure = 'deferred'): TicketBuilder {
    const from = this.state.ticket.closingProposal ? this : this.closingProposed(closure);
    return from.give({ name: 'confirmClosing' }, LEADER);
  }

  /** A verifier has called: not reached, solved (→ closed) or not solved (→ in-progress). */
  followedUp(answer: 'not reached' | 'solved' | 'not solved'): TicketBuilder {
    const from = this.state.ticket.status === 'resolved' ? this : this.resolved();
    const solved = answer === 'solved';
    const told = solved ? { satisfaction: 4 } : { satisfaction: 1, note: '晚上还是没有热水' };
    const call =
      answer === 'not reached' ? { reached: false } : { reached: true, solved, contacted: true, ...told };
    return from.give({ name: 'followUp', ...call }, VERIFIER);
  }

  /** By the reporter, after it was closed. */
  reopened(reason = '又没有热水了'): TicketBuilder {
    const from = this.state.ticket.status === 'closed' ? this : this.closed();
    return from.give({ name: 'reopen', reason }, REPORTER);
  }

  closed(): TicketBuilder {
    const from = this.state.ticket.status === 'resolved' ? this : this.resolved();
    return from.give({ name: 'rate', solved: true, contacted: true, satisfaction: 5 }, REPORTER);
  }

  notSolved(comment = '晚上还是没有热水'): TicketBuilder {
    const from = this.state.ticket.status === 'resolved' ? this : this.resolved();
    return from.give({ name: 'rate', solved: false, contacted: true, satisfaction: 1, comment }, REPORTER);
  }

  commented(text = '请尽快处理', actor: Actor = REPORTER): TicketBuilder {
    return this.give({ name: 'comment', text, visibility: 'public' }, actor);
  }

  private started(): TicketBuilder {
    return this.state.ticket.status === 'in-progress' ? this : this.inProgress();
  }

  /** Any command by any actor; throws where the domain refuses it. */
  give(command: TicketCommand, actor: Actor, context: Partial<DecisionContext> = {}): TicketBuilder {
    const decision = this.decide(command, actor, context);
    if (!decision.ok) throw new Error(`the builder was refused ${command.name}: ${decision.error.code}`);
    return new TicketBuilder({ ticket: decision.next, now: this.next(), events: decision.events });
  }

  /** The code with which the domain refuses a command here and now, or undefined where it does not. */
  refusal(
    command: TicketCommand,
    actor: Actor,
    context: Partial<DecisionContext> = {},
  ): TicketErrorCode | undefined {
    const decision = this.decide(command, actor, context);
    return decision.ok ? undefined : decision.error.code;
  }

  private decide(command: TicketCommand, actor: Actor, context: Partial<DecisionContext>): Decision {
    const before = this.build();
    return decide(before, command, {
      now: this.next(),
      actor,
      newId: nextId,
      calendar: CALENDAR,
      policy: aPolicy(),
      noticeNumber: `督办〔2026〕${before.notices.length + 1}号`,
      ...context,
    });
  }

  private next(): Date {
    return new Date(this.state.now.getTime() + STEP_MS);
  }

  /** The ticket as a repository would answer it: saved once for every command, its log sealed. */
  build(): Ticket {
    const { ticket, events } = this.state;
    return { ...ticket, version: ticket.version + 1, log: appendToLog(ticket.log, events, sha256) };
  }

  /** What `TicketRepository.create` takes; only a submission that nothing has happened to yet is one. */
  buildNew(key: Pick<NewTicket, 'idempotencyKey' | 'requestHash'> = {}): NewTicket {
    const { ticket, events } = this.state;
    if (ticket.version !== 0) throw new Error('only a fresh submission can be created');
    return { ticket, events, ...key };
  }

  private owner(): Actor {
    const { owner, department } = this.state.ticket;
    if (!owner) throw new Error('this ticket has no owner yet');
    return actorOf(aPerson({ ...owner, ...(department === undefined ? {} : { department }) }));
  }
}

/** A valid submission of a problem with hot water; further states by its methods: `aTicket().inProgress().build()`. */
export function aTicket(overrides: TicketOverrides = {}): TicketBuilder {
  return TicketBuilder.submit(overrides);
}
