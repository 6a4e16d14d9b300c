import type { Policy, PolicyStep, SavePolicy } from '../../api/contract.types';

type Allowance = Policy['response'];

/** A step as its form holds it: both kinds of offset side by side, of which `when` chooses one; shares in percent. */
export interface StepFieldValues extends Omit<PolicyStep, 'offset'> {
  readonly when: PolicyStep['offset']['kind'];
  readonly percent: number;
  readonly after: Allowance;
}

export interface PolicyFields extends Omit<SavePolicy, 'steps' | 'version'> {
  readonly steps: readonly StepFieldValues[];
}

export const UNITS = ['working-days', 'working-minutes', 'clock-minutes'] as const;
const NO_TIME: Allowance = { unit: 'working-minutes', amount: 0 };

export function newStep(taken: readonly string[]): StepFieldValues {
  let ordinal = taken.length + 1;
  while (taken.includes(`step-${ordinal}`)) ordinal += 1;
  return {
    key: `step-${ordinal}`,
    clock: 'resolution',
    kind: 'escalate',
    level: 1,
    recipients: ['owner', 'head'],
    when: 'after',
    percent: -25,
    after: NO_TIME,
  };
}

export function formOf({ code: _code, version: _version, steps, ...rest }: Policy): PolicyFields {
  return {
    ...rest,
    steps: steps.map(({ offset, ...step }) => ({
      ...step,
      when: offset.kind,
      percent: offset.kind === 'share' ? Math.round(offset.share * 100) : -25,
      after: offset.kind === 'after' ? offset.allowance : NO_TIME,
    })),
  };
}

export function policyOf({ steps, ...rest }: PolicyFields, version: number): SavePolicy {
  return {
    version,
    ...rest,
    name: rest.name.trim(),
    steps: steps.map(({ when, percent, after, key, notice, ...step }) => ({
      ...step,
      key: key.trim(),
      ...(notice === undefined || step.kind === 'warn' ? {} : { notice }),
      offset:
        when === 'share' ? { kind: 'share', share: percent / 100 } : { kind: 'after', allowance: after },
    })),
  };
}
