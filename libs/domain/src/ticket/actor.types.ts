import { type Role } from '../people/people.types';

/** Who acts. A reporter who came by tracking code has no account; the system names which part of it acted. */
export type Actor =
  | {
      readonly kind: 'person';
      readonly id: string;
      readonly name: string;
      readonly role: Role;
      readonly department?: string;
    }
  | { readonly kind: 'reporter' }
  | { readonly kind: 'system'; readonly name: 'worker' | 'timer' };
