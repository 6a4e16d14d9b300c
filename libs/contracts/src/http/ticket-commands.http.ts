import { z } from 'zod';
import { attachmentIds } from './attachments.http';
import { deadline } from './shared.http';
import { rateSchema, text } from './tickets.http';

const reason = text(1_000);
const nothing = z.strictObject({});
const id = text(50);
const request = {
  requestId: id.exactOptional().meta({ description: 'Decide about this request and no later one.' }),
};
const replyBy = deadline
  .exactOptional()
  .meta({ description: 'By when it has to be answered; three working days where absent.' });

/** The body of each command at POST /tickets/{number}/{command}, by its kebab-case name. */
export const TICKET_COMMAND_SCHEMAS = {
  withdraw: z.strictObject({ reason: reason.exactOptional() }),
  decline: z.strictObject({ reason }),
  merge: z.strictObject({
    into: text(20).meta({ description: 'Number of the open ticket that is followed from now on.' }),
    reason: reason.exactOptional(),
  }),
  unmerge: z.strictObject({ reason }),
  dispatch: z.strictObject({
    department: text(50).meta({ description: 'Department code or name.' }),
    category: text(50).optional().meta({ description: 'Category code or name.' }),
    owner: text(50)
      .optional()
      .meta({ description: "User name or id; where absent the department's least loaded." }),
    priority: z.enum(['normal', 'urgent', 'danger']).optional(),
  }),
  return: z.strictObject({ reason, suggestedDepartment: text(50).optional() }),
  accept: nothing,
  transfer: z.strictObject({ owner: text(50), reason: reason.exactOptional() }),
  reassign: z.strictObject({
    owner: text(50).meta({ description: 'User name or id of whoever takes it on.' }),
    department: text(50).optional().meta({ description: 'Where the work goes to another department.' }),
    subTaskId: id
      .exactOptional()
      .meta({ description: 'The sub-task that changes hands instead of the ticket.' }),
    reason: reason.exactOptional(),
  }),
  'add-co-handler': z.strictObject({
    coHandler: text(50).meta({ description: 'User name or id.' }),
    department: text(50)
      .optional()
      .meta({ description: "The co-handling unit; the co-handler's main department where absent." }),
    text: text(2_000).meta({ description: 'What has to be done.' }),
    dueAt: deadline,
  }),
  'complete-sub-task': z.strictObject({ subTaskId: id, text: text(2_000) }),
  'cancel-sub-task': z.strictObject({ subTaskId: id, reason }),
  'request-extension': z.strictObject({
    until: deadline.meta({ description: 'The new deadline; a date alone means the whole of that day.' }),
    reason,
  }),
  'request-pause': z.strictObject({
    until: deadline.meta({
      description: 'When the clock goes on by itself; a date alone means after the whole of that day.',
    }),
    reason,
  }),
  'withdraw-request': nothing,
  approve: z.strictObject({ ...request, reason: reason.exactOptional() }),
  refuse: z.strictObject({ ...request, reason }),
  resume: z.strictObject({ reason: reason.exactOptional() }),
  'submit-result': z.strictObject({ text: text(5_000), attachments: attachmentIds.exactOptional() }),
  attach: z.strictObject({
    attachments: attachmentIds,
    visibility: z.enum(['public', 'internal']).default('internal').meta({
      description: 'What a reporter attaches is public whatever is said here.',
    }),
  }),
  'return-result': z.strictObject({ reason }),
  'approve-result': nothing,
  comment: z.strictObject({
    text: text(5_000),
    visibility: z.enum(['public', 'internal']).default('internal'),
  }),
  rate: rateSchema,
  'follow-up': z.strictObject({
    reached: z.boolean(),
    solved: z.boolean().exactOptional().meta({ description: 'Needed where the reporter was reached.' }),
    contacted: z
      .boolean()
      .exactOptional()
      .meta({ description: 'Whether the owner had been in touch; needed where the reporter was reached.' }),
    satisfaction: z.int().min(1).max(5).exactOptional(),
    note: text(2_000).exactOptional().meta({ description: 'Needed where the problem is not solved.' }),
  }),
  'close-by-decision': z.strictObject({
    closure: z.enum(['adjudicated', 'transferred-out', 'deferred']),
    text: text(5_000).meta({ description: 'What the reporter is told.' }),
  }),
  'confirm-closing': nothing,
  'reject-closing': z.strictObject({ reason }),
  reopen: z.strictObject({ reason }),
  urge: z.strictObject({ text: text(500).exactOptional() }),
  supervise: z.strictObject({ text: text(2_000), replyBy }),
  instruct: z.strictObject({ text: text(2_000), replyBy }),
  'acknowledge-notice': z.strictObject({ noticeId: id }),
  'answer-notice': z.strictObject({ noticeId: id, text: text(2_000) }),
} as const;
