import { headedDepartments, isOnLeave } from '../people/duty.decide';
import { type Person } from '../people/people.types';
import { standInOf } from '../people/standing.decide';
import { type RelativeRecipient } from '../policy/policy.types';
import { type TicketEvent, type TicketEventType } from '../ticket/ticket.events';
import { type PlannedStep, type SubTask, type Ticket } from '../ticket/ticket.types';
import { type LetterKind, type Recipient } from './notification.types';

/** A letter that an event calls for, before it is stored as a notification. */
export interface PlannedLetter {
  readonly recipient: Recipient;
  readonly kind: LetterKind;
  /** Escalation level for step letters, else 0. */
  readonly level: number;
}

/** What the decision may know beside the ticket and the event. */
export interface RecipientContext {
  /**
   * Everyone who may have to hear: the heads of the ticket's department, all dispatchers, directors and leaders, and
   * whoever is away or acts as a head. More than these do no harm; role, department and `active` are looked at here.
   */
  readonly officeHolders: readonly Person[];
  readonly now: Date;
  /** The policy's limit of returns, from which on only leadership dispatches. */
  readonly maxHops: number;
  /** The tickets that are merged into this one, and into those in turn. */
  readonly followers: readonly Pick<Ticket, 'id' | 'reporter'>[];
}

interface Situation extends RecipientContext {
  readonly ticket: Ticket;
  readonly event: TicketEvent;
}

/** Who hears, by their place relative to the ticket, or because the record names them. */
interface Audience {
  readonly who: PlannedStep['recipients'][number] | 'reporter' | { readonly personId: string | undefined };
  readonly kind: LetterKind;
  readonly level: number;
}

const to = (who: Audience['who'], kind: LetterKind, level = 0): Audience => ({ who, kind, level });
const nobody = (): Audience[] => [];

const AUDIENCE: { readonly [T in TicketEventType]: (situation: Situation) => readonly Audience[] } = {
  'ticket.submitted': () => [to('reporter', 'reporter-received')],
  'ticket.queued': () => [to('dispatcher', 'dispatcher-queued')],
  'ticket.declined': () => [to('reporter', 'reporter-declined')],
  'ticket.withdrawn': ({ followers }) =>
    // Their problem is not settled because somebody else took theirs back.
    followers.length > 0 ? [to('dispatcher', 'dispatcher-orphaned')] : [],
  'ticket.merged': () => [to('reporter', 'reporter-merged')],
  'ticket.unmerged': () => [to('reporter', 'reporter-unmerged'), to('dispatcher', 'dispatcher-queued')],
  'ticket.dispatched': () => [to('owner', 'owner-assigned'), to('reporter', 'reporter-dispatched')],
  'ticket.returned': ({ event, maxHops }) => {
    const told = to('dispatcher', 'dispatcher-returned');
    const atLimit = Number(event.facts.hops) >= maxHops;
    return atLimit ? [told, { ...told, who: 'director' }, { ...told, who: 'leader' }] : [told];
  },
  'ticket.accepted': nobody,
  'ticket.transferred': () => [to('owner', 'owner-assigned')],
  'ticket.reassignment-needed': (situation) => [
    to('head', 'reassignment-needed'),
    to('dispatcher', 'reassignment-needed'),
    ...(hasOtherHead(situation, situation.event.facts.personId)
      ? []
      : [to('director', 'reassignment-needed')]),
    // Where it is about a co-handler, the owner may also do without them.
    ...(situation.event.facts.owner === true ? [] : [to('owner', 'reassignment-needed')]),
  ],
  'ticket.reassigned': ({ event }) =>
    event.facts.subTaskId === undefined
      ? [to('owner', 'owner-assigned')]
      : [to('co-handler', 'sub-task-assigned')],
  'ticket.co-handler-added': () => [to('co-handler', 'sub-task-assigned')],
  'ticket.sub-task-done': () => [to('owner', 'sub-task-done')],
  'ticket.sub-task-cancelled': () => [
    to('co-handler', 'sub-task-cancelled'),
    to('owner', 'sub-task-cancelled'),
  ],
  'ticket.extension-requested': requested,
  'ticket.pause-requested': requested,
  'ticket.request-withdrawn': nobody,
  'ticket.extension-approved': () => [to('owner', 'request-approved'), to('reporter', 'reporter-extended')],
  'ticket.pause-approved': () => [to('owner', 'request-approved'), to('reporter', 'reporter-paused')],
  'ticket.request-refused': () => [to('owner', 'request-refused')],
  'ticket.resumed': () => [to('owner', 'owner-resumed'), to('reporter', 'reporter-resumed')],
  'ticket.deadlines-moved': ({ event }) => {
    const moved = listOf(event.facts.clocks);
    // Nobody but the dispatchers has been told of an acceptance deadline, and theirs is in the queue.
    return [
      ...(moved.some((clock) => clock !== 'acceptance') ? [to('owner', 'owner-deadline-moved')] : []),
      ...(moved.includes('resolution') ? [to('reporter', 'reporter-deadline-moved')] : []),
    ];
  },
  'ticket.result-submitted': (situation) => [
    to(hasOtherHead(situation, situation.ticket.owner?.id) ? 'head' : 'director', 'head-review'),
  ],
  'ticket.result-returned': () => [to('owner', 'owner-result-returned')],
  'ticket.result-approved': () => [to('reporter', 'reporter-asked')],
  'ticket.rated': unsolved,
  'ticket.followed-up': unsolved,
  // The rating or the call that started it carries the reporter's words, and has told everyone.
  'ticket.redo-started': nobody,
  'ticket.closing-proposed': () => [to('director', 'closing-proposed'), to('leader', 'closing-proposed')],
  'ticket.closing-rejected': ({ event }) => [to(named(event.facts.proposerId), 'closing-rejected')],
  'ticket.closed': ({ ticket, event }) => {
    switch (event.facts.closure) {
      // Reporters who said so themselves are the actor and hear nothing; what a verifier noted they can contradict.
      case 'confirmed':
        return [to('reporter', 'reporter-confirmed')];
      case 'unanswered':
        return [to('reporter', 'reporter-closed')];
      default:
        return [
          to('reporter', 'reporter-decided'),
          to('owner', 'owner-closed'),
          ...subTasksEndedBy(event, ticket).map(({ coHandler }) => to(named(coHandler.id), 'owner-closed')),
        ];
    }
  },
  'ticket.reopened': () => [
    to('owner', 'owner-reopened'),
    to('head', 'owner-reopened'),
    to('reporter', 'reporter-reopened'),
  ],
  'ticket.urged': ({ ticket }) => [to(ticket.owner ? 'owner' : 'dispatcher', 'owner-urged')],
  'ticket.supervision-raised': ({ event }) => {
    const level = Number(event.facts.level);
    const told = (who: RelativeRecipient) => to(who, 'supervision-raised', level);
    return [told('head'), told('director'), ...(level >= 3 ? [told('leader')] : [])];
  },
  'ticket.supervised': issued,
  'ticket.instructed': issued,
  'ticket.notice-acknowledged': nobody,
  'ticket.notice-answered': ({ ticket, event }) => {
    const issuer = ticket.notices.find(({ id }) => id === event.facts.noticeId)?.by?.id;
    return [to(issuer === undefined ? 'director' : named(issuer), 'notice-answered')];
  },
  'ticket.commented': ({ event }) =>
    event.facts.visibility === 'public' && event.facts.byReporter !== true
      ? [to('reporter', 'reporter-commented')]
      : [to('owner', 'owner-commented')],
  'ticket.attached': ({ event }) => (event.facts.byReporter === true ? [to('owner', 'owner-attached')] : []),
  'ticket.identity-requested': () => [
    to('director', 'identity-requested'),
    to('leader', 'identity-requested'),
  ],
  'ticket.identity-opened': (situation) => [
    to('reporter', 'reporter-identity-opened'),
    to(named(openingAskedBy(situation)), 'identity-opened'),
  ],
  'ticket.identity-refused': (situation) => [to(named(openingAskedBy(situation)), 'identity-refused')],
  'ticket.step-fired': ({ ticket, event }) => {
    const levels = listOf(event.facts.recipientLevels).map(Number);
    return listOf(event.facts.recipients).map((recipient, index) => {
      const meant = recipient as PlannedStep['recipients'][number];
      // What nobody owns waits for the dispatchers, and so does what is asked of it.
      const who = meant === 'owner' && !ticket.owner ? 'dispatcher' : meant;
      const level = levels[index] ?? 0;
      // A notice is for those who have to act on it; the others hear that the ticket is late.
      if (event.facts.noticeId !== undefined && (meant === 'owner' || meant === 'head'))
        return to(who, 'notice-issued', level);
      if (who === 'co-handler') return to(who, 'sub-task-due', level);
      return to(who, level === 0 ? 'step-warned' : 'step-escalated', level);
    });
  },
};

/** What the reporters of merged tickets hear where the ticket's own reporter gets a letter; their tickets ask nothing. */
const FOLLOWERS_HEAR: { readonly [K in LetterKind & `reporter-${string}`]: LetterKind | undefined } = {
  'reporter-received': undefined,
  'reporter-declined': 'reporter-declined',
  'reporter-merged': 'reporter-merged',
  'reporter-unmerged': undefined,
  'reporter-dispatched': 'reporter-dispatched',
  'reporter-extended': 'reporter-extended',
  'reporter-paused': 'reporter-paused',
  'reporter-resumed': 'reporter-resumed',
  'reporter-deadline-moved': 'reporter-deadline-moved',
  // What is said to one reporter, or by one, is nobody else's to read.
  'reporter-commented': undefined,
  'reporter-asked': 'reporter-result',
  'reporter-result': 'reporter-result',
  'reporter-confirmed': undefined,
  'reporter-closed': undefined,
  'reporter-decided': 'reporter-decided',
  'reporter-reopened': undefined,
  'reporter-identity-opened': undefined,
};

/**
 * The letters that an event calls for: each person at most once, at the highest level that concerns them, and never
 * whoever did it (but for the receipt of a submission). A reporter without an e-mail address gets none.
 */
export function decideRecipients(
  ticket: Ticket,
  event: TicketEvent,
  context: RecipientContext,
): readonly PlannedLetter[] {
  const situation = { ticket, event, ...context };
  const actor = actorIdentity(event, ticket);
  const letters = new Map<string, PlannedLetter>();
  const tell = (identity: string, letter: PlannedLetter): void => {
    if (identity === actor && letter.kind !== 'reporter-received') return;
    const known = letters.get(identity);
    if (!known || known.level < letter.level) letters.set(identity, letter);
  };
  for (const { who, kind, level } of AUDIENCE[event.type](situation)) {
    if (who === 'reporter') {
      for (const { identity, ...letter } of reporterLetters(kind, situation)) tell(identity, letter);
      continue;
    }
    for (const personId of withStandIns(resolve(who, situation), situation))
      tell(personId, { recipient: { kind: 'person', personId }, kind, level });
  }
  return [...letters.values()];
}

/** Ids of those who hear. */
function resolve(who: Exclude<Audience['who'], 'reporter'>, situation: Situation): readonly string[] {
  const { ticket, event } = situation;
  if (typeof who === 'object') return who.personId === undefined ? [] : [who.personId];
  if (who === 'owner') {
    // An assignment names its own owner; the ticket may have been passed on since.
    const owner = event.facts.ownerId ?? ticket.owner?.id;
    return typeof owner === 'string' ? [owner] : [];
  }
  if (who === 'co-handler') return coHandlersOf(situation);
  return holders(who, situation).map(({ id }) => id);
}

/** The same people, and who stands in for those of them who are away. */
function withStandIns(ids: readonly string[], situation: Situation): readonly string[] {
  const standIns = ids.map((id) => atWork(id, situation)).filter((id) => id !== undefined);
  return [...new Set([...ids, ...standIns])];
}

/** The person, or their stand-in while away; undefined where nobody is there. */
function atWork(id: string, { officeHolders, now }: Situation): string | undefined {
  const person = officeHolders.find((holder) => holder.id === id);
  return person && isOnLeave(person, now) ? standInOf(person, officeHolders, now) : id;
}

function holders(
  role: Exclude<RelativeRecipient, 'owner'>,
  { ticket, officeHolders, now }: Situation,
): Person[] {
  const isHolder = (person: Person): boolean =>
    role === 'head'
      ? ticket.department !== undefined && headedDepartments(person, now).includes(ticket.department)
      : person.role === role;
  return officeHolders.filter((person) => person.active && isHolder(person));
}

/** The co-handler whom the event names, or those whose sub-tasks are due by it. */
function coHandlersOf({ ticket, event }: Situation): string[] {
  const { coHandlerId } = event.facts;
  return typeof coHandlerId === 'string'
    ? [coHandlerId]
    : subTasksDue(ticket, event).map(({ coHandler }) => coHandler.id);
}

/** The open sub-tasks whose steps an event has fired; a step names its own as `sub-task:<id>/<version>/<key>`. */
export function subTasksDue(
  { subTasks }: Pick<Ticket, 'subTasks'>,
  { facts }: Pick<TicketEvent, 'facts'>,
): readonly SubTask[] {
  const due = listOf(facts.steps).map((step) => /^sub-task:([^/]+)/.exec(String(step))?.[1]);
  return subTasks.filter(({ id, state }) => state === 'open' && due.includes(id));
}

/** The letter to the ticket's reporter and what its followers' reporters get with it; those who can be written to. */
function reporterLetters(kind: LetterKind, { ticket, followers }: Situation) {
  const heard = FOLLOWERS_HEAR[kind as keyof typeof FOLLOWERS_HEAR];
  const copies = (heard === undefined ? [] : followers).map((reported) => ({
    reported,
    recipient: { kind: 'reporter', followerId: reported.id } as const,
    kind: heard ?? kind,
  }));
  const all = [{ reported: ticket, recipient: { kind: 'reporter' } as const, kind }, ...copies];
  return all
    .filter(({ reported: { reporter } }) => reporter.email !== undefined || reporter.identity === 'hidden')
    .map(({ reported, ...letter }) => ({ ...letter, level: 0, identity: identityOf(reported) }));
}

/** One key for one human being: a reporter with an account is the same as the person of that account. */
function identityOf({ id, reporter }: Pick<Ticket, 'id' | 'reporter'>): string {
  return reporter.userId ?? reporter.accountAlias ?? reporter.email?.toLowerCase() ?? `reporter of ${id}`;
}

function actorIdentity({ actor }: TicketEvent, ticket: Ticket): string | undefined {
  if (actor.kind === 'system') return undefined;
  return actor.kind === 'person' ? actor.id : identityOf(ticket);
}

/** A request goes to whoever may decide it: the head, where there is one beside the owner, or the director. */
function requested(situation: Situation): readonly Audience[] {
  const { ticket, event } = situation;
  const byHead = event.facts.level !== 'director' && hasOtherHead(situation, ticket.owner?.id);
  return [to(byHead ? 'head' : 'director', 'request-pending')];
}

function unsolved({ event }: Situation): readonly Audience[] {
  return event.facts.solved === false ? [to('owner', 'owner-redo'), to('head', 'owner-redo')] : [];
}

/** While nobody owns the ticket a notice is for the dispatchers. */
function issued({ ticket }: Situation): readonly Audience[] {
  return ticket.owner
    ? [to('owner', 'notice-issued'), to('head', 'notice-issued')]
    : [to('dispatcher', 'notice-issued')];
}

/**
 * Whether some head of the department, or their stand-in, is there beside this person, whoever stands in for them, and
 * whoever has just acted: nobody decides their own work.
 */
function hasOtherHead(situation: Situation, personId: TicketEvent['facts'][string] | undefined): boolean {
  const there = holders('head', situation).map(({ id }) => atWork(id, situation));
  const standIn = typeof personId === 'string' ? atWork(personId, situation) : undefined;
  const { actor } = situation.event;
  const own = [personId, standIn, actor.kind === 'person' ? actor.id : undefined];
  return there.some((id) => id !== undefined && !own.includes(id));
}

/** The sub-tasks that were open until their ticket was closed. */
function subTasksEndedBy({ at }: TicketEvent, { subTasks }: Ticket): readonly SubTask[] {
  return subTasks.filter(
    ({ state, settledAt }) => state === 'cancelled' && settledAt?.getTime() === at.getTime(),
  );
}

/** Who asked for the opening of the reporter's identity that the event is about. */
function openingAskedBy({ ticket, event: { facts } }: Situation): string | undefined {
  const asked = ticket.log.find(
    (entry) => entry.type === 'ticket.identity-requested' && entry.facts.openingId === facts.openingId,
  );
  return asked?.actor.kind === 'person' ? asked.actor.id : undefined;
}

function named(personId: TicketEvent['facts'][string] | undefined): Audience['who'] {
  return { personId: typeof personId === 'string' ? personId : undefined };
}

function listOf(fact: TicketEvent['facts'][string] | undefined): readonly (string | number)[] {
  return Array.isArray(fact) ? (fact as readonly (string | number)[]) : [];
}
