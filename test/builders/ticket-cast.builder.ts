import {
  type Actor,
  capacitiesOf,
  type Person,
  type Ticket,
  type TicketCommandName,
  transitionOf,
} from '@app/domain';
import { aPerson } from './fixtures.builder';
import { actorOf, REPORTER, TIMER, WORKER } from './ticket.builder';

const CATERING = 'catering';
const ALWAYS = { from: new Date('2020-01-01T00:00:00.000Z'), to: new Date('2040-01-01T00:00:00.000Z') };

const ann = aPerson({ id: 'ann', name: '安' });
const bob = aPerson({ id: 'bob', name: '宝' });
const cat = aPerson({ id: 'cat', name: '蔡', department: CATERING });
const dan = aPerson({ id: 'dan', name: '丹', department: CATERING, alsoIn: ['energy'] });
const hao = aPerson({ id: 'hao', role: 'head', name: '郝' });
const cai = aPerson({ id: 'cai', role: 'head', name: '柴', department: CATERING });

/** Who can be named on a ticket, and two who cannot: one has left, one is on leave. */
export const NAMEABLE: readonly Person[] = [
  ann,
  bob,
  hao,
  cat,
  dan,
  cai,
  aPerson({ id: 'gone', active: false }),
  aPerson({ id: 'away', leave: ALWAYS }),
];

const OFFICES: readonly Actor[] = [
  actorOf(aPerson({ role: 'dispatcher' })),
  actorOf(aPerson({ role: 'verifier' })),
  actorOf(aPerson({ role: 'director' })),
  actorOf(aPerson({ role: 'director', id: 'director-2', name: '戴' })),
  actorOf(aPerson({ role: 'leader' })),
  actorOf(aPerson({ role: 'admin' })),
  actorOf(aPerson({ role: 'reporter', id: 'reporter-1' })),
  REPORTER,
  WORKER,
  TIMER,
];

interface Duties {
  readonly headOf?: readonly string[];
  readonly standsInFor?: readonly string[];
}

/** How duties may lie at a moment: as written, with stand-ins, and with an acting head. */
const DUTIES: readonly Readonly<Record<string, Duties>>[] = [
  {},
  { bob: { standsInFor: ['ann'] }, cat: { standsInFor: ['dan'] } },
  {
    hao: { headOf: ['energy'], standsInFor: ['ann', 'bob'] },
    ann: { standsInFor: ['hao'], headOf: ['energy'] },
  },
  { bob: { headOf: ['energy'] }, hao: { headOf: [] } },
];

/** Everyone who could act, with what their duties give them on a day of this kind. */
export function actorsOn(day: number): readonly Actor[] {
  const duties = DUTIES[day % DUTIES.length] ?? {};
  const working = NAMEABLE.map((person): Actor => ({ ...actorOf(person), ...duties[person.id] }));
  return [...working, ...OFFICES];
}

/** Those who stand to the ticket in a capacity that the command asks for; everyone where nobody does. */
export function whoMay(
  command: TicketCommandName,
  ticket: Ticket,
  actors: readonly Actor[],
): readonly Actor[] {
  const { by } = transitionOf(command);
  const fitting = actors.filter((actor) => capacitiesOf(ticket, actor).some((held) => by.includes(held)));
  return fitting.length > 0 ? fitting : actors;
}
