import { type Person, type PersonActor, type Standing, standingOf } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../ports/clock.port';
import { Directory } from '../ports/directory.port';
import { accountAlias, IdentityVault } from '../ports/identity-vault.port';

/** Turns whoever is logged in into whoever acts. */
@Injectable()
export class Actors {
  constructor(
    private readonly directory: Directory,
    private readonly vault: IdentityVault,
    private readonly clock: Clock,
  ) {}

  /** The person with what their duties give them at this moment: departments headed, people stood in for. */
  async of(person: Person): Promise<PersonActor & Standing> {
    const { id, name, role, department } = person;
    const actor = { kind: 'person', id, name, role } as const;
    if (role === 'reporter')
      return { ...actor, headOf: [], standsInFor: [], accountAlias: accountAlias(this.vault, id) };
    return {
      ...actor,
      ...(department === undefined ? {} : { department }),
      ...standingOf(person, await this.directory.awayOrActing(), this.clock.now()),
    };
  }
}
