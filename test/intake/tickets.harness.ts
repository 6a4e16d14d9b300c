import { ANONYMOUS, type Answer, type IntakeUnderTest } from './intake.harness';

export type Stage = 'submitted' | 'dispatched' | 'in-progress' | 'in-review' | 'resolved';

export interface Reported {
  readonly number: string;
  readonly trackingCode: string;
}

/** Contact data that no list and no tracking answer may ever hold. */
export const CONTACT = { name: '联系人甲', phone: '13912345678', email: 'reporter-a@example.org' };

const STEPS: readonly (readonly [Stage, string, string, object])[] = [
  ['dispatched', 'dispatcher1', 'dispatch', { department: 'catering', owner: 'canteen.owner1' }],
  ['in-progress', 'canteen.owner1', 'accept', {}],
  ['in-review', 'canteen.owner1', 'submit-result', { text: '已更换蒸饭柜' }],
  ['resolved', 'canteen.head', 'approve-result', {}],
];

/** A ticket of student1 that has come as far as `stage`, in the canteen department with canteen.owner1. */
export async function aTicketAt(intake: IntakeUnderTest, stage: Stage): Promise<Reported> {
  const student = await intake.as('student1');
  const body = { title: '二食堂米饭夹生', description: '今天中午的米饭是夹生的', contact: CONTACT };
  const submitted = await intake.call(student, 'POST', '/api/v1/tickets', body);
  const ticket = submitted.body as unknown as Reported;
  if (stage === 'submitted') return ticket;
  for (const [reached, username, command, given] of STEPS) {
    const path = `/api/v1/tickets/${ticket.number}/${command}`;
    const answer = await intake.call(await intake.as(username), 'POST', path, given);
    if (answer.status !== 200) throw new Error(`${command}: ${answer.status} ${answer.text}`);
    if (reached === stage) break;
  }
  return ticket;
}

/** The tracked ticket, as somebody who has nothing but the code. */
export function track(intake: IntakeUnderTest, code: string): Promise<Answer> {
  return intake.call(ANONYMOUS, 'GET', `/api/v1/tracking/${code}`);
}
