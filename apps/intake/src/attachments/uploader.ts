import { type Actor, type Person, type TicketAttachment } from '@app/domain';

/** Whose uploads are these? Only of staff is that kept: a reporter may want to be known by nobody. */
export function uploaderOf(person: Person | undefined): string | undefined {
  return person && person.role !== 'reporter' ? person.id : undefined;
}

/** On which side of a ticket somebody stands who attaches a file to it. */
export function sideOf(actor: Actor): TicketAttachment['by'] {
  return actor.kind === 'person' && actor.role !== 'reporter' ? 'staff' : 'reporter';
}
