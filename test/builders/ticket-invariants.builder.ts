import {
  type Actor,
  type Clock,
  CLOCKS,
  type Notice,
  type PlannedStep,
  type Ticket,
  type TicketCommand,
  type TicketEventType,
  type TicketStatus,
} from '@app/domain';
import { isDeepStrictEqual } from 'node:util';

const OWNED: readonly TicketStatus[] = ['dispatched', 'in-progress', 'in-review', 'resolved', 'closed'];
const RUNNING: Readonly<Record<(typeof CLOCKS)[number], readonly TicketStatus[]>> = {
  acceptance: ['submitted'],
  response: ['dispatched'],
  resolution: ['submitted', 'dispatched', 'in-progress'],
};
/** By these an owner would judge, or give more time to, their own work. */
const JUDGEMENTS: readonly TicketCommand['name'][] = [
  'approve',
  'refuse',
  'returnResult',
  'approveResult',
  'rate',
  'followUp',
  'closeByDecision',
  'confirmClosing',
];

/** What is said to hold, and whether it does. */
type Claim = readonly [said: string, holds: boolean];
const broken = (claims: readonly Claim[]): string[] =>
  claims.filter(([, holds]) => !holds).map(([said]) => said);

/** What of domain.md's invariants a ticket breaks as it stands at an instant. */
export function faultsOf(ticket: Ticket, now: Date): string[] {
  return broken([
    ...responsibility(ticket),
    ...clocks(ticket),
    ...steps(ticket, now),
    ...work(ticket),
    ...counts(ticket),
  ]);
}

function responsibility({
  status,
  owner,
  department,
  closedAt,
  closure,
  mergedInto,
  result,
  rating,
}: Ticket): Claim[] {
  const owned = OWNED.includes(status);
  const over = ['closed', 'withdrawn', 'declined'].includes(status);
  return [
    ['one accountable person from dispatched to closed', (owner !== undefined) === owned],
    ['a department exactly while there is an owner', (department !== undefined) === owned],
    ['closed at an instant exactly when it is over', (closedAt !== undefined) === over],
    ['a kind of closing exactly when closed', (closure !== undefined) === (status === 'closed')],
    ['unanswered is never satisfied', closure !== 'unanswered' || rating?.solved !== true],
    ['follows another exactly when merged', (mergedInto !== undefined) === (status === 'merged')],
    [
      'a result while it is reviewed and after',
      result !== undefined || !['in-review', 'resolved'].includes(status),
    ],
    ['no result while it is worked on', result === undefined || status !== 'in-progress'],
  ];
}

function clocks({ status, owner, clocks: kept, pausedUntil }: Ticket): Claim[] {
  const granted = kept.resolution?.pauses.findLast(({ requestId }) => requestId !== undefined);
  return [
    ['owned tickets have all three clocks', !owner || CLOCKS.every((name) => kept[name] !== undefined)],
    ...CLOCKS.flatMap((name): Claim[] => {
      const clock = kept[name];
      if (!clock) return [];
      const running = RUNNING[name].includes(status);
      return [
        [`the ${name} clock runs in its states alone`, (clock.stoppedAt === undefined) === running],
        [
          `the ${name} clock's versions are numbered`,
          clock.versions.every(({ version }, i) => version === i + 1),
        ],
        [`the ${name} clock is due as its last version says`, isLast(clock)],
        [
          `the ${name} clock's stretch is one of its versions`,
          clock.versions[clock.stretch - 1] !== undefined,
        ],
      ];
    }),
    ['paused only while it is worked on', pausedUntil === undefined || status === 'in-progress'],
    [
      'paused until the granted pause ends',
      pausedUntil === undefined || granted?.to?.getTime() === pausedUntil.getTime(),
    ],
  ];
}

const isLast = ({ dueAt, versions }: Clock): boolean => versions.at(-1)?.dueAt.getTime() === dueAt.getTime();
const keyOf = ({ clock, subject = '', deadlineVersion, key }: PlannedStep): string =>
  [clock, subject, deadlineVersion, key].join('/');

function steps(ticket: Ticket, now: Date): Claim[] {
  const { status, pausedUntil, autoCloseAt, nextStepAt } = ticket;
  const planned = ticket.steps.filter(({ state }) => state === 'planned');
  const ofClocks = planned.filter(({ clock }) => (CLOCKS as readonly string[]).includes(clock));
  const kept = ticket.steps.filter(({ state }) => state !== 'withdrawn').map(keyOf);
  const instants = [
    ...planned.map(({ dueAt }) => dueAt),
    ...(status === 'resolved' && autoCloseAt ? [autoCloseAt] : []),
    ...(pausedUntil ? [pausedUntil] : []),
  ].map((at) => at.getTime());
  const rests =
    (pausedUntil !== undefined && now < pausedUntil) ||
    !['submitted', 'dispatched', 'in-progress'].includes(status);
  const over = !['submitted', 'dispatched', 'in-progress', 'in-review', 'resolved'].includes(status);
  const settled = new Set(ticket.subTasks.filter(({ state }) => state !== 'open').map(({ id }) => id));
  return [
    ['a step fires once per clock, version and key', new Set(kept).size === kept.length],
    ['no clock escalates while it rests', !rests || ofClocks.length === 0],
    ['nothing is planned when it is over', !over || planned.length === 0],
    ['nobody is reminded of a settled sub-task', planned.every(({ subject = '' }) => !settled.has(subject))],
    [
      'whoever owes an answer is reminded of it',
      over || ticket.notices.every((notice) => isReminded(ticket, notice)),
    ],
    [
      'steps are those of the present deadline',
      ofClocks.every(
        ({ clock, deadlineVersion }) =>
          ticket.clocks[clock as (typeof CLOCKS)[number]]?.versions.length === deadlineVersion,
      ),
    ],
    [
      'the next step is the earliest of everything',
      nextStepAt?.getTime() === (instants.length === 0 ? undefined : Math.min(...instants)),
    ],
  ];
}

function isReminded({ steps }: Ticket, { id, mustAnswer, answeredAt }: Notice): boolean {
  const kept = steps.filter(({ subject, state }) => subject === id && state !== 'withdrawn');
  return !mustAnswer || answeredAt !== undefined || kept.length > 0;
}

function work({ status, requests, subTasks, closingProposal, clocks: { resolution } }: Ticket): Claim[] {
  const pending = requests.filter(({ state }) => state === 'pending');
  return [
    ['at most the last request is pending', pending.every((request) => request === requests.at(-1))],
    ['a request is pending only while it is worked on', pending.length === 0 || status === 'in-progress'],
    [
      'a sub-task is open only while it is worked on',
      status === 'in-progress' || subTasks.every(({ state }) => state !== 'open'),
    ],
    [
      'no part is due after the whole',
      subTasks.every(({ state, dueAt }) => state !== 'open' || !resolution || dueAt <= resolution.dueAt),
    ],
    [
      'a closing is proposed only of work in progress or done',
      closingProposal === undefined || status === 'in-progress' || status === 'resolved',
    ],
  ];
}

function counts({ log, ...ticket }: Ticket): Claim[] {
  const recorded = (...types: readonly TicketEventType[]): number =>
    log.filter(({ type }) => types.includes(type)).length;
  const noticed = log.filter(
    ({ type, facts }) => type === 'ticket.step-fired' && facts.noticeId !== undefined,
  );
  const files = ticket.attachments.map(({ id }) => id);
  return [
    ['hops are the returns', ticket.hops === recorded('ticket.returned')],
    [
      'redo counts what was done again',
      ticket.redo === recorded('ticket.result-returned', 'ticket.redo-started'),
    ],
    ['reopens are counted', ticket.reopens === recorded('ticket.reopened')],
    ['urges are counted', ticket.urges.length === recorded('ticket.urged')],
    ['calls are counted', ticket.followUps.length === recorded('ticket.followed-up')],
    ['sub-tasks are counted', ticket.subTasks.length === recorded('ticket.co-handler-added')],
    [
      'requests are counted',
      ticket.requests.length === recorded('ticket.extension-requested', 'ticket.pause-requested'),
    ],
    [
      'notices are counted',
      ticket.notices.length === recorded('ticket.supervised', 'ticket.instructed') + noticed.length,
    ],
    ['no file is there twice', new Set(files).size === files.length],
  ];
}

/** One accepted command: what was before, what is after, and who gave it. */
export interface Step {
  readonly before: Ticket;
  readonly after: Ticket;
  readonly command: TicketCommand;
  readonly actor: Actor;
  readonly now: Date;
  /** The calendar has been edited, and this ticket's deadlines have not been moved by it yet. */
  readonly calendarPending: boolean;
}

/** What an accepted command breaks of the invariants that hold between two states. */
export function faultsOfStep(step: Step): string[] {
  return broken([...record(step), ...ownWork(step), ...results(step)]);
}

function record({ before, after }: Step): Claim[] {
  const entries = after.log.slice(before.log.length);
  return [
    ['the record is append-only', before.log.every((entry, index) => after.log[index] === entry)],
    ['without an event nothing has changed', entries.length > 0 || isDeepStrictEqual(after, before)],
    [
      'the record keeps nothing that an office gave at the moment',
      entries.every(({ actor }) => !('headOf' in actor) && !('standsInFor' in actor)),
    ],
    [
      'deadlines are never rewritten, only followed by newer ones',
      CLOCKS.every((name) =>
        (before.clocks[name]?.versions ?? []).every(
          (version, index) => after.clocks[name]?.versions[index] === version,
        ),
      ),
    ],
    ['supervision never sinks', after.escalationLevel >= before.escalationLevel],
  ];
}

const speaksFor = (actor: Actor, id: string | undefined): boolean =>
  actor.kind === 'person' && id !== undefined && (actor.id === id || (actor.standsInFor ?? []).includes(id));
const isPerson = (actor: Actor, id: string | undefined): boolean =>
  actor.kind === 'person' && actor.id === id;

function ownWork({ before, after, command: { name }, actor, calendarPending }: Step): Claim[] {
  const owns = speaksFor(actor, before.owner?.id);
  const asked = before.requests.at(-1)?.requestedBy.id;
  const handedIn = before.log.findLast(({ type }) => type === 'ticket.result-submitted')?.actor;
  const later = (after.clocks.resolution?.dueAt ?? 0) > (before.clocks.resolution?.dueAt ?? Infinity);
  return [
    ['an owner judges nothing of their own', !owns || !JUDGEMENTS.includes(name)],
    ['an owner moves no deadline of their own', !owns || !later || calendarPending],
    ['whoever asks does not decide', !['approve', 'refuse'].includes(name) || !isPerson(actor, asked)],
    [
      'whoever hands a result in does not approve it',
      name !== 'approveResult' ||
        !(handedIn?.kind === 'person' && isPerson(actor, handedIn.id)) ||
        !isPerson(actor, before.result?.submittedBy.id),
    ],
    [
      'whoever proposes a closing does not confirm it',
      name !== 'confirmClosing' || !isPerson(actor, before.closingProposal?.by.id),
    ],
  ];
}

function results({ before, after, command, now, calendarPending }: Step): Claim[] {
  const { name } = command;
  const given = name === 'dispatch' || name === 'transfer' || name === 'reassign';
  const taken = given ? command.owner : name === 'addCoHandler' ? command.coHandler : undefined;
  return [
    ['leads where the life of a ticket leads', after.status === destination(before, command)],
    [
      'work goes to people who are there',
      !taken || (taken.active && !taken.leave && ['owner', 'head'].includes(taken.role)),
    ],
    [
      'before a review every sub-task and notice is settled',
      name !== 'submitResult' ||
        (before.subTasks.every(({ state }) => state !== 'open') &&
          before.notices.every(({ mustAnswer, answeredAt }) => !mustAnswer || answeredAt !== undefined)),
    ],
    [
      'what is granted never shortens',
      name !== 'approve' ||
        calendarPending ||
        (after.clocks.resolution?.dueAt ?? 0) >= (before.clocks.resolution?.dueAt ?? 0),
    ],
    [
      'all steps due have fired',
      name !== 'fireSteps' || after.steps.every(({ state, dueAt }) => state !== 'planned' || dueAt > now),
    ],
  ];
}

const LEADS: { readonly [N in TicketCommand['name']]?: TicketStatus } = {
  withdraw: 'withdrawn',
  decline: 'declined',
  merge: 'merged',
  unmerge: 'submitted',
  dispatch: 'dispatched',
  return: 'submitted',
  accept: 'in-progress',
  submitResult: 'in-review',
  returnResult: 'in-progress',
  approveResult: 'resolved',
  closeUnanswered: 'closed',
  confirmClosing: 'closed',
  reopen: 'in-progress',
};

function destination({ status }: Ticket, command: TicketCommand): TicketStatus {
  if (command.name === 'rate') return command.solved ? 'closed' : 'in-progress';
  if (command.name === 'followUp' && command.reached)
    return command.solved === true ? 'closed' : 'in-progress';
  return LEADS[command.name] ?? status;
}
