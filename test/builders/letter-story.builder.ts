import {
  type Actor,
  appendToLog,
  decide,
  decideSubmit,
  type DropReason,
  type LetterKind,
  type Person,
  type Policy,
  reasonToDrop,
  type Recipient,
  type Ticket,
  type TicketCommand,
  type TicketEventType,
  type WorkingCalendar,
} from '@app/domain';

const day = [{ from: 510, to: 720 }];
/** Every working day from half past eight to noon. */
export const MORNINGS: WorkingCalendar = {
  weekly: [day, day, day, day, day, [], []],
  seasons: [],
  vacations: [],
  overrides: [],
  officialYears: [2026],
};
const minutes = (amount: number) => ({ unit: 'clock-minutes', amount }) as const;
const limits = { max: 9, headLimit: minutes(600), totalLimit: minutes(6_000) };
/** Acceptance, response and resolution due after one, two and four hours; a step at each. */
const policy: Policy = {
  code: 'normal',
  name: '一般',
  version: 1,
  acceptance: minutes(60),
  response: minutes(120),
  resolution: minutes(240),
  redo: minutes(60),
  returnWithin: minutes(600),
  maxHops: 3,
  autoClose: minutes(60),
  extension: limits,
  pause: limits,
  reopenWithin: minutes(600),
  urgeQuiet: minutes(1),
  steps: (['acceptance', 'response', 'resolution'] as const).map((clock) => ({
    key: 'due',
    clock,
    offset: { kind: 'share', share: 0 },
    kind: 'escalate',
    level: 1,
    recipients: ['owner'],
  })),
  messagesAnyTime: false,
};

/** Monday morning. */
export const STORY_START = new Date('2026-03-02T09:00+08:00').getTime();
export const minute = (after: number): Date => new Date(STORY_START + after * 60_000);

const staff = (id: string, role: Person['role']): Actor => ({
  kind: 'person',
  id,
  name: id,
  role,
  ...(role === 'owner' || role === 'head' ? { department: 'canteen' } : {}),
  ...(role === 'head' ? { headOf: ['canteen'] } : {}),
});
export const system: Actor = { kind: 'system', name: 'worker' };
export const timer: Actor = { kind: 'system', name: 'timer' };
export const dispatcher = staff('dora', 'dispatcher');
export const head = staff('hana', 'head');
export const director = staff('dirk', 'director');
export const leader = staff('lena', 'leader');
export const verifier = staff('vera', 'verifier');
export const reporter: Actor = { kind: 'reporter' };
export const of = (id: string): Actor => staff(id, 'owner');
export const worker = (id: string): Person => ({
  id,
  username: id,
  name: id,
  role: 'owner',
  department: 'canteen',
  active: true,
  onDuty: true,
});
export const to = (personId: string): Recipient => ({ kind: 'person', personId });

/** Minutes after the submission, who, and what; a command that names something of the ticket is a function of it. */
export type Scene = readonly [
  minute: number,
  actor: Actor,
  command: TicketCommand | ((ticket: Ticket) => TicketCommand),
];
export type Story = readonly Scene[];

/** The ticket after a story, its log whole. Throws where a command is refused. */
export function after(story: Story): Ticket {
  let ids = 0;
  const context = { calendar: MORNINGS, policy, newId: () => `e${++ids}`, noticeNumber: '督办〔2026〕1号' };
  const submitted = decideSubmit(
    {
      title: '排队',
      description: '排队',
      source: { kind: 'online' },
      reporter: { identity: 'named', email: 'a@b.cn' },
    },
    { ...context, now: minute(0), actor: reporter, ticketId: 't', number: '2026-000001', trackingCode: 'c' },
  );
  let ticket: Ticket = { ...submitted.next, log: appendToLog([], submitted.events, () => '') };
  for (const [at, actor, given] of story) {
    const command = typeof given === 'function' ? given(ticket) : given;
    const decision = decide(ticket, command, { ...context, now: minute(at), actor });
    if (!decision.ok) throw new Error(`${command.name}: ${decision.error.code}`);
    ticket = { ...decision.next, log: appendToLog(ticket.log, decision.events, () => '') };
  }
  return ticket;
}

export const dispatch = (id: string): TicketCommand => ({
  name: 'dispatch',
  owner: worker(id),
  department: 'canteen',
  category: 'food',
  priority: 'normal',
  basis: 'test',
});
export const transfer = (at: number, id = 'omar'): Scene => [
  at,
  head,
  { name: 'transfer', owner: worker(id) },
];
export const fire = (at: number): Scene => [at, timer, { name: 'fireSteps' }];
export const handIn = (at: number, id = 'olga'): Scene => [
  at,
  of(id),
  { name: 'submitResult', text: '好了' },
];
export const unsolved = {
  name: 'rate',
  solved: false,
  contacted: true,
  satisfaction: 1,
  comment: '还是坏的',
} as const;

export const assigned: Story = [[1, system, dispatch('olga')]];
export const working: Story = [...assigned, [2, of('olga'), { name: 'accept' }]];
export const reviewed: Story = [...working, handIn(3)];
export const resolved: Story = [...reviewed, [4, head, { name: 'approveResult' }]];

/** Why a letter about the first event of a type goes no more, a minute after the story; undefined where it goes. */
export function becomesOf(
  story: Story,
  about: TicketEventType,
  kind: LetterKind,
  recipient: Recipient = { kind: 'reporter' },
): DropReason | undefined {
  const ticket = after(story);
  const eventId = ticket.log.find(({ type }) => type === about)?.id ?? '';
  return reasonToDrop(ticket, { kind, eventId, recipient }, minute(1 + (story.at(-1)?.[0] ?? 0)));
}

/** What becomes of a letter about the first event of a type, to the reporter unless a person is named. */
export type Row = readonly [
  rule: string,
  story: Story,
  about: TicketEventType,
  reason: DropReason | undefined,
  recipient?: Recipient,
];
/** The kinds that sending-life.spec.ts tells of: what comes beside the way from the report to the rating. */
export type SettledKind = Extract<
  LetterKind,
  | 'reporter-merged'
  | 'reporter-unmerged'
  | 'reporter-extended'
  | 'reporter-paused'
  | 'reporter-resumed'
  | 'reporter-deadline-moved'
  | 'reporter-result'
  | 'reporter-confirmed'
  | 'reporter-decided'
  | 'reporter-reopened'
  | 'reporter-identity-opened'
  | 'owner-reopened'
  | 'owner-resumed'
  | 'owner-deadline-moved'
  | 'owner-attached'
  | 'owner-urged'
  | 'owner-closed'
  | 'sub-task-assigned'
  | 'sub-task-due'
  | 'sub-task-done'
  | 'sub-task-cancelled'
  | 'request-pending'
  | 'request-approved'
  | 'request-refused'
  | 'dispatcher-orphaned'
  | 'reassignment-needed'
  | 'notice-issued'
  | 'notice-answered'
  | 'supervision-raised'
  | 'closing-proposed'
  | 'closing-rejected'
  | 'identity-requested'
  | 'identity-opened'
  | 'identity-refused'
>;
