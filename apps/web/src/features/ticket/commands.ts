import type { TicketCommand, TicketCommandBody } from '../../api/contract.types';
import type { staffZh } from '../../i18n/staff.zh.words';

type FieldLabel = {
  [K in keyof (typeof staffZh)['field']]: (typeof staffZh)['field'][K] extends string ? K : never;
}[keyof (typeof staffZh)['field']];

/** One control of a command's dialog; `name` is the property of the body that it fills. */
export interface CommandField<Name extends string = string> {
  readonly as:
    'text' | 'line' | 'instant' | 'department' | 'category' | 'person' | 'choice' | 'yes-no' | 'files';
  readonly name: Name;
  readonly label: FieldLabel;
  readonly hint?: FieldLabel;
  readonly optional?: boolean;
  readonly max?: number;
  readonly rows?: number;
  /** Of a choice: the group of words its values stand in. */
  readonly values?: readonly string[];
  readonly words?: 'priority' | 'closureShort' | 'stars' | 'visibleTo';
  readonly initial?: string;
  /** Asked only where another field has this value. */
  readonly when?: readonly [name: string, value: string];
}

const reason = { as: 'text', name: 'reason', label: 'reason', max: 1_000 } as const;
const remark = { ...reason, label: 'reasonOptional', optional: true } as const;
const until = { as: 'instant', name: 'until', label: 'until' } as const;
const department = { as: 'department', name: 'department', label: 'department' } as const;
const owner = { as: 'person', name: 'owner', label: 'owner' } as const;
const notice = [
  { as: 'text', name: 'text', label: 'noticeText', max: 2_000 },
  { as: 'instant', name: 'replyBy', label: 'replyBy', hint: 'replyByHint', optional: true },
] as const;
const files = { as: 'files', name: 'attachments', label: 'files' } as const;

/** The groups of the “more” menu, in its order. */
export const COMMAND_GROUPS = ['work', 'time', 'people', 'supervision', 'ending'] as const;

interface CommandShape<Name extends string = string> {
  readonly group: (typeof COMMAND_GROUPS)[number];
  readonly fields: readonly CommandField<Name>[];
  /** Undoes somebody's work or hopes: its button is red. */
  readonly danger?: boolean;
}

/** A command that the API gets, or a property that a body loses, does not compile here. */
type CommandTable = {
  readonly [C in Exclude<TicketCommand, 'comment' | 'rate'>]: CommandShape<
    keyof TicketCommandBody<C> & string
  >;
};

/** Every command with what its dialog asks. Comments and ratings have their own places on the page. */
export const COMMANDS = {
  accept: { group: 'work', fields: [] },
  'submit-result': {
    group: 'work',
    fields: [
      { as: 'text', name: 'text', label: 'resultText', max: 5_000, rows: 6 },
      { ...files, label: 'resultFiles', optional: true },
    ],
  },
  'approve-result': { group: 'work', fields: [] },
  'return-result': { group: 'work', danger: true, fields: [reason] },
  'follow-up': {
    group: 'work',
    fields: [
      { as: 'yes-no', name: 'reached', label: 'reached' },
      { as: 'yes-no', name: 'solved', label: 'solved', when: ['reached', 'true'] },
      { as: 'yes-no', name: 'contacted', label: 'contacted', when: ['reached', 'true'] },
      {
        as: 'choice',
        name: 'satisfaction',
        label: 'satisfaction',
        values: ['1', '2', '3', '4', '5'],
        words: 'stars',
        when: ['reached', 'true'],
      },
      { as: 'text', name: 'note', label: 'note', hint: 'noteHint', max: 2_000, optional: true },
    ],
  },
  dispatch: {
    group: 'people',
    fields: [
      department,
      { as: 'category', name: 'category', label: 'category', optional: true },
      { ...owner, optional: true },
      {
        as: 'choice',
        name: 'priority',
        label: 'priority',
        values: ['normal', 'urgent', 'danger'],
        words: 'priority',
      },
    ],
  },
  return: {
    group: 'people',
    danger: true,
    fields: [reason, { ...department, name: 'suggestedDepartment', label: 'suggested', optional: true }],
  },
  transfer: { group: 'people', fields: [owner, remark] },
  reassign: { group: 'people', fields: [department, owner, remark] },
  'add-co-handler': {
    group: 'people',
    fields: [
      { ...department, label: 'coDepartment' },
      { as: 'person', name: 'coHandler', label: 'coHandler' },
      { as: 'text', name: 'text', label: 'subTask', max: 2_000 },
      { as: 'instant', name: 'dueAt', label: 'subTaskDue' },
    ],
  },
  'complete-sub-task': {
    group: 'work',
    fields: [{ as: 'text', name: 'text', label: 'outcome', max: 2_000 }],
  },
  'cancel-sub-task': { group: 'people', danger: true, fields: [reason] },
  'request-extension': {
    group: 'time',
    fields: [
      { ...until, label: 'newDue' },
      { ...reason, hint: 'reasonPublic' },
    ],
  },
  'request-pause': {
    group: 'time',
    fields: [
      { ...until, hint: 'pauseHint' },
      { ...reason, hint: 'reasonPublic' },
    ],
  },
  'withdraw-request': { group: 'time', fields: [] },
  approve: { group: 'time', fields: [remark] },
  refuse: { group: 'time', danger: true, fields: [reason] },
  resume: { group: 'time', fields: [remark] },
  supervise: { group: 'supervision', fields: notice },
  instruct: { group: 'supervision', fields: notice },
  'acknowledge-notice': { group: 'supervision', fields: [] },
  'answer-notice': {
    group: 'supervision',
    fields: [{ as: 'text', name: 'text', label: 'answer', max: 2_000 }],
  },
  urge: {
    group: 'supervision',
    fields: [{ as: 'text', name: 'text', label: 'urgeText', max: 500, optional: true }],
  },
  attach: {
    group: 'work',
    fields: [
      files,
      {
        as: 'choice',
        name: 'visibility',
        label: 'visibility',
        values: ['internal', 'public'],
        words: 'visibleTo',
        initial: 'internal',
      },
    ],
  },
  merge: {
    group: 'ending',
    fields: [{ as: 'line', name: 'into', label: 'into', hint: 'intoHint', max: 20 }, remark],
  },
  unmerge: { group: 'ending', fields: [reason] },
  decline: { group: 'ending', danger: true, fields: [reason] },
  'close-by-decision': {
    group: 'ending',
    fields: [
      {
        as: 'choice',
        name: 'closure',
        label: 'closure',
        values: ['adjudicated', 'transferred-out', 'deferred'],
        words: 'closureShort',
      },
      { as: 'text', name: 'text', label: 'closingText', max: 5_000 },
    ],
  },
  'confirm-closing': { group: 'ending', fields: [] },
  'reject-closing': { group: 'ending', danger: true, fields: [reason] },
  reopen: { group: 'ending', fields: [reason] },
  withdraw: { group: 'ending', danger: true, fields: [remark] },
} as const satisfies CommandTable;

export type DialogCommand = keyof typeof COMMANDS;

export function shapeOf(command: DialogCommand): CommandShape {
  return COMMANDS[command];
}
