import { type Allowance, type Policy, type PolicyStep, type RequestLimits } from '@app/domain';

const workingHours = (hours: number): Allowance => ({ unit: 'working-minutes', amount: hours * 60 });
const workingDays = (amount: number): Allowance => ({ unit: 'working-days', amount });
const minutes = (amount: number): Allowance => ({ unit: 'clock-minutes', amount });
const hours = (amount: number): Allowance => minutes(amount * 60);

const share = (part: number): PolicyStep['offset'] => ({ kind: 'share', share: part });
const after = (allowance: Allowance): PolicyStep['offset'] => ({ kind: 'after', allowance });

const limits = (max: number, headLimit: Allowance, totalLimit: Allowance): RequestLimits => ({
  max,
  headLimit,
  totalLimit,
});

/** The ladder of domain.md, "Steps: reminders and escalation". */
function ladder(
  acceptanceToDirector: Allowance,
  toDirector: Allowance,
  toLeader: Allowance,
): readonly PolicyStep[] {
  return [
    {
      key: 'acceptance-due',
      clock: 'acceptance',
      offset: share(0),
      kind: 'warn',
      level: 0,
      recipients: ['dispatcher'],
    },
    {
      key: 'acceptance-director',
      clock: 'acceptance',
      offset: after(acceptanceToDirector),
      kind: 'escalate',
      level: 2,
      recipients: ['dispatcher', 'director'],
    },
    {
      key: 'response-soon',
      clock: 'response',
      offset: share(-0.25),
      kind: 'warn',
      level: 0,
      recipients: ['owner'],
    },
    {
      key: 'response-due',
      clock: 'response',
      offset: share(0),
      kind: 'escalate',
      level: 1,
      recipients: ['owner', 'head'],
    },
    {
      key: 'resolution-soon',
      clock: 'resolution',
      offset: share(-0.25),
      kind: 'warn',
      level: 0,
      recipients: ['owner'],
    },
    {
      key: 'resolution-due',
      clock: 'resolution',
      offset: share(0),
      kind: 'escalate',
      level: 1,
      recipients: ['owner', 'head'],
    },
    {
      key: 'resolution-director',
      clock: 'resolution',
      offset: after(toDirector),
      kind: 'escalate',
      level: 2,
      recipients: ['director'],
      notice: 'urge-notice',
    },
    {
      key: 'resolution-leader',
      clock: 'resolution',
      offset: after(toLeader),
      kind: 'escalate',
      level: 3,
      recipients: ['leader'],
      notice: 'supervision-order',
    },
  ];
}

/** Danger skips ahead: the director hears before the deadline, the university leader at it. */
const DANGER_STEPS: readonly PolicyStep[] = [
  {
    key: 'acceptance-soon',
    clock: 'acceptance',
    offset: share(-0.5),
    kind: 'warn',
    level: 0,
    recipients: ['dispatcher'],
  },
  {
    key: 'acceptance-due',
    clock: 'acceptance',
    offset: share(0),
    kind: 'escalate',
    level: 2,
    recipients: ['dispatcher', 'director'],
  },
  {
    key: 'response-soon',
    clock: 'response',
    offset: share(-0.5),
    kind: 'escalate',
    level: 1,
    recipients: ['owner', 'head'],
  },
  {
    key: 'response-due',
    clock: 'response',
    offset: share(0),
    kind: 'escalate',
    level: 2,
    recipients: ['owner', 'head', 'director'],
  },
  {
    key: 'resolution-soon',
    clock: 'resolution',
    offset: share(-0.25),
    kind: 'escalate',
    level: 2,
    recipients: ['owner', 'head', 'director'],
  },
  {
    key: 'resolution-due',
    clock: 'resolution',
    offset: share(0),
    kind: 'escalate',
    level: 3,
    recipients: ['owner', 'head', 'director', 'leader'],
    notice: 'supervision-order',
  },
];

/** Time limits and steps at the start; an administrator may change all of it. */
export const POLICIES: readonly Policy[] = [
  {
    code: 'standard',
    name: '一般事项',
    version: 1,
    acceptance: workingHours(2),
    response: workingDays(1),
    resolution: workingDays(5),
    redo: workingDays(2),
    returnWithin: workingDays(1),
    maxHops: 3,
    autoClose: workingDays(7),
    extension: limits(2, workingDays(5), workingDays(15)),
    pause: limits(2, workingDays(10), workingDays(30)),
    reopenWithin: workingDays(7),
    urgeQuiet: workingDays(1),
    steps: ladder(workingHours(2), workingHours(4), workingDays(3)),
    messagesAnyTime: false,
  },
  {
    code: 'urgent',
    name: '紧急事项',
    version: 1,
    acceptance: workingHours(1),
    response: workingHours(2),
    resolution: workingDays(2),
    redo: workingDays(1),
    returnWithin: workingHours(2),
    maxHops: 3,
    autoClose: workingDays(7),
    extension: limits(2, workingDays(2), workingDays(5)),
    pause: limits(2, workingDays(3), workingDays(10)),
    reopenWithin: workingDays(7),
    urgeQuiet: workingHours(4),
    steps: ladder(workingHours(1), workingHours(2), workingDays(1)),
    messagesAnyTime: false,
  },
  {
    code: 'danger',
    name: '危险与食品安全',
    version: 1,
    acceptance: minutes(15),
    response: minutes(30),
    resolution: hours(24),
    redo: hours(12),
    returnWithin: minutes(30),
    maxHops: 3,
    autoClose: workingDays(7),
    extension: limits(1, hours(12), hours(24)),
    pause: limits(1, hours(24), hours(72)),
    reopenWithin: workingDays(7),
    urgeQuiet: minutes(30),
    steps: DANGER_STEPS,
    messagesAnyTime: true,
  },
];
