import type { DeadlineRequest, Me, SubTask, Ticket, TicketNotice } from '../../api/contract.types';
import { COMMANDS, type DialogCommand } from './commands';

/** What a command is about, where that is a part of the ticket: it goes with the body and is shown above the form. */
export interface Subject {
  readonly body: Readonly<Record<string, string>>;
  readonly title?: string;
  readonly text?: string;
  readonly department?: string;
}

/** A command that can be given, ready for its dialog. */
export interface Asked {
  readonly command: DialogCommand;
  readonly subject: Subject;
}

const ITSELF: Subject = { body: {} };

export const ofNotice = ({ id, number, text }: TicketNotice): Subject => ({
  body: { noticeId: id },
  title: number,
  text,
});

export const ofSubTask = ({ id, coHandler, department, text }: SubTask): Subject => ({
  body: { subTaskId: id },
  title: coHandler,
  text,
  ...(department === undefined ? {} : { department }),
});

export const ofRequest = ({ id, reason }: DeadlineRequest): Subject => ({
  body: { requestId: id },
  text: reason,
});

export function pendingRequest({ requests }: Pick<Ticket, 'requests'>): DeadlineRequest | undefined {
  const last = requests.at(-1);
  return last?.state === 'pending' ? last : undefined;
}

/** Those that have to be answered before a result goes in, or at least be read. */
export const awaitsAnswer = ({ mustAnswer, answeredAt }: TicketNotice) => mustAnswer && !answeredAt;

/** Whether the sub-task is this person's to settle, also in the place of somebody away. */
export function isMine({ coHandlerUsername, state }: SubTask, me: Me): boolean {
  return (
    state === 'open' &&
    [me.username, ...me.standsInFor.map(({ username }) => username)].some(
      (name) => name === coHandlerUsername,
    )
  );
}

/**
 * What the command would be about now, or undefined where there is nothing that it could be about. The server says
 * what the state and the person's part allow (`can`); what the ticket holds decides the rest.
 */
export function subjectOf(command: DialogCommand, ticket: Ticket, me: Me): Subject | undefined {
  const { notices, subTasks, closingProposal, pausedUntil, reassignment, owner } = ticket;
  const pending = pendingRequest(ticket);
  const here = (is: unknown) => (is ? ITSELF : undefined);
  const about = <T>(part: T | undefined, words: (part: T) => Subject) => part && words(part);
  switch (command) {
    case 'approve':
    case 'refuse':
      return pending && (pending.level === 'head' || me.role === 'director') ? ofRequest(pending) : undefined;
    case 'withdraw-request':
      return here(pending);
    case 'request-extension':
    case 'request-pause':
      return here(!pending && !pausedUntil);
    case 'resume':
      return here(pausedUntil);
    case 'acknowledge-notice':
      return about(
        notices.find((one) => !one.acknowledgedAt && !one.answeredAt && isAddressee(ticket, me)),
        ofNotice,
      );
    case 'answer-notice':
      return about(
        notices.find((one) => awaitsAnswer(one) && isAddressee(ticket, me)),
        ofNotice,
      );
    case 'complete-sub-task':
      return about(
        subTasks.find((task) => isMine(task, me)),
        ofSubTask,
      );
    case 'cancel-sub-task':
      return about(
        subTasks.find(({ state }) => state === 'open'),
        ofSubTask,
      );
    case 'reassign': {
      if (reassignment) return ITSELF;
      return about(
        subTasks.find(({ state, needsReassignment }) => state === 'open' && needsReassignment),
        ofSubTask,
      );
    }
    case 'transfer':
      return here(owner && !reassignment);
    case 'close-by-decision':
      return here(!closingProposal);
    case 'confirm-closing':
      return here(closingProposal && closingProposal.by !== me.name);
    case 'reject-closing':
      return here(closingProposal);
    default:
      return ITSELF;
  }
}

/** Every command of a dialog that makes sense now, each with what it is about. */
export function possibleCommands(ticket: Ticket, me: Me): readonly Asked[] {
  return (Object.keys(COMMANDS) as DialogCommand[])
    .filter((command) => ticket.can.includes(command))
    .flatMap((command) => {
      const subject = subjectOf(command, ticket, me);
      return subject ? [{ command, subject }] : [];
    });
}

/** What has to be done first, most pressing on top: the page's main button. */
const NEXT: readonly DialogCommand[] = [
  'reassign',
  'approve',
  'confirm-closing',
  'answer-notice',
  'complete-sub-task',
  'approve-result',
  'accept',
  'dispatch',
  'follow-up',
  'submit-result',
  'resume',
];

/** What is usually wanted beside it. */
const USUAL: readonly DialogCommand[] = [
  'refuse',
  'reject-closing',
  'return-result',
  'submit-result',
  'merge',
  'return',
  'request-extension',
  'resume',
  'supervise',
  'instruct',
  'urge',
  'reopen',
  'unmerge',
  'transfer',
  'withdraw',
];
/** Buttons outside of the menu: as many as a phone has room for. */
const MOST_BUTTONS = 2;
/** Their buttons stand beside what they are about. */
const IN_PANELS: readonly DialogCommand[] = ['attach', 'cancel-sub-task', 'acknowledge-notice'];

export interface Arranged {
  readonly main: Asked | undefined;
  readonly beside: readonly Asked[];
  readonly more: readonly Asked[];
}

/** One main button and a usual one beside it, or two usual ones; the rest for the menu. */
export function arrange(possible: readonly Asked[], ticket: Ticket): Arranged {
  const offered = possible.filter(({ command }) => !IN_PANELS.includes(command));
  const find = (order: readonly DialogCommand[]) =>
    order.flatMap((name) => offered.filter(({ command }) => command === name));
  const blocked = ticket.subTasks.some(({ state }) => state === 'open') || ticket.notices.some(awaitsAnswer);
  const [main] = find(blocked ? NEXT.filter((command) => command !== 'submit-result') : NEXT);
  const beside = find(USUAL)
    .filter((asked) => asked !== main)
    .slice(0, main ? MOST_BUTTONS - 1 : MOST_BUTTONS);
  return { main, beside, more: offered.filter((asked) => asked !== main && !beside.includes(asked)) };
}

/** A dispatcher hears of notices only while nobody owns the ticket. */
function isAddressee({ owner }: Ticket, { role }: Me): boolean {
  return role !== 'dispatcher' || owner === undefined;
}
