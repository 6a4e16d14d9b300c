import { type Account, type AccountSummary } from '@app/application';
import { type OwnerCandidate, type Person } from '@app/domain';
import { type PersonDocument } from './person.schema';

export function toPerson(document: PersonDocument): Person {
  const {
    _id: id,
    passwordHash: _hash,
    mustChangePassword: _mustChange,
    failedLogins: _failures,
    lockedUntil: _locked,
    lastAssignedAt: _assigned,
    profileVersion: _profile,
    dutiesRevision: _dutiesRevision,
    ...person
  } = document;
  return { id, ...person };
}

/** The account of a person who can log in, or undefined. */
export function toAccount(document: PersonDocument): Account | undefined {
  const { passwordHash, failedLogins, lockedUntil, mustChangePassword } = document;
  if (passwordHash === undefined) return undefined;
  return {
    person: toPerson(document),
    passwordHash,
    failedLogins,
    ...(lockedUntil === undefined ? {} : { lockedUntil }),
    ...(mustChangePassword ? { mustChangePassword } : {}),
  };
}

export function toAccountSummary(document: PersonDocument): AccountSummary {
  const { passwordHash, lockedUntil, mustChangePassword = false, profileVersion = 1 } = document;
  return {
    person: toPerson(document),
    version: profileVersion,
    hasPassword: passwordHash !== undefined,
    mustChangePassword,
    ...(lockedUntil === undefined ? {} : { lockedUntil }),
  };
}

export function toOwnerCandidate(
  { _id: id, active, onDuty, leave, lastAssignedAt }: PersonDocument,
  openTickets: number,
): OwnerCandidate {
  return {
    id,
    active,
    onDuty,
    openTickets,
    ...(leave === undefined ? {} : { leave }),
    ...(lastAssignedAt === undefined ? {} : { lastAssignedAt }),
  };
}

export function toNewPersonDocument({ id, ...person }: Person, passwordHash?: string): PersonDocument {
  return { _id: id, ...person, failedLogins: 0, ...(passwordHash === undefined ? {} : { passwordHash }) };
}
