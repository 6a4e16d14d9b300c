import { type PersonProfile, type Versioned } from '@app/domain';
import { type PersonDocument } from '../person/person.schema';
import { type Edited } from './office.schema';

/** A thing as its document holds it: its code is the key, and its place in the office's order stands beside it. */
export interface ItemDocument extends Edited {
  readonly _id: string;
  readonly position: number;
}

export function toVersioned<T>({ _id: code, position: _, ...document }: ItemDocument): Versioned<T> {
  const { version = 1, removed: _removed, ...item } = document;
  return { version, item: { code, ...item } as T };
}

export function toItemDocument(
  { code, ...item }: { readonly code: string },
  {
    version,
    removed,
    position,
  }: { readonly version: number; readonly removed?: true; readonly position: number },
): ItemDocument {
  return { _id: code, ...item, version, position, ...(removed ? { removed } : {}) };
}

export function toProfile(document: PersonDocument): Versioned<PersonProfile> {
  const { _id: code, username, name, role, department, alsoIn, email, active, onDuty } = document;
  return {
    version: document.profileVersion ?? 1,
    item: {
      code,
      username,
      name,
      role,
      ...(department === undefined ? {} : { department }),
      ...(alsoIn === undefined ? {} : { alsoIn }),
      ...(email === undefined ? {} : { email }),
      active,
      onDuty,
    },
  };
}
