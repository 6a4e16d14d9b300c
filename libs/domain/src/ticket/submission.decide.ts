import { type WorkingCalendar } from '../calendar/calendar.types';
import { type Policy } from '../policy/policy.types';
import { type TicketEvent } from './ticket.events';
import { eventOf } from './ticket-event.decide';
import { startClock, withClock, withNextStep } from './ticket-clocks.decide';
import { type DecisionContext } from './ticket-decision.types';
import { type Reporter, type Ticket, type TicketSource } from './ticket.types';

/** A valid submission: texts are trimmed and not empty, which the doors have checked. */
export interface Submission {
  readonly title: string;
  readonly description: string;
  readonly location?: string;
  readonly statedDepartment?: string;
  readonly statedCategory?: string;
  readonly source: TicketSource;
  readonly reporter: Reporter;
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
}

/** A new ticket, its acceptance clock running from now; an anonymous reporter's name and phone are not kept. */
export function decideSubmit(
  submission: Submission,
  context: SubmissionContext,
): { next: Ticket; events: readonly TicketEvent[] } {
  const { calendar, policy, now } = context;
  const { reporter: given, ...rest } = submission;
  const { name: _name, phone: _phone, ...unnamed } = given;
  const acceptance = startClock(calendar, now, policy.acceptance, now, 'submitted');
  const ticket: Ticket = {
    ...rest,
    id: context.ticketId,
    number: context.number,
    trackingCode: context.trackingCode,
    version: 0,
    status: 'submitted',
    reporter: given.anonymous ? unnamed : given,
    submittedAt: now,
    priority: 'normal',
    policy: { code: policy.code, version: policy.version },
    clocks: { acceptance },
    steps: [],
    escalationLevel: 0,
    hops: 0,
    redo: 0,
    log: [],
  };
  const events = [
    eventOf('ticket.submitted', context, {
      source: submission.source.kind,
      lineNumber: submission.source.lineNumber,
    }),
  ];
  return {
    next: withNextStep(withClock(ticket, 'acceptance', acceptance, { policy, calendar, at: now })),
    events,
  };
}
