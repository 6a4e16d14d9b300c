import {
  type Department,
  type Person,
  type Policy,
  type WorkingCalendar,
  type WorkingInterval,
} from '@app/domain';

const officeHours: readonly WorkingInterval[] = [
  { from: 9 * 60, to: 12 * 60 },
  { from: 13 * 60, to: 17 * 60 },
];

/** Monday to Friday, 9–12 and 13–17, no holidays: every expected instant can be told in one's head. */
export const CALENDAR: WorkingCalendar = {
  weekly: [officeHours, officeHours, officeHours, officeHours, officeHours, [], []],
  seasons: [],
  vacations: [],
  overrides: [],
  officialYears: [2024, 2025, 2026, 2027],
};

export const ENERGY: Department = { code: 'energy', name: '能源服务中心', aliases: ['能源中心'] };

/** One day to accept, half a day to respond, three days to resolve; a warning and three levels of escalation. */
export function aPolicy(overrides: Partial<Policy> = {}): Policy {
  return {
    code: 'normal',
    name: '一般事项',
    version: 1,
    acceptance: { unit: 'working-days', amount: 1 },
    response: { unit: 'working-minutes', amount: 240 },
    resolution: { unit: 'working-days', amount: 3 },
    redo: { unit: 'working-days', amount: 1 },
    returnWithin: { unit: 'working-days', amount: 1 },
    maxHops: 3,
    autoClose: { unit: 'working-days', amount: 5 },
    extension: {
      max: 2,
      headLimit: { unit: 'working-days', amount: 5 },
      totalLimit: { unit: 'working-days', amount: 15 },
    },
    pause: {
      max: 2,
      headLimit: { unit: 'working-days', amount: 10 },
      totalLimit: { unit: 'working-days', amount: 30 },
    },
    reopenWithin: { unit: 'working-days', amount: 7 },
    urgeQuiet: { unit: 'working-days', amount: 1 },
    messagesAnyTime: false,
    steps: [
      {
        key: 'due-soon',
        clock: 'resolution',
        offset: { kind: 'share', share: -0.25 },
        kind: 'warn',
        level: 0,
        recipients: ['owner'],
      },
      {
        key: 'due',
        clock: 'resolution',
        offset: { kind: 'share', share: 0 },
        kind: 'escalate',
        level: 1,
        recipients: ['owner', 'head'],
      },
      {
        key: 'director',
        clock: 'resolution',
        offset: { kind: 'after', allowance: { unit: 'working-minutes', amount: 240 } },
        kind: 'escalate',
        level: 2,
        recipients: ['head', 'director'],
      },
      {
        key: 'leader',
        clock: 'resolution',
        offset: { kind: 'after', allowance: { unit: 'working-days', amount: 3 } },
        kind: 'escalate',
        level: 3,
        recipients: ['director', 'leader'],
      },
    ],
    ...overrides,
  };
}

/** An active owner in the energy department; the id and the user name follow from the role unless given. */
export function aPerson(overrides: Partial<Person> = {}): Person {
  const role = overrides.role ?? 'owner';
  const inDepartment = role === 'owner' || role === 'head';
  return {
    id: `person-${role}`,
    username: overrides.id ?? `person-${role}`,
    name: '王强',
    role,
    ...(inDepartment ? { department: ENERGY.code } : {}),
    email: `${overrides.id ?? role}@duban.example`,
    active: true,
    onDuty: true,
    ...overrides,
  };
}
