import { z } from 'zod';
import { isoInstant, page, pageQuery } from './shared.http';

const PHONE = /^\+?[0-9][0-9 -]{4,24}$/;

/** Trimmed text that may not be empty. NUL is refused because no database or letter can carry it. */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((value) => !value.includes('\u0000'), { message: '不能包含空字符 / must not contain NUL' });

export const contactSchema = z
  .strictObject({
    name: text(50).optional(),
    phone: z.string().trim().regex(PHONE, { message: '电话号码格式不正确 / not a phone number' }).optional(),
    email: z.email().max(254).optional(),
  })
  .meta({
    description: 'How to reach the reporter. Shown only to those who handle the ticket, never when tracking.',
  });

export const submitTicketSchema = z.strictObject({
  title: text(200),
  description: text(20_000),
  category: text(50)
    .optional()
    .meta({ description: 'Category code or name; unknown ones are placed by the text.' }),
  location: text(200).optional(),
  contact: contactSchema.optional(),
  anonymous: z.boolean().optional().meta({
    description: 'Name and phone are not kept; an e-mail address serves only for letters from the system.',
  }),
});

export const submittedTicketSchema = z.object({
  number: z.string().meta({ example: '2026-000123' }),
  trackingCode: z.string().meta({ description: 'Shown once. Whoever has it can follow the ticket.' }),
  status: z.string(),
  links: z.object({ tracking: z.string(), self: z.string() }),
});

export const timelineEntrySchema = z.object({
  at: isoInstant,
  type: z.string().meta({ example: 'ticket.dispatched' }),
  by: z.string().optional(),
  text: z.string().optional(),
});

export const trackedTicketSchema = z.object({
  number: z.string(),
  status: z.string(),
  title: z.string(),
  submittedAt: isoInstant,
  department: z.string().optional(),
  owner: z.string().optional(),
  responseDueAt: isoInstant.optional(),
  resolveDueAt: isoInstant.optional(),
  overdue: z.boolean(),
  result: z.string().optional(),
  rateBefore: isoInstant.optional(),
  closure: z.string().optional(),
  rating: z.object({ solved: z.boolean(), contacted: z.boolean(), satisfaction: z.number() }).optional(),
  can: z.array(z.string()).meta({ description: 'Commands that the reporter may give now: rate, comment.' }),
  timeline: z.array(timelineEntrySchema),
});

export const rateSchema = z.strictObject({
  solved: z.boolean(),
  contacted: z.boolean(),
  satisfaction: z.int().min(1).max(5),
  comment: text(2_000).optional().meta({ description: 'Needed when the problem is not solved.' }),
});

export const TICKET_STATUS_VALUES = [
  'submitted',
  'dispatched',
  'in-progress',
  'in-review',
  'resolved',
  'closed',
  'withdrawn',
  'declined',
  'merged',
] as const;

export const listTicketsSchema = pageQuery.extend({
  status: z
    .string()
    .transform((value) => value.split(','))
    .pipe(z.array(z.enum(TICKET_STATUS_VALUES)))
    .optional()
    .meta({ description: 'One status, or several separated by commas.' }),
  department: z.string().max(50).optional().meta({ description: 'Department code or name.' }),
  owner: z
    .string()
    .max(50)
    .optional()
    .meta({ description: "Owner's id or user name; `me` for the one asking." }),
  category: z.string().max(50).optional().meta({ description: 'Category code or name.' }),
  overdue: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional(),
  session: z.string().max(50).optional(),
  q: z
    .string()
    .trim()
    .max(100)
    .optional()
    .meta({ description: 'Ticket number, or words of title and description.' }),
});

export const clockSchema = z.object({
  startedAt: isoInstant,
  dueAt: isoInstant,
  originalDueAt: isoInstant,
  stoppedAt: isoInstant.optional(),
  breached: z.boolean(),
});

export const ticketSummarySchema = z.object({
  number: z.string(),
  status: z.string(),
  title: z.string(),
  category: z.string().optional().meta({ description: "The category's name." }),
  categoryCode: z.string().optional(),
  priority: z.string(),
  location: z.string().optional(),
  department: z.string().optional().meta({ description: "The department's name." }),
  departmentCode: z.string().optional(),
  owner: z.string().optional().meta({ description: "The owner's name." }),
  ownerUsername: z.string().optional(),
  submittedAt: isoInstant,
  responseDueAt: isoInstant.optional(),
  resolveDueAt: isoInstant.optional(),
  overdue: z.boolean(),
  escalationLevel: z.int(),
  queueReason: z.string().optional(),
  hops: z.int(),
  redo: z.int(),
});

export const ticketPageSchema = page(ticketSummarySchema);

export const logEntrySchema = z.object({
  seq: z.int(),
  type: z.string(),
  at: isoInstant,
  by: z.string(),
  role: z.string(),
  text: z.string().optional(),
  facts: z.record(z.string(), z.unknown()),
});

export const ticketSchema = ticketSummarySchema.extend({
  description: z.string(),
  version: z.int(),
  source: z.object({
    kind: z.string(),
    sessionId: z.string().optional(),
    lineNumber: z.string().optional(),
    raisedAt: isoInstant.optional(),
    proposer: z.string().optional(),
    unit: z.string().optional(),
    remark: z.string().optional(),
    instruction: z.string().optional(),
  }),
  contact: z
    .object({ name: z.string().optional(), phone: z.string().optional(), email: z.string().optional() })
    .optional()
    .meta({
      description: 'Only for the owner, the head and the dispatcher, and never of an anonymous reporter.',
    }),
  anonymous: z.boolean(),
  clocks: z.record(z.string(), clockSchema),
  result: z
    .object({
      text: z.string(),
      submittedAt: isoInstant,
      by: z.string(),
      onTime: z.boolean(),
      approvedAt: isoInstant.optional(),
      approvedBy: z.string().optional(),
    })
    .optional(),
  rating: z
    .object({
      solved: z.boolean(),
      contacted: z.boolean(),
      satisfaction: z.number(),
      comment: z.string().optional(),
      ratedAt: isoInstant,
    })
    .optional(),
  closure: z.string().optional(),
  can: z
    .array(z.string())
    .meta({ description: 'Commands, in kebab case, that the one asking may give now.' }),
  log: z.array(logEntrySchema),
  auditVerified: z.boolean().meta({ description: 'Whether the chain of hashes over the log holds.' }),
});

/** The body of each command at POST /tickets/{number}/{command}, by its kebab-case name. */
export const TICKET_COMMAND_SCHEMAS = {
  decline: z.strictObject({ reason: text(1_000) }),
  dispatch: z.strictObject({
    department: text(50).meta({ description: 'Department code or name.' }),
    category: text(50).optional().meta({ description: 'Category code or name.' }),
    owner: text(50)
      .optional()
      .meta({ description: "User name or id; where absent the department's least loaded." }),
    priority: z.enum(['normal', 'urgent', 'danger']).optional(),
  }),
  return: z.strictObject({ reason: text(1_000), suggestedDepartment: text(50).optional() }),
  accept: z.strictObject({}),
  transfer: z.strictObject({ owner: text(50), reason: text(1_000).optional() }),
  'submit-result': z.strictObject({ text: text(5_000) }),
  'return-result': z.strictObject({ reason: text(1_000) }),
  'approve-result': z.strictObject({}),
  comment: z.strictObject({
    text: text(5_000),
    visibility: z.enum(['public', 'internal']).default('internal'),
  }),
  rate: rateSchema,
} as const;

export const publicCommentSchema = z.strictObject({ text: text(5_000) });
