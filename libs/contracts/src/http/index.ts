export * from './shared.http';
export {
  TICKET_COMMAND_SCHEMAS,
  TICKET_STATUS_VALUES,
  clockSchema,
  contactSchema,
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
export * from './auth.http';
export * from './sessions.http';
export * from './administration.http';
