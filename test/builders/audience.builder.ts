import {
  type Actor,
  decideRecipients,
  type EventFacts,
  type Person,
  type PlannedLetter,
  type Reporter,
  type Ticket,
  type TicketEventType,
} from '@app/domain';

const now = new Date('2026-03-02T09:00+08:00');
const allowance = { unit: 'working-days', amount: 5 } as const;
const clock = { startedAt: now, allowance, dueAt: now, pauses: [], versions: [], stretch: 1 };
export const student: Reporter = {
  identity: 'named',
  anonymous: false,
  userId: 'student',
  email: 'student@example.edu',
};
export const subTask = (id: string, coHandler: string) => ({
  id,
  coHandler: { id: coHandler, name: coHandler },
  department: 'energy',
  text: '停电配合',
  dueAt: now,
  createdAt: now,
  state: 'open' as const,
});
const order = {
  id: 'n1',
  number: '督办〔2026〕1号',
  kind: 'supervision-order',
  text: '限期解决',
  issuedAt: now,
  mustAnswer: true,
} as const;
export const ticket: Ticket = {
  id: 't1',
  number: '2026-000123',
  trackingCode: 'code',
  version: 3,
  status: 'in-progress',
  title: '一食堂二楼窗口排队过长',
  description: '中午排队超过半小时',
  source: { kind: 'online' },
  reporter: student,
  submittedAt: now,
  priority: 'normal',
  policy: { code: 'normal', version: 1 },
  department: 'canteen',
  owner: { id: 'olga', name: '欧' },
  clocks: { acceptance: clock },
  steps: [],
  escalationLevel: 0,
  hops: 0,
  redo: 0,
  reopens: 0,
  urges: [],
  subTasks: [subTask('s1', 'cora'), subTask('s2', 'carl')],
  requests: [],
  notices: [
    { ...order, by: { id: 'lena', name: 'lena' } },
    { ...order, id: 'n2' },
  ],
  followUps: [],
  attachments: [],
  log: [],
};
export const person = (id: string, role: Person['role'], more: Partial<Person> = {}): Person => ({
  id,
  username: id,
  name: id,
  role,
  active: true,
  onDuty: true,
  ...more,
});
export const office = [
  person('hana', 'head', { department: 'canteen' }),
  person('hugo', 'head', { department: 'energy' }),
  person('dora', 'dispatcher'),
  person('dina', 'dispatcher', { active: false }),
  person('dirk', 'director'),
  person('lena', 'leader'),
];
export const worker: Actor = { kind: 'system', name: 'worker' };
export const by = (id: string, role: Person['role'] = 'owner'): Actor => ({
  kind: 'person',
  id,
  name: id,
  role,
});
export const olga = by('olga');
export const hana = by('hana', 'head');
export const dora = by('dora', 'dispatcher');
export const dirk = by('dirk', 'director');
export const lena = by('lena', 'leader');
export const reporter: Actor = { kind: 'reporter' };
export const ownedByHead = { owner: { id: 'hana', name: 'hana' } };
const { owner: _owner, department: _department, ...unplaced } = ticket;
export const waiting: Ticket = unplaced;

export const follower = (id: string, given: Partial<Reporter> = {}): Pick<Ticket, 'id' | 'reporter'> => ({
  id,
  reporter: { identity: 'anonymous', anonymous: true, email: `${id}@example.edu`, ...given },
});
export const followers = [follower('f1'), follower('f2')];

export interface Case {
  readonly actor?: Actor;
  readonly facts?: EventFacts;
  readonly on?: Partial<Ticket>;
  /** The whole ticket, where it lacks something. */
  readonly of?: Ticket;
  readonly office?: readonly Person[];
  readonly followers?: readonly Pick<Ticket, 'id' | 'reporter'>[];
}
export type Row = readonly [rule: string, given: Case, letters: readonly string[]];

/** What an event calls for in the situation given. */
export function letters(type: TicketEventType, given: Case): readonly PlannedLetter[] {
  const { facts = {}, actor = worker, on = {}, of = ticket, office: officeHolders = office } = given;
  const event = { id: 'e1', type, at: now, actor, facts };
  const context = { officeHolders, now, maxHops: 3, followers: given.followers ?? [] };
  return decideRecipients({ ...of, ...on }, event, context);
}

/** Letters as `recipient kind`, with the level where there is one, sorted. */
export function told(type: TicketEventType, given: Case): string[] {
  return letters(type, given)
    .map(({ recipient, kind, level }) => {
      const who = recipient.kind === 'person' ? recipient.personId : (recipient.followerId ?? 'reporter');
      return `${who} ${kind}${level === 0 ? '' : `/${level}`}`;
    })
    .sort();
}

const { email: _, ...noAddress } = student;
export const unreachable: Reporter = noAddress;
export const steps = (
  recipients: readonly string[],
  levels: readonly number[],
  more: EventFacts = {},
): EventFacts => ({
  recipients,
  recipientLevels: levels,
  clock: 'resolution',
  ...more,
});
const asked = { id: 'e0', seq: 1, previousHash: '', hash: '', at: now, actor: dora } as const;
export const opening = { openingId: 'o1' };
export const openingAsked = {
  log: [{ ...asked, type: 'ticket.identity-requested', facts: opening }],
} as const;

/** The events whose audience recipients-placement.spec.ts tells: up to the moment when work is handed in. */
export type PlacementEvent =
  | 'ticket.submitted'
  | 'ticket.queued'
  | 'ticket.declined'
  | 'ticket.withdrawn'
  | 'ticket.merged'
  | 'ticket.unmerged'
  | 'ticket.dispatched'
  | 'ticket.returned'
  | 'ticket.accepted'
  | 'ticket.transferred'
  | 'ticket.reassignment-needed'
  | 'ticket.reassigned'
  | 'ticket.co-handler-added'
  | 'ticket.sub-task-done'
  | 'ticket.sub-task-cancelled'
  | 'ticket.extension-requested'
  | 'ticket.pause-requested'
  | 'ticket.request-withdrawn'
  | 'ticket.extension-approved'
  | 'ticket.pause-approved'
  | 'ticket.request-refused'
  | 'ticket.resumed'
  | 'ticket.deadlines-moved';
