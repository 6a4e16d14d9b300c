export * from './calendar/calendar.types';
export * from './calendar/calendar.errors';
export * from './calendar/working-calendar.decide';
export * from './calendar/deadline.decide';
export { localDateOf } from './calendar/local-time.decide';
export * from './policy/policy.types';
export { resolvePolicyCode, validatePolicy } from './policy/policy.decide';
export * from './people/people.types';
export * from './routing/routing.types';
export { chooseOwner } from './routing/owner-choice.decide';
export { defaultCategory, placeTicket } from './routing/placement.decide';
export { type Actor } from './ticket/actor.types';
export * from './ticket/ticket.types';
export * from './ticket/ticket.events';
export { TICKET_ERROR_CODES, type TicketError, type TicketErrorCode } from './ticket/ticket.errors';
export * from './ticket/ticket.transitions';
export * from './ticket/ticket-decision.types';
export { capacitiesOf, decide, refuseByTable } from './ticket/ticket.decide';
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
export * from './configuration/configuration.types';
export { sealChange } from './configuration/configuration-log.decide';
export * from './session/session.types';
export * from './session/import.types';
export * from './access/visibility.decide';
export * from './notification/notification.types';
export {
  decideRecipients,
  type PlannedLetter,
  type RecipientContext,
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
