import { type AccountSummary } from '@app/application';
import { type listedPersonSchema, type personSchema } from '@app/contracts/http';
import { type Person, type PersonProfile, type Versioned } from '@app/domain';
import { type z } from 'zod';

export function presentProfile({
  version,
  item: { code, alsoIn, ...profile },
}: Versioned<PersonProfile>): z.input<typeof personSchema> {
  return { id: code, ...profile, ...(alsoIn ? { alsoIn: [...alsoIn] } : {}), version };
}

export function presentAccount({
  person,
  version,
  hasPassword,
  mustChangePassword,
  lockedUntil,
}: AccountSummary): z.input<typeof listedPersonSchema> {
  return {
    ...presentProfile({ version, item: profileOf(person) }),
    hasPassword,
    mustChangePassword,
    lockedUntil: lockedUntil?.toISOString(),
  };
}

/** Leave and acting headships are told elsewhere. */
function profileOf({ id, leave: _leave, actingHeadOf: _acting, ...profile }: Person): PersonProfile {
  return { code: id, ...profile };
}
