import { type WorkingCalendar } from '../calendar/calendar.types';
import { type GivenAnswer } from '../people/people.types';
import { type Policy } from '../policy/policy.types';
import { type TicketEvent } from './ticket.events';
import { eventOf } from './ticket-event.decide';
import { startClock, withClock, withNextStep } from './ticket-clocks.decide';
import { type DecisionContext } from './ticket-decision.types';
import { type HiddenIdentity } from '../identity/identity.types';
import { type Reporter, type Ticket, type TicketAttachment, type TicketSource } from './ticket.types';

/** Who reports, and how much of that the office may know. */
export type GivenReporter = Omit<Reporter, 'anonymous' | 'accountAlias'>;

/** A valid submission: texts are trimmed and not empty, which the doors have checked. */
export interface Submission {
  readonly title: string;
  readonly description: string;
  readonly location?: string;
  readonly statedDepartment?: string;
  readonly statedCategory?: string;
  readonly servicePoint?: string;
  readonly answers?: readonly GivenAnswer[];
  readonly attachments?: readonly TicketAttachment[];
  readonly source: TicketSource;
  readonly reporter: GivenReporter;
}

export interface SubmissionContext extends Pick<
  DecisionContext,
  'now' | 'actor' | 'newId' | 'commandId' | 'correlationId'
> {
  readonly ticketId: string;
  readonly number: string;
  /** Unguessable; whoever has it may follow the ticket. */
  readonly trackingCode: string;
  readonly calendar: WorkingCalendar;
  readonly policy: Policy;
  /** By which a hidden reporter's account finds the ticket again, and which tells nobody else whose it is. */
  readonly accountAlias?: string;
}

/**
 * A new ticket, its acceptance clock running from now. Of an anonymous reporter name, phone and account are not kept;
 * a hidden one's are `hidden`, to be stored apart before the ticket is.
 */
export function decideSubmit(
  submission: Submission,
  context: SubmissionContext,
): { next: Ticket; events: readonly TicketEvent[]; hidden?: HiddenIdentity } {
  const { calendar, policy, now } = context;
  const { reporter: given, ...rest } = submission;
  const acceptance = startClock(calendar, now, policy.acceptance, now, 'submitted');
  const ticket: Ticket = {
    ...rest,
    id: context.ticketId,
    number: context.number,
    trackingCode: context.trackingCode,
    version: 0,
    status: 'submitted',
    reporter: reporterOf(given, context.accountAlias),
    submittedAt: now,
    priority: 'normal',
    policy: { code: policy.code, version: policy.version },
    clocks: { acceptance },
    steps: [],
    escalationLevel: 0,
    hops: 0,
    redo: 0,
    reopens: 0,
    urges: [],
    subTasks: [],
    requests: [],
    notices: [],
    followUps: [],
    attachments: submission.attachments ?? [],
    log: [],
  };
  const events = [
    eventOf('ticket.submitted', context, {
      // Binds the record to its ticket.
      number: context.number,
      source: submission.source.kind,
      lineNumber: submission.source.lineNumber,
    }),
  ];
  return {
    next: withNextStep(withClock(ticket, 'acceptance', acceptance, { policy, calendar, at: now })),
    events,
    ...(given.identity === 'hidden' ? { hidden: hiddenOf(given) } : {}),
  };
}

function reporterOf(given: GivenReporter, accountAlias: string | undefined): Reporter {
  const { identity, email } = given;
  if (identity === 'named') return { ...given, anonymous: false };
  if (identity === 'hidden')
    return { identity, anonymous: false, ...(accountAlias === undefined ? {} : { accountAlias }) };
  return { identity, anonymous: true, ...(email === undefined ? {} : { email }) };
}

function hiddenOf({ identity: _, ...known }: GivenReporter): HiddenIdentity {
  return known;
}
