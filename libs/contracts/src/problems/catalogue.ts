import { TICKET_ERROR_CODES } from '@app/domain';

/** Refusals that do not come from a ticket's own rules. Wire values: added and retired, never edited. */
export const OTHER_ERROR_CODES = [
  'REQUEST.MALFORMED',
  'REQUEST.INVALID',
  'REQUEST.TOO_LARGE',
  'REQUEST.UNSUPPORTED_MEDIA_TYPE',
  'REQUEST.NOT_FOUND',
  'REQUEST.METHOD_NOT_ALLOWED',
  'REQUEST.RATE_LIMITED',
  'REQUEST.IDEMPOTENCY_KEY_REUSED',
  'REQUEST.CURSOR_INVALID',
  'AUTH.REQUIRED',
  'AUTH.INVALID_CREDENTIALS',
  'AUTH.LOCKED',
  'AUTH.CSRF',
  'AUTH.FORBIDDEN',
  'TICKET.NOT_FOUND',
  'TICKET.CONFLICT',
  'TICKET.DEPARTMENT_UNKNOWN',
  'TICKET.CATEGORY_UNKNOWN',
  'TICKET.NO_OWNER_AVAILABLE',
  'SESSION.NOT_FOUND',
  'IMPORT.NOT_FOUND',
  'IMPORT.NOT_COMMITTABLE',
  'IMPORT.FILE_MISSING',
  'IMPORT.FILE_TOO_LARGE',
  'IMPORT.UNSUPPORTED_TYPE',
  'IMPORT.MAPPING_INVALID',
  'POLICY.NOT_FOUND',
  'POLICY.INVALID',
  'ROUTING.INVALID',
  'NOTIFICATION.NOT_FOUND',
  'NOTIFICATION.NOT_RESENDABLE',
  'SERVER.UNAVAILABLE',
  'SERVER.INTERNAL',
] as const;

export const ERROR_CODES = [...TICKET_ERROR_CODES, ...OTHER_ERROR_CODES] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export interface ProblemDefinition {
  readonly status: number;
  readonly title: string;
  readonly titleZh: string;
}

const p = (status: number, title: string, titleZh: string): ProblemDefinition => ({ status, title, titleZh });

/** What each code means over HTTP; the compiler refuses a missing row. Documented in docs/problems.md. */
export const PROBLEMS: Readonly<Record<ErrorCode, ProblemDefinition>> = {
  'TICKET.ILLEGAL_TRANSITION': p(409, 'Not possible in this state', '当前状态不能执行此操作'),
  'TICKET.NOT_BY_HAND': p(403, 'Not given by hand', '该操作由系统执行'),
  'TICKET.NOT_ALLOWED': p(403, 'Not allowed on this ticket', '您无权对此工单执行该操作'),
  'TICKET.OWN_WORK': p(403, 'Not on your own work', '不能审核或评价自己承办的工单'),
  'TICKET.REASON_REQUIRED': p(422, 'A reason is needed', '请填写理由'),
  'TICKET.COMMENT_LIMIT': p(409, 'No more comments', '留言条数已达上限'),
  'TICKET.TEXT_REQUIRED': p(422, 'A text is needed', '请填写内容'),
  'TICKET.OWNER_NOT_ELIGIBLE': p(422, 'This person cannot own the ticket', '该人员不能作为责任人'),
  'TICKET.SAME_OWNER': p(409, 'Already the owner', '该人员已是责任人'),
  'TICKET.RETURN_TOO_LATE': p(409, 'Too late to return', '已超过退单时限'),
  'TICKET.RETURN_LIMIT': p(409, 'Cannot be returned again', '退单次数已达上限，不能再退'),
  'TICKET.BINDING_DISPATCH_ONLY': p(
    403,
    'Only leadership can dispatch it',
    '退单次数已达上限，须由领导指定承办',
  ),
  'TICKET.ALREADY_RATED': p(409, 'Already rated', '已经评价过了'),
  'TICKET.NOTHING_DUE': p(409, 'Nothing is due', '没有到期事项'),
  'TICKET.MERGE_TARGET': p(409, 'Cannot be merged into that ticket', '不能并入该工单'),
  'TICKET.NO_REASSIGNMENT': p(409, 'Nothing to reassign', '没有需要重新指派的事项'),
  'TICKET.DATE_INVALID': p(422, 'This date is not possible', '日期不符合要求'),
  'TICKET.SUB_TASK_NOT_FOUND': p(404, 'No such sub-task', '没有该协办事项'),
  'TICKET.SUB_TASK_LIMIT': p(409, 'No more sub-tasks', '协办事项已达上限'),
  'TICKET.SUB_TASKS_OPEN': p(409, 'Sub-tasks are still open', '还有协办事项未完成'),
  'TICKET.DEADLINE_PASSED': p(409, 'The deadline has passed', '已超过办理时限'),
  'TICKET.REQUEST_PENDING': p(409, 'A request waits for a decision', '已有申请待审批'),
  'TICKET.REQUEST_LIMIT': p(409, 'Beyond what the policy allows', '超出政策允许的次数或期限'),
  'TICKET.NO_REQUEST': p(409, 'No such request is pending', '没有待审批的申请'),
  'TICKET.APPROVAL_LEVEL': p(403, 'A higher level decides', '须由上一级审批'),
  'TICKET.PAUSED': p(409, 'The clock stands still', '工单已暂停计时'),
  'TICKET.NOT_PAUSED': p(409, 'The clock is running', '工单未暂停'),
  'TICKET.NOTICE_NOT_FOUND': p(404, 'No such notice', '没有该通知书'),
  'TICKET.NOTICE_SETTLED': p(409, 'Already done', '该通知书已签收或答复'),
  'TICKET.NOTICE_LIMIT': p(409, 'No more notices', '通知书份数已达上限'),
  'TICKET.NOTICES_OPEN': p(409, 'Notices wait for an answer', '还有督办单或批示未答复'),
  'TICKET.PHOTO_REQUIRED': p(422, 'A photo of the result is needed', '请上传办理结果照片'),
  'TICKET.ATTACHMENT_LIMIT': p(409, 'No more files', '附件数量已达上限'),
  'TICKET.CLOSING_PROPOSED': p(409, 'A closing is already proposed', '已有决定办结的提议'),
  'TICKET.NO_CLOSING_PROPOSED': p(409, 'No closing is proposed', '没有待确认的办结提议'),
  'TICKET.SECOND_LEADER_NEEDED': p(403, 'A second leader has to confirm', '须由另一位领导确认'),
  'TICKET.REOPEN_LIMIT': p(409, 'Cannot be reopened again', '重新打开的次数已用完'),
  'TICKET.REOPEN_TOO_LATE': p(409, 'Too late to reopen', '已超过重新打开的期限'),
  'TICKET.URGE_TOO_EARLY': p(409, 'Too early to urge', '尚未到可催办时间'),
  'TICKET.URGED_TODAY': p(409, 'Already urged today', '今天已经催办过'),
  'TICKET.NOT_FOUND': p(404, 'No such ticket', '没有找到该工单'),
  'TICKET.CONFLICT': p(409, 'Changed by someone else', '工单刚被他人修改，请刷新后重试'),
  'TICKET.DEPARTMENT_UNKNOWN': p(422, 'No such department', '没有这个部门'),
  'TICKET.CATEGORY_UNKNOWN': p(422, 'No such category', '没有这个类别'),
  'TICKET.NO_OWNER_AVAILABLE': p(422, 'Nobody is on duty there', '该部门暂无在岗责任人'),
  'REQUEST.MALFORMED': p(400, 'The request cannot be read', '请求格式无法识别'),
  'REQUEST.INVALID': p(422, 'The request has faults', '提交的内容有误'),
  'REQUEST.TOO_LARGE': p(413, 'The request is too large', '提交的内容过大'),
  'REQUEST.UNSUPPORTED_MEDIA_TYPE': p(415, 'Unsupported media type', '不支持的内容类型'),
  'REQUEST.NOT_FOUND': p(404, 'No such page', '页面或接口不存在'),
  'REQUEST.METHOD_NOT_ALLOWED': p(405, 'Method not allowed', '不支持的请求方法'),
  'REQUEST.RATE_LIMITED': p(429, 'Too many requests', '操作过于频繁，请稍后再试'),
  'REQUEST.IDEMPOTENCY_KEY_REUSED': p(
    409,
    'Idempotency key used for another request',
    '幂等键已用于另一请求',
  ),
  'REQUEST.CURSOR_INVALID': p(400, 'The cursor is not valid', '分页游标无效'),
  'AUTH.REQUIRED': p(401, 'Please log in', '请先登录'),
  'AUTH.INVALID_CREDENTIALS': p(401, 'Wrong user name or password', '用户名或密码错误'),
  'AUTH.LOCKED': p(429, 'Locked for a while', '登录失败次数过多，账号已暂时锁定'),
  'AUTH.CSRF': p(403, 'Request did not come from this site', '请求来源校验失败'),
  'AUTH.FORBIDDEN': p(403, 'Not allowed', '您没有权限'),
  'SESSION.NOT_FOUND': p(404, 'No such session', '没有找到该场次'),
  'IMPORT.NOT_FOUND': p(404, 'No such import', '没有找到该导入任务'),
  'IMPORT.NOT_COMMITTABLE': p(409, 'Cannot be committed', '该导入任务不能提交'),
  'IMPORT.FILE_MISSING': p(422, 'A file is needed', '请选择要导入的文件'),
  'IMPORT.FILE_TOO_LARGE': p(413, 'The file is too large', '文件过大'),
  'IMPORT.UNSUPPORTED_TYPE': p(415, 'Only .xlsx and .csv can be read', '仅支持 .xlsx 和 .csv 文件'),
  'IMPORT.MAPPING_INVALID': p(422, 'The column mapping is not valid', '列对应关系有误'),
  'POLICY.NOT_FOUND': p(404, 'No such policy', '没有这个时限规则'),
  'POLICY.INVALID': p(422, 'The policy has faults', '时限规则有误'),
  'ROUTING.INVALID': p(422, 'The rules have faults', '派单规则有误'),
  'NOTIFICATION.NOT_FOUND': p(404, 'No such notification', '没有找到该通知'),
  'NOTIFICATION.NOT_RESENDABLE': p(
    409,
    'Only a failed notification is sent again',
    '只有发送失败的通知可以重发',
  ),
  'SERVER.UNAVAILABLE': p(503, 'Temporarily unavailable', '服务暂时不可用，请稍后重试'),
  'SERVER.INTERNAL': p(500, 'Something went wrong here', '系统内部错误'),
};

/** The problem's type, a stable relative reference: `/problems/ticket-illegal-transition`. */
export function problemType(code: ErrorCode): string {
  return `/problems/${code.toLowerCase().replace(/[._]/g, '-')}`;
}
