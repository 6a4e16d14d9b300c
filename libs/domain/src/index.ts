export * from './calendar/calendar.types';
export * from './calendar/calendar.errors';
export * from './calendar/working-calendar.decide';
export * from './calendar/deadline.decide';
export * from './calendar/calendar-version.types';
export { calendarDays, type CalendarDay } from './calendar/calendar-day.decide';
export { type CalendarFault, validateCalendar } from './calendar/calendar-validation.decide';
export { calendarGaps, missingYears, type MissingYear } from './calendar/calendar-warnings.decide';
export { type DeadlineMove, deadlineMoves } from './ticket/deadline-move.decide';
export { localDateOf } from './calendar/local-time.decide';
export * from './policy/policy.types';
export { resolvePolicyCode, validatePolicy } from './policy/policy.decide';
export * from './people/people.types';
export {
  departmentsOf,
  headedDepartments,
  isAvailable,
  isOnLeave,
  workDepartmentsOf,
} from './people/duty.decide';
export { type Standing, standingOf, standInOf } from './people/standing.decide';
export {
  type DutyFault,
  mayManageLeave,
  mayNameActingHead,
  validateActingHead,
  validateLeave,
} from './people/leave.decide';
export { passwordFault, profileFaults, SHORTEST_PASSWORD } from './people/profile.decide';
export * from './routing/routing.types';
export { chooseOwner } from './routing/owner-choice.decide';
export { defaultCategory, placeTicket } from './routing/placement.decide';
export { type Actor, type PersonActor } from './ticket/actor.types';
export * from './ticket/ticket.types';
export * from './ticket/ticket.events';
export { TICKET_ERROR_CODES, type TicketError, type TicketErrorCode } from './ticket/ticket.errors';
export * from './ticket/ticket.transitions';
export * from './ticket/ticket-decision.types';
export { decide, refuseByTable } from './ticket/ticket.decide';
export { isEligible } from './ticket/placement.decide';
export { capacitiesOf, headsDepartment, speaksFor } from './ticket/capacities.decide';
export { availableCommands } from './ticket/available.decide';
export { clockView, type ClockView } from './ticket/clock-view.decide';
export { hasReopeningLeft } from './ticket/closing.decide';
export { pendingRequestOf } from './ticket/deadline-request.decide';
export { noticeNumberOf, noticeToIssue } from './ticket/supervision.decide';
export { dueCommand } from './ticket/timer.decide';
export { MOST_ATTACHMENTS } from './ticket/attach.decide';
export {
  decideSubmit,
  type GivenReporter,
  type Submission,
  type SubmissionContext,
} from './ticket/submission.decide';
export * from './identity/identity.types';
export * from './identity/identity.errors';
export * from './identity/identity-opening.decide';
export { appendToLog, firstBrokenEntry } from './ticket/ticket-log.decide';
export * from './chain/hash-chain.decide';
export * from './chain/audit.types';
export { anchorBreak, ticketBreaks } from './chain/audit.decide';
export * from './configuration/configuration.types';
export { sealChange } from './configuration/configuration-log.decide';
export * from './configuration/office.types';
export { CATEGORY_DEPTH, officeFaults, officeOf, withChanges } from './configuration/office.decide';
export { acceptAnswers, questionFaults } from './configuration/question.decide';
export * from './follow-up/follow-up-sample.types';
export { drawSample } from './follow-up/follow-up-sample.decide';
export * from './session/session.types';
export * from './session/import.types';
export * from './access/visibility.decide';
export * from './attachment/attachment.types';
export { ATTACHMENT_ERROR_CODES } from './attachment/attachment.errors';
export {
  attachmentName,
  attachmentsForReporter,
  isImage,
  listedAs,
  mayClaim,
} from './attachment/attachment.decide';
export * from './notification/notification.types';
export {
  decideRecipients,
  type PlannedLetter,
  type RecipientContext,
  subTasksDue,
} from './notification/recipients.decide';
export {
  DROP_REASONS,
  type DropReason,
  messageIdOf,
  reasonToDrop,
  sendNotBefore,
} from './notification/sending.decide';
export * from './minutes/minutes.types';
export * from './minutes/minutes.errors';
export { columnIndex } from './minutes/minutes-cell.decide';
export { findHeader, HEADER_WINDOW, type HeaderFound } from './minutes/minutes-header.decide';
export { MinutesSheetReader, type SheetContext } from './minutes/minutes-sheet.decide';
