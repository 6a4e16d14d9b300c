import { type Standing } from '../people/standing.decide';
import { type PersonActor } from '../ticket/actor.types';
import { type Reporter, type SubTask, type Ticket } from '../ticket/ticket.types';

/** Which tickets someone may see; every list and every page goes through it. */
export type Visibility =
  | { readonly kind: 'all' }
  /** The tickets of departments headed, and those that these people own or take part in, or took. */
  | {
      readonly kind: 'duty';
      readonly departments: readonly string[];
      readonly personIds: readonly string[];
    }
  /** `alias` stands for the account on tickets whose reporter stays hidden. */
  | { readonly kind: 'reporter'; readonly personId: string; readonly alias?: string };

/** What decides who may see a ticket, and nothing else about it: no names, no words. */
export interface Sight {
  readonly department?: string;
  readonly owner?: { readonly id: string };
  readonly subTasks: readonly { readonly coHandler: Pick<SubTask['coHandler'], 'id'> }[];
  readonly reporter: Pick<Reporter, 'userId' | 'accountAlias'>;
}

/** A ticket's sight alone, for carrying it where the ticket itself must not go. */
export function sightOf({ department, owner, subTasks, reporter: { userId, accountAlias } }: Sight): Sight {
  return {
    ...(department === undefined ? {} : { department }),
    ...(owner === undefined ? {} : { owner: { id: owner.id } }),
    subTasks: subTasks.map(({ coHandler }) => ({ coHandler: { id: coHandler.id } })),
    reporter: {
      ...(userId === undefined ? {} : { userId }),
      ...(accountAlias === undefined ? {} : { accountAlias }),
    },
  };
}

/** Whoever wants to see something, with what their duties give them now. */
export type Viewer = Pick<PersonActor, 'id' | 'role' | 'accountAlias'> & Standing;

/**
 * Heads and those acting as one see their departments, owners their own work and that of those they stand in for,
 * reporters what they reported; the office sees all.
 */
export function visibilityOf(viewer: Viewer): Visibility {
  switch (viewer.role) {
    case 'dispatcher':
    case 'verifier':
    case 'director':
    case 'leader':
    case 'admin':
      return { kind: 'all' };
    case 'head':
    case 'owner':
      return {
        kind: 'duty',
        departments: viewer.headOf,
        personIds: spokenForBy(viewer),
      };
    case 'reporter':
      return {
        kind: 'reporter',
        personId: viewer.id,
        ...(viewer.accountAlias === undefined ? {} : { alias: viewer.accountAlias }),
      };
  }
}

export function canSee(visibility: Visibility, ticket: Sight): boolean {
  switch (visibility.kind) {
    case 'all':
      return true;
    case 'duty': {
      const { departments, personIds } = visibility;
      const people = [
        ...(ticket.owner ? [ticket.owner] : []),
        ...ticket.subTasks.map((task) => task.coHandler),
      ];
      return (
        (ticket.department !== undefined && departments.includes(ticket.department)) ||
        people.some(({ id }) => personIds.includes(id))
      );
    }
    case 'reporter':
      return (
        ticket.reporter.userId === visibility.personId ||
        (visibility.alias !== undefined && ticket.reporter.accountAlias === visibility.alias)
      );
  }
}

/** Contact data goes to those who have to reach the reporter, and only where the reporter gave it for that. */
export function canSeeContact(
  viewer: Viewer,
  { reporter, owner, department, status }: Pick<Ticket, 'reporter' | 'owner' | 'department' | 'status'>,
): boolean {
  if (reporter.identity !== 'named') return false;
  if (viewer.role === 'dispatcher') return true;
  // A verifier calls back about what is said to be solved, and knows nobody's number before.
  if (viewer.role === 'verifier' && status === 'resolved') return true;
  return (
    (owner !== undefined && spokenForBy(viewer).includes(owner.id)) ||
    (department !== undefined && viewer.headOf.includes(department))
  );
}

function spokenForBy({ id, standsInFor }: Viewer): readonly string[] {
  return [id, ...standsInFor];
}
