import { type policySchema, type saveKeywordRulesSchema } from '@app/contracts/http';
import { type KeywordRule, type Policy } from '@app/domain';
import { type z } from 'zod';

export function presentPolicy(policy: Policy): z.input<typeof policySchema> {
  const { steps, ...rest } = policy;
  return { ...rest, steps: steps.map((step) => ({ ...step, recipients: [...step.recipients] })) };
}

export function presentKeywordRule(
  rule: KeywordRule,
): z.input<typeof saveKeywordRulesSchema>['rules'][number] {
  return { ...rule, keywords: [...rule.keywords] };
}
