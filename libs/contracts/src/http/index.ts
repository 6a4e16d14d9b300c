export * from './shared.http';
export {
  TICKET_STATUS_VALUES,
  clockSchema,
  contactSchema,
  followUpCallSchema,
  listTicketsSchema,
  logEntrySchema,
  publicCommentSchema,
  rateSchema,
  submitTicketSchema,
  submittedTicketSchema,
  ticketPageSchema,
  ticketSchema,
  ticketSummarySchema,
  timelineEntrySchema,
  trackedTicketSchema,
} from './tickets.http';
export { TICKET_COMMAND_SCHEMAS } from './ticket-commands.http';
export * from './follow-up.http';
export {
  attachmentLinkQuerySchema,
  attachTrackedSchema,
  ticketAttachmentSchema,
  uploadedAttachmentSchema,
} from './attachments.http';
export * from './auth.http';
export * from './people.http';
export * from './identity.http';
export * from './sessions.http';
export * from './administration.http';
export * from './administration-office.http';
export * from './administration-people.http';
export * from './administration-templates.http';
export * from './calendar.http';
export * from './configuration.http';
export * from './live.http';
