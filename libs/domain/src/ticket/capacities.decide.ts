import { type Actor } from './actor.types';
import { type Capacity } from './ticket.transitions';
import { type Owner, type Ticket } from './ticket.types';

/** Every capacity in which the actor stands to this ticket; an office holder who owns it holds both. */
export function capacitiesOf(
  ticket: Pick<Ticket, 'reporter' | 'owner' | 'subTasks' | 'department'>,
  actor: Actor,
): Capacity[] {
  if (actor.kind === 'reporter') return ['reporter'];
  if (actor.kind === 'system') return ['system'];
  const capacities: Capacity[] = [];
  const { userId, accountAlias } = ticket.reporter;
  if (userId === actor.id || (accountAlias !== undefined && accountAlias === actor.accountAlias))
    capacities.push('reporter');
  if (ticket.owner && speaksFor(actor, ticket.owner.id)) capacities.push('owner');
  if (ticket.subTasks.some(({ state, coHandler }) => state === 'open' && speaksFor(actor, coHandler.id)))
    capacities.push('co-handler');
  if (headsDepartment(actor, ticket.department)) capacities.push('head');
  if (actor.role !== 'owner' && actor.role !== 'head' && actor.role !== 'reporter')
    capacities.push(actor.role);
  return capacities;
}

type PersonActor = Extract<Actor, { kind: 'person' }>;

/** The person who acts, as the ticket names people; undefined where a reporter or the system does. */
export function personOf(actor: Actor): Owner | undefined {
  return actor.kind === 'person' ? { id: actor.id, name: actor.name } : undefined;
}

/** Whether the actor is this person, or stands in while this person is away. */
export function speaksFor(actor: Actor, personId: string): boolean {
  return actor.kind === 'person' && (actor.id === personId || (actor.standsInFor ?? []).includes(personId));
}

/** Whether the actor heads the department now, as its head or acting. */
export function headsDepartment(actor: Actor, department: string | undefined): boolean {
  return actor.kind === 'person' && department !== undefined && headedBy(actor).includes(department);
}

function headedBy({ headOf, role, department }: PersonActor): readonly string[] {
  return headOf ?? (role === 'head' && department !== undefined ? [department] : []);
}
