import { type keywordRulesSchema, type policySchema } from '@app/contracts/http';
import { type KeywordRule, type Policy, type Versioned } from '@app/domain';
import { type z } from 'zod';

export function presentPolicy(policy: Policy): z.input<typeof policySchema> {
  const { steps, active = true, ...rest } = policy;
  return { ...rest, active, steps: steps.map((step) => ({ ...step, recipients: [...step.recipients] })) };
}

export function presentKeywordRules({
  item,
  version,
}: Versioned<readonly KeywordRule[]>): z.input<typeof keywordRulesSchema> {
  return { rules: item.map((rule) => ({ ...rule, keywords: [...rule.keywords] })), version };
}
