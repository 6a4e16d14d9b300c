import { TICKET_COMMANDS, TICKET_STATUSES, transitionOf, type TicketCommandName } from '@app/domain';

const MARK = { goes: '→', stays: '·', never: '' } as const;

/** The page docs/life-of-a-ticket.md, drawn from the transition table: a picture, the commands, and every cell. */
export function lifeOfATicket(): string {
  return [
    '# The life of a ticket',
    'Drawn from `libs/domain/src/ticket/ticket.transitions.ts` by `npm run docs`; a test holds the two together. What a command needs beyond state and capacity stands in the `*.decide.ts` beside the table.',
    '## Picture',
    'Commands that leave the state as it is are in the tables below only.',
    ['```mermaid', ...stateDiagram(), '```'].join('\n'),
    '## Commands',
    'By whom: `owner`, `co-handler` and `head` are relative to the ticket, `system` is the worker or a timer. Whoever stands in for somebody away acts in their place.',
    table(
      ['Command', 'By whom', 'From → to'],
      [
        ['submit', 'reporter, staff, a line of a session', '– → submitted'],
        ...TICKET_COMMANDS.map((command) => [command, transitionOf(command).by.join(', '), movesOf(command)]),
      ],
    ),
    '`rate` and `followUp` close where the problem is solved; where it is not, the ticket goes back to in-progress. A call that reached nobody leaves it resolved.',
    '## Every cell',
    `${MARK.goes} leads on, ${MARK.stays} leaves the state as it is, empty is refused with \`TICKET.ILLEGAL_TRANSITION\`.`,
    table(
      ['Command', ...TICKET_STATUSES],
      TICKET_COMMANDS.map((command) => [command, ...TICKET_STATUSES.map((status) => cell(command, status))]),
    ),
  ]
    .join('\n\n')
    .concat('\n');
}

function stateDiagram(): string[] {
  const labels = new Map<string, string[]>([['[*] --> submitted', ['submit']]]);
  for (const command of TICKET_COMMANDS) {
    const { moves } = transitionOf(command);
    for (const [from, to] of moving(moves)) {
      const arrow = `${id(from)} --> ${id(to)}`;
      labels.set(arrow, [...(labels.get(arrow) ?? []), command]);
    }
  }
  const unsolved = `${id('resolved')} --> ${id('in-progress')}`;
  labels.set(unsolved, ['rate or followUp, not solved', ...(labels.get(unsolved) ?? [])]);
  const names = TICKET_STATUSES.filter((status) => id(status) !== status);
  return [
    'stateDiagram-v2',
    ...names.map((status) => `  state "${status}" as ${id(status)}`),
    ...[...labels].map(([arrow, commands]) => `  ${arrow}: ${commands.join(', ')}`),
  ];
}

/** Mermaid takes no dashes in the name of a state. */
const id = (status: string): string => status.replaceAll('-', '_');

const moving = (moves: object): [from: string, to: string][] =>
  (Object.entries(moves) as [string, string][]).filter(([from, to]) => from !== to);

function movesOf(command: TicketCommandName): string {
  const moves = Object.entries(transitionOf(command).moves);
  const stays = moves.filter(([from, to]) => from === to).map(([from]) => from);
  const goes = moving(transitionOf(command).moves).map(([from, to]) => `${from} → ${to}`);
  return [...goes, ...(stays.length > 0 ? [`stays in ${stays.join(', ')}`] : [])].join('; ');
}

function cell(command: TicketCommandName, status: (typeof TICKET_STATUSES)[number]): string {
  const to = transitionOf(command).moves[status];
  if (to === undefined) return MARK.never;
  return to === status ? MARK.stays : `${MARK.goes} ${to}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
