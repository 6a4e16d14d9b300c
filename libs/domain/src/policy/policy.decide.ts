import { type Allowance } from '../calendar/calendar.types';
import { type Category } from '../people/people.types';
import {
  CLOCKS,
  type ClockName,
  type Policy,
  type PolicyStep,
  type Priority,
  type RequestLimits,
  type StepOffset,
} from './policy.types';

/** What is wrong with a policy and where: a JSON pointer (RFC 6901) and a sentence for the administrator. */
export interface PolicyFault {
  readonly pointer: string;
  readonly message: string;
}

const ALLOWANCES = [
  'acceptance',
  'response',
  'resolution',
  'redo',
  'returnWithin',
  'autoClose',
  'reopenWithin',
  'urgeQuiet',
] as const;
const LIMITS = ['extension', 'pause'] as const;
const MOST_REQUESTS = 20;

/**
 * The faults of a policy, none where it may be used: allowances positive (whole in the working units), hops a whole
 * number, limits of requests that contain the head's own, step keys unique, shares from −1 to 1, somebody to tell,
 * notices only where something escalates, and the levels of a clock's steps rising with time.
 */
export function validatePolicy(policy: Policy): readonly PolicyFault[] {
  const faults: PolicyFault[] = [];
  const fault = (pointer: string, message: string): number => faults.push({ pointer, message });

  if (policy.code.trim() === '') fault('/code', '代码不能为空');
  if (policy.name.trim() === '') fault('/name', '名称不能为空');
  for (const name of ALLOWANCES) {
    const message = allowanceFault(policy[name]);
    if (message !== undefined) fault(`/${name}/amount`, message);
  }
  if (!Number.isInteger(policy.maxHops) || policy.maxHops < 0)
    fault('/maxHops', '退单次数上限须为不小于 0 的整数');

  for (const name of LIMITS) faults.push(...limitFaults(policy[name], `/${name}`));

  const keys = new Set<string>();
  policy.steps.forEach((step, index) => {
    const at = `/steps/${index}`;
    if (step.key.trim() === '') fault(`${at}/key`, '步骤标识不能为空');
    else if (keys.has(step.key)) fault(`${at}/key`, `步骤标识“${step.key}”重复`);
    keys.add(step.key);
    if (step.recipients.length === 0) fault(`${at}/recipients`, '至少要有一类接收人');
    if ((step.kind === 'warn') !== (step.level === 0))
      fault(`${at}/level`, '提醒的级别为 0，升级的级别为 1 至 3');
    if (step.notice !== undefined && step.kind === 'warn') fault(`${at}/notice`, '提醒不能附带督办文书');
    const message = offsetFault(step.offset);
    if (message !== undefined) fault(`${at}/offset`, message);
  });
  for (const clock of CLOCKS) faults.push(...orderFaults(policy.steps, clock));
  return faults;
}

/** The code of the policy that holds for a category's tickets of a priority; without one of its own, `normal`'s. */
export function resolvePolicyCode({ policies }: Pick<Category, 'policies'>, priority: Priority): string {
  return policies[priority] ?? policies.normal;
}

/** Two years of each: longer is a slip of the pen, and no calendar reaches that far. */
const MOST: Readonly<Record<Allowance['unit'], number>> = {
  'working-days': 500,
  'working-minutes': 500 * 480,
  'clock-minutes': 2 * 366 * 1440,
};

function allowanceFault({ unit, amount }: Allowance): string | undefined {
  if (!Number.isFinite(amount) || amount <= 0) return '时限须大于 0';
  if (amount > MOST[unit]) return `时限不能超过 ${MOST[unit]}（约两年）`;
  if (unit !== 'clock-minutes' && !Number.isInteger(amount)) return '工作时间的时限须为整数';
  return undefined;
}

function limitFaults({ max, headLimit, totalLimit }: RequestLimits, at: string): readonly PolicyFault[] {
  const faults: PolicyFault[] = [];
  if (!Number.isInteger(max) || max < 0 || max > MOST_REQUESTS)
    faults.push({ pointer: `${at}/max`, message: `次数须为 0 至 ${MOST_REQUESTS} 的整数` });
  for (const [name, limit] of [
    ['headLimit', headLimit],
    ['totalLimit', totalLimit],
  ] as const) {
    const message = allowanceFault(limit);
    if (message !== undefined) faults.push({ pointer: `${at}/${name}/amount`, message });
  }
  if (headLimit.unit === totalLimit.unit && headLimit.amount > totalLimit.amount)
    faults.push({ pointer: `${at}/headLimit/amount`, message: '负责人审批上限不能超过累计上限' });
  return faults;
}

function offsetFault(offset: StepOffset): string | undefined {
  if (offset.kind === 'after') {
    const { unit, amount } = offset.allowance;
    // At the deadline itself.
    return amount === 0 && unit !== 'working-days' ? undefined : allowanceFault(offset.allowance);
  }
  return offset.share >= -1 && offset.share <= 1 ? undefined : '比例须在 -1 与 1 之间';
}

/** Along one clock, in the order written, time must not run back and levels must not fall. */
function orderFaults(steps: readonly PolicyStep[], clock: ClockName): readonly PolicyFault[] {
  const faults: PolicyFault[] = [];
  const own = steps.map((step, index) => ({ step, index })).filter(({ step }) => step.clock === clock);
  own.forEach(({ step, index }, position) => {
    const previous = own[position - 1]?.step;
    if (!previous) return;
    if (runsBack(previous.offset, step.offset)) {
      faults.push({ pointer: `/steps/${index}/offset`, message: `时间早于前一步骤“${previous.key}”` });
    }
    if (step.level < previous.level) {
      faults.push({ pointer: `/steps/${index}/level`, message: `级别低于前一步骤“${previous.key}”` });
    }
  });
  return faults;
}

/** Whether the later of two steps surely falls due first; different units of time are not compared. */
function runsBack(earlier: StepOffset, later: StepOffset): boolean {
  if (earlier.kind === 'share' && later.kind === 'share') return later.share < earlier.share;
  if (earlier.kind === 'after' && later.kind === 'after') {
    return (
      earlier.allowance.unit === later.allowance.unit && later.allowance.amount < earlier.allowance.amount
    );
  }
  return earlier.kind === 'after' && later.kind === 'share' && later.share <= 0;
}
