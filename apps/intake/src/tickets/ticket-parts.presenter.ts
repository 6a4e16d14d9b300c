import { type ticketSchema } from '@app/contracts/http';
import { type Clock, clockView, type Ticket, type WorkingCalendar } from '@app/domain';
import { type z } from 'zod';
import { type OfficeNames } from '../reference/office-names';

type TicketAnswer = z.input<typeof ticketSchema>;

interface PartView {
  readonly names: OfficeNames;
  readonly calendar: WorkingCalendar;
  readonly now: Date;
}

/** Every clock of the ticket as it stands now, with all that its deadline has been. */
export function presentClocks(ticket: Pick<Ticket, 'clocks'>, view: PartView): TicketAnswer['clocks'] {
  return Object.fromEntries(
    Object.entries(ticket.clocks).map(([name, clock]) => [name, presentClock(clock, view)]),
  );
}

function presentClock(clock: Clock, { calendar, now }: PartView): TicketAnswer['clocks'][string] {
  const { startedAt, dueAt, originalDueAt, stoppedAt, calendarGaps, ...figures } = clockView(
    clock,
    calendar,
    now,
  );
  return {
    ...figures,
    startedAt: startedAt.toISOString(),
    dueAt: dueAt.toISOString(),
    originalDueAt: originalDueAt.toISOString(),
    stoppedAt: stoppedAt?.toISOString(),
    calendarGaps: [...calendarGaps],
    versions: clock.versions.map(({ version, dueAt: due, setAt, reason }) => ({
      version,
      dueAt: due.toISOString(),
      setAt: setAt.toISOString(),
      reason,
    })),
    pauses: clock.pauses.map(({ from, to, reason }) => ({
      from: from.toISOString(),
      to: to?.toISOString(),
      reason,
    })),
  };
}

/** What the office deals with among itself: sub-tasks, requests, notices, calls, proposals. */
export function presentOfficeWork(ticket: Ticket, { names, now }: PartView) {
  const { closingProposal: proposal, reassignment } = ticket;
  return {
    subTasks: ticket.subTasks.map((task) => ({
      id: task.id,
      coHandler: task.coHandler.name,
      coHandlerUsername: names.username(task.coHandler.id),
      department: names.department(task.department),
      text: task.text,
      dueAt: task.dueAt.toISOString(),
      state: task.state,
      overdue: (task.settledAt ?? now) > task.dueAt,
      needsReassignment: task.reassignment !== undefined,
      settledAt: task.settledAt?.toISOString(),
      outcome: task.outcome,
    })),
    requests: ticket.requests.map(
      ({ until, requestedAt, requestedBy, decidedAt, decidedBy, ...request }) => ({
        ...request,
        until: until.toISOString(),
        requestedAt: requestedAt.toISOString(),
        requestedBy: requestedBy.name,
        decidedAt: decidedAt?.toISOString(),
        decidedBy: decidedBy?.name,
      }),
    ),
    notices: ticket.notices.map((notice) => ({
      ...notice,
      by: notice.by?.name,
      issuedAt: notice.issuedAt.toISOString(),
      replyBy: notice.replyBy?.toISOString(),
      acknowledgedAt: notice.acknowledgedAt?.toISOString(),
      acknowledgedBy: notice.acknowledgedBy?.name,
      answeredAt: notice.answeredAt?.toISOString(),
      answeredBy: notice.answeredBy?.name,
    })),
    followUps: ticket.followUps.map((call) => ({ ...call, at: call.at.toISOString(), by: call.by.name })),
    closingProposal: proposal && { ...proposal, at: proposal.at.toISOString(), by: proposal.by.name },
    reassignment: reassignment && { ...reassignment, since: reassignment.since.toISOString() },
  } satisfies Partial<TicketAnswer>;
}

/** The same with nothing in it, for those whose affair it is not. */
export const NO_OFFICE_WORK = {
  subTasks: [],
  requests: [],
  notices: [],
  followUps: [],
} satisfies Partial<TicketAnswer>;
