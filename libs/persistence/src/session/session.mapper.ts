import { type Session } from '@app/domain';
import { type SessionDocument } from './session.schema';

export function toSessionDocument({ id, ...session }: Session): SessionDocument {
  return { _id: id, ...session };
}

export function toSession({ _id: id, ...session }: SessionDocument): Session {
  return { id, ...session };
}
