import type { Me, TicketSummary } from '../../api/contract.types';
import type { TicketFilter } from '../../api/tickets.query';
import { dayOf } from '../../i18n/time.words';

export type ViewName =
  'focus' | 'mine-review' | 'mine' | 'department' | 'overdue' | 'running' | 'rated' | 'all';

const VIEWS_BY_ROLE: Readonly<Record<string, readonly ViewName[]>> = {
  owner: ['focus', 'mine-review', 'mine'],
  head: ['focus', 'department', 'overdue', 'all'],
  dispatcher: ['focus', 'overdue', 'running', 'all'],
  verifier: ['focus', 'all'],
  director: ['focus', 'running', 'all'],
  leader: ['focus', 'running', 'all'],
  admin: ['focus', 'running', 'all'],
};

export function viewsOf(me: Me): readonly ViewName[] {
  return VIEWS_BY_ROLE[me.role] ?? ['all'];
}

const RUNNING = 'dispatched,in-progress';

/** What a view shows before the person's own filters. The focus view is made of `focusFilters`. */
export function filterOfView(view: ViewName): TicketFilter {
  const filters: Record<ViewName, TicketFilter> = {
    focus: {},
    'mine-review': { owner: 'me', status: 'in-review,resolved' },
    mine: { owner: 'me' },
    department: { status: RUNNING },
    overdue: { overdue: true },
    running: { status: RUNNING },
    rated: { status: 'resolved' },
    all: {},
  };
  return filters[view];
}

/** What has to be asked so that everything that needs this person is there. */
export function focusFilters(me: Me): readonly TicketFilter[] {
  switch (me.role) {
    case 'owner':
      return [{ owner: 'me', status: RUNNING }];
    case 'head':
      return [{ status: 'in-review' }, { status: RUNNING }];
    case 'dispatcher':
      return [{ status: 'submitted' }];
    case 'verifier':
      return [{ status: 'resolved' }];
    default:
      return [{ overdue: true }, { status: 'submitted' }];
  }
}

export type SectionName =
  'overdue' | 'today' | 'accept' | 'running' | 'review' | 'queue' | 'binding' | 'other' | 'unrated';

export interface WorkSection {
  readonly name: SectionName;
  readonly tickets: readonly TicketSummary[];
}

type Rule = readonly [SectionName, (ticket: TicketSummary, today: string) => boolean];

const isDueToday = (ticket: TicketSummary, today: string) => {
  const due = nextDueAt(ticket);
  return due !== undefined && dayOf(new Date(due)) <= today;
};
const isQueued = ({ status }: TicketSummary) => status === 'submitted';
const isOverdue = ({ overdue }: TicketSummary) => overdue;
const any = () => true;

const SECTIONS_BY_ROLE: Readonly<Record<string, readonly Rule[]>> = {
  owner: [
    ['overdue', isOverdue],
    ['today', isDueToday],
    ['accept', ({ status }) => status === 'dispatched'],
    ['running', any],
  ],
  head: [
    ['review', ({ status }) => status === 'in-review'],
    ['overdue', isOverdue],
    ['today', isDueToday],
    ['other', any],
  ],
  dispatcher: [['queue', any]],
  verifier: [['unrated', any]],
};

const LEADERSHIP: readonly Rule[] = [
  ['binding', (ticket) => isQueued(ticket) && ticket.hops > 0],
  ['overdue', isOverdue],
];
const ADMINISTRATION: readonly Rule[] = [
  ['overdue', isOverdue],
  ['queue', isQueued],
];

/** Each ticket once, in the first section whose rule it meets; empty sections are left out. */
export function sectionsOf(me: Me, tickets: readonly TicketSummary[], now: Date): readonly WorkSection[] {
  const today = dayOf(now);
  const rules = SECTIONS_BY_ROLE[me.role] ?? (me.role === 'admin' ? ADMINISTRATION : LEADERSHIP);
  const unique = [...new Map(tickets.map((ticket) => [ticket.number, ticket])).values()];
  return rules
    .map(([name, meets], index) => ({
      name,
      tickets: unique
        .filter(
          (ticket) =>
            meets(ticket, today) && !rules.slice(0, index).some(([, earlier]) => earlier(ticket, today)),
        )
        .sort(byUrgency),
    }))
    .filter((section) => section.tickets.length > 0);
}

/** The deadline that comes first in this state: response until accepted, then resolution. */
export function nextDueAt(ticket: TicketSummary): string | undefined {
  if (ticket.status === 'dispatched') return ticket.responseDueAt ?? ticket.resolveDueAt;
  return ticket.resolveDueAt;
}

function byUrgency(a: TicketSummary, b: TicketSummary): number {
  const due = (ticket: TicketSummary) => nextDueAt(ticket) ?? ticket.submittedAt;
  return b.escalationLevel - a.escalationLevel || due(a).localeCompare(due(b));
}
