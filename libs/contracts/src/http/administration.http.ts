import { z } from 'zod';
import { questionSchema, versionSchema } from './administration-office.http';
import { isoInstant, page, pageQuery } from './shared.http';
import { text } from './tickets.http';

export const departmentSchema = z.object({ code: z.string(), name: z.string() });
export const categorySchema = z.object({
  code: z.string(),
  name: z.string(),
  department: z.string(),
  parent: z.string().optional(),
  questions: z
    .array(questionSchema)
    .optional()
    .meta({ description: 'Asked with a report of this category.' }),
});
/** What the report form needs; public. */
export const referenceDataSchema = z.object({
  departments: z.array(departmentSchema),
  categories: z.array(categorySchema),
});

export const ownerOptionSchema = z.object({
  username: z.string(),
  name: z.string(),
  department: z.string().optional(),
  departmentCode: z.string().optional(),
  active: z.boolean(),
  onDuty: z.boolean(),
  away: z.boolean(),
  openTickets: z.int(),
});

export const ownerQuerySchema = z.object({
  department: z.string().trim().min(1).max(50).optional().meta({ description: 'Department code or name.' }),
});
export const ownerListSchema = z.object({ items: z.array(ownerOptionSchema) });

const allowance = z.strictObject({
  unit: z.enum(['working-days', 'working-minutes', 'clock-minutes']),
  amount: z.number().positive().max(100_000),
});

export const policyStepSchema = z.strictObject({
  key: text(40),
  clock: z.enum(['acceptance', 'response', 'resolution']),
  offset: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('share'), share: z.number().min(-1).max(1) }),
    z.strictObject({
      kind: z.literal('after'),
      allowance: allowance.extend({ amount: z.number().min(0).max(100_000) }),
    }),
  ]),
  kind: z.enum(['warn', 'escalate']),
  level: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  recipients: z.array(z.enum(['owner', 'head', 'dispatcher', 'director', 'leader'])).min(1),
  notice: z
    .exactOptional(z.enum(['urge-notice', 'supervision-order']))
    .meta({ description: 'The numbered notice issued with the step.' }),
});

const requestLimits = z.strictObject({
  max: z.int().min(0).max(20).meta({ description: 'How many may be granted for one ticket.' }),
  headLimit: allowance.meta({ description: 'Up to this much the head decides about the first one.' }),
  totalLimit: allowance.meta({ description: 'All granted ones together.' }),
});

const policy = {
  name: text(50),
  acceptance: allowance,
  response: allowance,
  resolution: allowance,
  redo: allowance,
  returnWithin: allowance,
  maxHops: z.int().min(1).max(20),
  autoClose: allowance,
  extension: requestLimits,
  pause: requestLimits,
  reopenWithin: allowance,
  urgeQuiet: allowance,
  steps: z.array(policyStepSchema).max(50),
  messagesAnyTime: z.boolean(),
};
/** A whole policy; saving makes a new version, which tickets take from their next dispatch on. */
export const savePolicySchema = z.strictObject({ ...policy, active: z.boolean(), version: versionSchema });
export const newPolicySchema = z.strictObject({ code: text(40), ...policy });
export const policySchema = z.object({ code: z.string(), version: z.int(), ...policy, active: z.boolean() });
export const policyListSchema = z.object({ items: z.array(policySchema) });

const keywordRule = {
  keywords: z.array(text(50)).min(1).max(100),
  category: text(50),
  department: z.exactOptional(text(50)),
  priority: z.exactOptional(z.enum(['normal', 'urgent', 'danger'])),
  weight: z.number().min(0).max(1000),
  enabled: z.boolean(),
};
const keywordRules = z.array(z.strictObject({ id: text(60), ...keywordRule })).max(2000);

/** All rules at once. The list has one version, which every change of any of them raises. */
export const saveKeywordRulesSchema = z.strictObject({ rules: keywordRules, version: versionSchema });
export const keywordRulesSchema = z.object({ rules: keywordRules, version: z.int() });
export const newKeywordRuleSchema = z.strictObject({ id: text(60), ...keywordRule, version: versionSchema });
export const saveKeywordRuleSchema = z.strictObject({ ...keywordRule, version: versionSchema });

export const tryKeywordRulesSchema = z.strictObject({
  title: text(200),
  description: text(20_000),
  location: z.exactOptional(text(200)),
  rules: z
    .exactOptional(keywordRules)
    .meta({ description: 'Rules to try before they are saved; without them those in force.' }),
});
export const triedPlacementSchema = z.object({
  placed: z.boolean(),
  department: z.string().optional().meta({ description: 'Code of the department.' }),
  category: z.string().optional(),
  priority: z.string().optional(),
  basis: z.string().optional(),
  ruleId: z.string().optional(),
  keyword: z.string().optional().meta({ description: 'The word of the rule that was found.' }),
  reason: z.string().optional().meta({ description: 'Why it cannot be placed.' }),
  detail: z.string().optional(),
});

export const notificationSchema = z.object({
  id: z.string(),
  ticketNumber: z.string(),
  kind: z.string(),
  channel: z.string(),
  recipient: z.string().meta({ description: "The person's name, or 'reporter'; never an address." }),
  status: z.enum(['pending', 'sent', 'failed', 'dropped']),
  attempts: z.int(),
  lastError: z.string().optional(),
  createdAt: isoInstant,
  sentAt: isoInstant.optional(),
});
export const notificationPageSchema = page(notificationSchema);
export const listNotificationsSchema = pageQuery.extend({
  status: z.enum(['pending', 'sent', 'failed', 'dropped']).optional(),
  ticket: z.string().max(50).optional(),
});
