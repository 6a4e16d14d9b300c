import { ANONYMOUS, type Answer, type IntakeUnderTest } from './intake.harness';

/** A state of the life of a ticket, or a situation within one. */
export type Stage =
  | 'submitted'
  | 'dispatched'
  | 'in-progress'
  | 'in-review'
  | 'resolved'
  | 'closed'
  | 'merged'
  | 'shared'
  | 'requested'
  | 'paused'
  | 'supervised'
  | 'closing-proposed';

export interface Reported {
  readonly number: string;
  readonly trackingCode: string;
}

/** Contact data that no list and no tracking answer may ever hold. */
export const CONTACT = { name: '联系人甲', phone: '13912345678', email: 'reporter-a@example.org' };

interface Step {
  readonly by: string;
  readonly command: string;
  readonly body: object;
}
const step = (by: string, command: string, body: object = {}): Step => ({ by, command, body });

const later = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();

/** How a ticket comes from one stage to the next. */
const FROM: Record<Exclude<Stage, 'submitted'>, readonly [from: Stage, ...steps: Step[]]> = {
  dispatched: [
    'submitted',
    step('dispatcher1', 'dispatch', { department: 'catering', owner: 'canteen.owner1' }),
  ],
  'in-progress': ['dispatched', step('canteen.owner1', 'accept')],
  'in-review': ['in-progress', step('canteen.owner1', 'submit-result', { text: '已更换蒸饭柜' })],
  resolved: ['in-review', step('canteen.head', 'approve-result')],
  closed: ['resolved', step('student1', 'rate', { solved: true, contacted: true, satisfaction: 5 })],
  merged: ['submitted'],
  shared: [
    'in-progress',
    step('canteen.owner1', 'add-co-handler', {
      coHandler: 'energy.owner1',
      text: '检查水管',
      dueAt: later(1),
    }),
  ],
  requested: [
    'in-progress',
    step('canteen.owner1', 'request-pause', { until: later(5 * 24), reason: '等待配件到货' }),
  ],
  paused: ['requested', step('canteen.head', 'approve')],
  supervised: ['in-progress', step('director', 'supervise', { text: '请三日内解决' })],
  'closing-proposed': [
    'in-progress',
    step('director', 'close-by-decision', { closure: 'deferred', text: '列入暑期维修计划' }),
  ],
};

/** Gives a command on a ticket; throws where it is refused. */
export async function command(
  intake: IntakeUnderTest,
  number: string,
  by: string,
  name: string,
  body: object = {},
): Promise<Answer> {
  const answer = await intake.call(await intake.as(by), 'POST', `/api/v1/tickets/${number}/${name}`, body);
  if (answer.status !== 200) throw new Error(`${name}: ${answer.status} ${answer.text}`);
  return answer;
}

/** A ticket of student1 that has come as far as `stage`, in the canteen department with canteen.owner1. */
export async function aTicketAt(intake: IntakeUnderTest, stage: Stage): Promise<Reported> {
  if (stage === 'submitted') {
    const student = await intake.as('student1');
    const body = { title: '二食堂米饭夹生', description: '今天中午的米饭是夹生的', contact: CONTACT };
    const submitted = await intake.call(student, 'POST', '/api/v1/tickets', body);
    return submitted.body as unknown as Reported;
  }
  const [from, ...steps] = FROM[stage];
  const ticket = await aTicketAt(intake, from);
  for (const { by, command: name, body } of steps) await command(intake, ticket.number, by, name, body);
  if (stage === 'merged') {
    const { number: into } = await aTicketAt(intake, 'dispatched');
    await command(intake, ticket.number, 'dispatcher1', 'merge', { into });
  }
  return ticket;
}

/** The tracked ticket, as somebody who has nothing but the code. */
export function track(intake: IntakeUnderTest, code: string): Promise<Answer> {
  return intake.call(ANONYMOUS, 'GET', `/api/v1/tracking/${code}`);
}
