import { type Role } from '@app/domain';
import { type Stage } from './tickets.harness';

/** What a director sees of the ticket when the command is given, for bodies that name parts of it. */
type Seen = Readonly<Record<string, unknown>>;

export interface CommandRow {
  readonly command: string;
  readonly stage: Stage;
  readonly body: object | ((seen: Seen) => object);
  readonly may: readonly Role[];
  /** Whom the ticket's stage hides it from. */
  readonly unseenBy?: readonly Role[];
  /** What those get who may, where it is not 200; `codes` where it differs. */
  readonly code?: string;
  readonly codes?: Readonly<Partial<Record<Role, string>>>;
  /** What the co-handler gets, an owner of another department; absent where there is none. */
  readonly coHandler?: string;
}

const UNOWNED: readonly Role[] = ['owner', 'head'];
const LEADERSHIP: readonly Role[] = ['director', 'leader'];
const DAY_MS = 86_400_000;

const firstOf = (seen: Seen, list: string): string => (seen[list] as { id: string }[])[0]?.id ?? '';
const subTask = (seen: Seen) => ({ subTaskId: firstOf(seen, 'subTasks') });
const notice = (seen: Seen) => ({ noticeId: firstOf(seen, 'notices') });
const afterDue = ({ resolveDueAt }: Seen) => ({
  until: new Date(new Date(String(resolveDueAt)).getTime() + 4 * DAY_MS).toISOString(),
  reason: '等待配件到货',
});
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();

const row = (
  command: string,
  stage: Stage,
  body: CommandRow['body'],
  may: readonly Role[],
  more: Partial<CommandRow> = {},
): [string, CommandRow] => [
  `POST /api/v1/tickets/:number/${command}`,
  { command, stage, body, may, ...more },
];

/** Every command: who may give it on a ticket of their own department, and of student1's. */
export const COMMANDS: Record<string, CommandRow> = Object.fromEntries([
  row('withdraw', 'submitted', {}, ['reporter'], { unseenBy: UNOWNED }),
  row('decline', 'submitted', { reason: '不属于后勤' }, ['dispatcher'], { unseenBy: UNOWNED }),
  row('merge', 'submitted', { into: '2000-000001' }, ['dispatcher'], {
    unseenBy: UNOWNED,
    code: 'TICKET.MERGE_TARGET',
  }),
  row('unmerge', 'merged', { reason: '并非同一问题' }, ['dispatcher'], { unseenBy: UNOWNED }),
  row('dispatch', 'submitted', { department: '饮食服务中心' }, ['dispatcher', ...LEADERSHIP], {
    unseenBy: UNOWNED,
  }),
  row('accept', 'dispatched', {}, ['owner']),
  row('return', 'dispatched', { reason: '应归能源', suggestedDepartment: 'energy' }, ['owner', 'head']),
  row('transfer', 'dispatched', { owner: 'canteen.owner2' }, ['head']),
  row('reassign', 'in-progress', { owner: 'canteen.owner2' }, ['head', 'dispatcher', ...LEADERSHIP], {
    code: 'TICKET.NO_REASSIGNMENT',
  }),
  row(
    'add-co-handler',
    'in-progress',
    () => ({
      coHandler: 'energy.owner1',
      text: '检查水管',
      dueAt: new Date(Date.now() + 3_600_000).toISOString(),
    }),
    ['owner', 'head'],
  ),
  row('complete-sub-task', 'shared', (seen) => ({ ...subTask(seen), text: '已检查' }), [], {
    coHandler: 'done',
  }),
  row('cancel-sub-task', 'shared', (seen) => ({ ...subTask(seen), reason: '不需要了' }), ['owner', 'head'], {
    coHandler: 'TICKET.NOT_ALLOWED',
  }),
  row('request-extension', 'in-progress', afterDue, ['owner']),
  row('request-pause', 'in-progress', () => ({ until: inDays(5), reason: '等待配件到货' }), ['owner']),
  row('withdraw-request', 'requested', {}, ['owner']),
  row('approve', 'requested', {}, ['head', 'director']),
  row('refuse', 'requested', { reason: '请按期办理' }, ['head', 'director']),
  row('resume', 'paused', {}, ['owner', 'head']),
  row('submit-result', 'in-progress', { text: '已修好' }, ['owner']),
  row('return-result', 'in-review', { reason: '请附说明' }, ['head', 'director']),
  row('approve-result', 'in-review', {}, ['head', 'director']),
  row('rate', 'resolved', { solved: true, contacted: true, satisfaction: 5 }, ['reporter']),
  row('follow-up', 'resolved', { reached: false }, ['verifier']),
  row('close-by-decision', 'in-progress', { closure: 'deferred', text: '列入暑期维修计划' }, LEADERSHIP),
  row('confirm-closing', 'closing-proposed', {}, LEADERSHIP, {
    codes: { director: 'TICKET.SECOND_LEADER_NEEDED' },
  }),
  row('reject-closing', 'closing-proposed', { reason: '应当继续办理' }, LEADERSHIP),
  row('reopen', 'closed', { reason: '又坏了' }, ['reporter', ...LEADERSHIP]),
  row('urge', 'dispatched', {}, ['reporter'], { code: 'TICKET.URGE_TOO_EARLY' }),
  row('supervise', 'in-progress', { text: '请三日内解决' }, LEADERSHIP),
  row('instruct', 'in-progress', { text: '请后勤处重视' }, LEADERSHIP),
  row('acknowledge-notice', 'supervised', notice, ['owner', 'head']),
  row('answer-notice', 'supervised', (seen) => ({ ...notice(seen), text: '已安排' }), ['owner', 'head']),
  row('comment', 'dispatched', { text: '请尽快', visibility: 'internal' }, [
    'reporter',
    'owner',
    'head',
    'dispatcher',
    'verifier',
    ...LEADERSHIP,
  ]),
  row(
    'attach',
    'dispatched',
    { attachments: ['0'.repeat(32)] },
    ['reporter', 'owner', 'head', 'dispatcher', 'verifier', ...LEADERSHIP],
    { code: 'ATTACHMENT.NOT_FOUND' },
  ),
  [
    'POST /api/v1/tickets/:number/:command',
    {
      command: 'fire-steps',
      stage: 'dispatched',
      body: {},
      may: ['reporter', 'owner', 'head', 'dispatcher', 'verifier', 'director', 'leader', 'admin'],
      code: 'TICKET.NOT_BY_HAND',
    },
  ],
]);
