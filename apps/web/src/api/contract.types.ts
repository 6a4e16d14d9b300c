import type {
  TICKET_COMMAND_SCHEMAS,
  TICKET_STATUS_VALUES,
  categorySchema,
  clockSchema,
  createSessionSchema,
  departmentSchema,
  faultSchema,
  importAcceptedSchema,
  importSchema,
  lineSchema,
  logEntrySchema,
  mappingSchema,
  meSchema,
  notificationSchema,
  ownerOptionSchema,
  policySchema,
  policyStepSchema,
  problemSchema,
  rateSchema,
  referenceDataSchema,
  keywordRulesSchema,
  savePolicySchema,
  sessionSchema,
  sessionSummarySchema,
  submitTicketSchema,
  submittedTicketSchema,
  ticketSchema,
  ticketSummarySchema,
  timelineEntrySchema,
  trackedTicketSchema,
} from '@app/contracts/http';
import type { z } from 'zod';

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor?: string;
}

export type Problem = z.infer<typeof problemSchema>;
export type Me = z.infer<typeof meSchema>;
export type ReferenceData = z.infer<typeof referenceDataSchema>;
export type Department = z.infer<typeof departmentSchema>;
export type Category = z.infer<typeof categorySchema>;
export type OwnerOption = z.infer<typeof ownerOptionSchema>;

export type TicketStatus = (typeof TICKET_STATUS_VALUES)[number];
export type SubmitTicket = z.input<typeof submitTicketSchema>;
export type SubmittedTicket = z.infer<typeof submittedTicketSchema>;
export type TrackedTicket = z.infer<typeof trackedTicketSchema>;
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;
export type Rate = z.input<typeof rateSchema>;
export type TicketSummary = z.infer<typeof ticketSummarySchema>;
export type Ticket = z.infer<typeof ticketSchema>;
export type TicketClock = z.infer<typeof clockSchema>;
export type LogEntry = z.infer<typeof logEntrySchema>;
export type TicketCommand = keyof typeof TICKET_COMMAND_SCHEMAS;
export type TicketCommandBody<C extends TicketCommand> = z.input<(typeof TICKET_COMMAND_SCHEMAS)[C]>;

export type CreateSession = z.input<typeof createSessionSchema>;
export type SessionSummary = z.infer<typeof sessionSummarySchema>;
export type SessionWithLines = z.infer<typeof sessionSchema>;
export type SessionLine = z.infer<typeof lineSchema>;
export type Fault = z.infer<typeof faultSchema>;
export type Mapping = z.input<typeof mappingSchema>;
export type ImportAccepted = z.infer<typeof importAcceptedSchema>;
export type ImportRun = z.infer<typeof importSchema>;

export type Notification = z.infer<typeof notificationSchema>;
export type Policy = z.infer<typeof policySchema>;
export type PolicyStep = z.infer<typeof policyStepSchema>;
export type SavePolicy = z.input<typeof savePolicySchema>;
export type KeywordRules = z.infer<typeof keywordRulesSchema>;
export type KeywordRule = KeywordRules['rules'][number];
