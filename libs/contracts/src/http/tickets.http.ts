import { z } from 'zod';
import { attachmentIds, ticketAttachmentSchema } from './attachments.http';
import { isoInstant, page, pageQuery } from './shared.http';

const PHONE = /^\+?[0-9][0-9 -]{4,24}$/;

/** How much the office may know of a reporter. */
const IDENTITIES = ['named', 'hidden', 'anonymous'] as const;

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
  servicePoint: z
    .exactOptional(text(100))
    .meta({ description: 'Code of the place it is about, or the token of the QR code there.' }),
  answers: z
    .exactOptional(z.record(z.string().max(40), z.union([z.string().max(500), z.number()])))
    .meta({ description: "Answers to the stated category's questions, by their keys." }),
  attachments: attachmentIds.optional(),
  contact: contactSchema.optional(),
  identity: z
    .enum(IDENTITIES)
    .optional()
    .meta({
      description:
        'named: those who handle the ticket see the contact data. hidden: nobody sees them, the system writes letters; ' +
        'two named people can open them together, and the reporter is told. anonymous: name and phone are not kept; ' +
        'an e-mail address serves only for letters from the system. `named` unless told otherwise.',
    }),
  anonymous: z.boolean().optional().meta({ description: 'The same as `identity: anonymous`.' }),
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
  dueAt: isoInstant.optional().meta({ description: 'The resolution deadline from then on.' }),
  offices: z
    .array(z.string())
    .optional()
    .meta({ description: 'The two offices that opened a hidden identity; the reporter is told no names.' }),
});

export const trackedTicketSchema = z.object({
  number: z.string(),
  status: z.string(),
  title: z.string(),
  identity: z.enum(IDENTITIES),
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
  pausedUntil: isoInstant.optional(),
  reopenBefore: isoInstant.optional(),
  can: z.array(z.string()).meta({
    description: 'Commands that the reporter may give now: rate, comment, withdraw, urge, reopen, attach.',
  }),
  attachments: z.array(ticketAttachmentSchema),
  timeline: z.array(timelineEntrySchema),
  follows: z
    .object({
      number: z.string(),
      status: z.string(),
      department: z.string().optional(),
      owner: z.string().optional(),
      resolveDueAt: isoInstant.optional(),
      result: z.string().optional(),
      attachments: z.array(ticketAttachmentSchema).meta({ description: 'Those that came with the result.' }),
      timeline: z.array(timelineEntrySchema),
    })
    .optional()
    .meta({ description: 'The ticket that this one was merged into, as far as everybody may know it.' }),
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

/** How a clock stands at the time of the answer. Minutes are of the clock's own time: of work, or around the clock. */
export const clockSchema = z.object({
  startedAt: isoInstant,
  dueAt: isoInstant,
  originalDueAt: isoInstant,
  stoppedAt: isoInstant.optional(),
  paused: z.boolean(),
  elapsedMinutes: z.int(),
  remainingMinutes: z.int().meta({ description: 'Negative when overdue.' }),
  breached: z.boolean(),
  withinWorkingHours: z.boolean(),
  calendarGaps: z
    .array(z.int())
    .meta({ description: 'Years without an official list of holidays that the clock reaches into.' }),
  versions: z.array(z.object({ version: z.int(), dueAt: isoInstant, setAt: isoInstant, reason: z.string() })),
  pauses: z.array(z.object({ from: isoInstant, to: isoInstant.optional(), reason: z.string() })),
});

export const subTaskSchema = z.object({
  id: z.string(),
  coHandler: z.string(),
  coHandlerUsername: z.string().optional(),
  department: z.string().optional(),
  text: z.string(),
  dueAt: isoInstant,
  state: z.enum(['open', 'done', 'cancelled']),
  overdue: z.boolean(),
  needsReassignment: z.boolean(),
  settledAt: isoInstant.optional(),
  outcome: z.string().optional(),
});

export const deadlineRequestSchema = z.object({
  id: z.string(),
  kind: z.enum(['extension', 'pause']),
  until: isoInstant,
  reason: z.string(),
  requestedAt: isoInstant,
  requestedBy: z.string(),
  level: z.enum(['head', 'director']).meta({ description: 'Who decides.' }),
  state: z.enum(['pending', 'approved', 'refused', 'lapsed']),
  decidedAt: isoInstant.optional(),
  decidedBy: z.string().optional(),
  decisionReason: z.string().optional(),
});

export const noticeSchema = z.object({
  id: z.string(),
  number: z.string().meta({ example: '督办〔2026〕12号' }),
  kind: z.enum(['urge-notice', 'supervision-order', 'instruction']),
  text: z.string(),
  issuedAt: isoInstant,
  by: z.string().optional().meta({ description: 'Absent where the ladder issued it.' }),
  replyBy: isoInstant.optional(),
  mustAnswer: z.boolean(),
  acknowledgedAt: isoInstant.optional(),
  acknowledgedBy: z.string().optional(),
  answeredAt: isoInstant.optional(),
  answeredBy: z.string().optional(),
  answer: z.string().optional(),
});

export const followUpCallSchema = z.object({
  at: isoInstant,
  by: z.string(),
  reached: z.boolean(),
  solved: z.boolean().optional(),
  satisfaction: z.number().optional(),
  note: z.string().optional(),
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
  servicePoint: z.string().optional().meta({ description: 'Name of the place it was reported from.' }),
  answers: z
    .array(z.object({ key: z.string(), label: z.string(), value: z.union([z.string(), z.number()]) }))
    .optional()
    .meta({ description: "To the category's questions, as they were asked." }),
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
      description: 'Only for the owner, the head and the dispatcher, and only of a reporter who is named.',
    }),
  identity: z.enum(IDENTITIES),
  anonymous: z.boolean(),
  clocks: z.record(z.string(), clockSchema),
  result: z
    .object({
      text: z.string(),
      submittedAt: isoInstant,
      by: z.string(),
      onTime: z.boolean(),
      onTimeOriginally: z.boolean().meta({ description: 'Against the first deadline.' }),
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
      verifiedBy: z.string().optional().meta({ description: 'The verifier who asked.' }),
    })
    .optional(),
  closure: z.string().optional(),
  closedAt: isoInstant.optional(),
  reopens: z.int(),
  urges: z.array(z.object({ at: isoInstant, text: z.string().optional() })),
  subTasks: z.array(subTaskSchema),
  requests: z.array(deadlineRequestSchema).meta({ description: 'A pending one stands last.' }),
  pausedUntil: isoInstant.optional(),
  notices: z.array(noticeSchema),
  followUps: z.array(followUpCallSchema),
  closingProposal: z
    .object({ closure: z.string(), text: z.string(), at: isoInstant, by: z.string() })
    .optional(),
  reassignment: z
    .object({ since: isoInstant, reason: z.string() })
    .optional()
    .meta({ description: 'There while another owner has to be named.' }),
  mergedInto: z.string().optional().meta({ description: 'Number of the ticket that this one follows.' }),
  followers: z.array(z.string()).meta({ description: 'Numbers of the tickets that follow this one.' }),
  attachments: z.array(ticketAttachmentSchema),
  can: z
    .array(z.string())
    .meta({ description: 'Commands, in kebab case, that the one asking may give now.' }),
  log: z.array(logEntrySchema),
  auditVerified: z.boolean().meta({ description: 'Whether the chain of hashes over the log holds.' }),
});

export const publicCommentSchema = z.strictObject({ text: text(5_000) });
