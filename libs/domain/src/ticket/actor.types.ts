import { type Role } from '../people/people.types';

/** Who acts. A reporter who came by tracking code has no account; the system names which part of it acted. */
export type Actor =
  | {
      readonly kind: 'person';
      readonly id: string;
      readonly name: string;
      readonly role: Role;
      readonly department?: string;
      /** Departments headed now, acting included; not written into the record. */
      readonly headOf?: readonly string[];
      /** Ids of those away for whom this person stands in now; not written into the record. */
      readonly standsInFor?: readonly string[];
      /** What stands for a reporter's account on tickets whose reporter is hidden; not written into the record. */
      readonly accountAlias?: string;
    }
  | { readonly kind: 'reporter' }
  | { readonly kind: 'system'; readonly name: 'worker' | 'timer' };

/** A person who acts, or wants to see something. */
export type PersonActor = Extract<Actor, { kind: 'person' }>;
