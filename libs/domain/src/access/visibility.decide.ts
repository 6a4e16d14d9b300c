import { type Person } from '../people/people.types';
import { type Reporter, type Ticket } from '../ticket/ticket.types';

/** Which tickets someone may see; every list and every page goes through it. */
export type Visibility =
  | { readonly kind: 'all' }
  | { readonly kind: 'department'; readonly department: string; readonly personId: string }
  | { readonly kind: 'owner'; readonly personId: string }
  /** `alias` stands for the account on tickets whose reporter stays hidden. */
  | { readonly kind: 'reporter'; readonly personId: string; readonly alias?: string };

/** What decides who may see a ticket, and nothing else about it: no names, no words. */
export interface Sight {
  readonly department?: string;
  readonly owner?: { readonly id: string };
  readonly reporter: Pick<Reporter, 'userId' | 'accountAlias'>;
}

/** A ticket's sight alone, for carrying it where the ticket itself must not go. */
export function sightOf({ department, owner, reporter: { userId, accountAlias } }: Sight): Sight {
  return {
    ...(department === undefined ? {} : { department }),
    ...(owner === undefined ? {} : { owner: { id: owner.id } }),
    reporter: {
      ...(userId === undefined ? {} : { userId }),
      ...(accountAlias === undefined ? {} : { accountAlias }),
    },
  };
}

/** A head sees the department, an owner their own, a reporter what they reported; the office sees all. */
export function visibilityOf(person: Pick<Person, 'id' | 'role' | 'department'>): Visibility {
  switch (person.role) {
    case 'dispatcher':
    case 'verifier':
    case 'director':
    case 'leader':
    case 'admin':
      return { kind: 'all' };
    case 'head':
      return person.department === undefined
        ? { kind: 'owner', personId: person.id }
        : { kind: 'department', department: person.department, personId: person.id };
    case 'owner':
      return { kind: 'owner', personId: person.id };
    case 'reporter':
      return { kind: 'reporter', personId: person.id };
  }
}

export function canSee(visibility: Visibility, ticket: Sight): boolean {
  switch (visibility.kind) {
    case 'all':
      return true;
    case 'department':
      return ticket.department === visibility.department || ticket.owner?.id === visibility.personId;
    case 'owner':
      return ticket.owner?.id === visibility.personId;
    case 'reporter':
      return (
        ticket.reporter.userId === visibility.personId ||
        (visibility.alias !== undefined && ticket.reporter.accountAlias === visibility.alias)
      );
  }
}

/** Contact data goes to those who have to reach the reporter, and only where the reporter gave it for that. */
export function canSeeContact(person: Pick<Person, 'id' | 'role' | 'department'>, ticket: Ticket): boolean {
  if (ticket.reporter.identity !== 'named') return false;
  if (person.role === 'dispatcher' || ticket.owner?.id === person.id) return true;
  return person.role === 'head' && person.department !== undefined && person.department === ticket.department;
}
