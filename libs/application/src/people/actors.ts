import { type Person, type PersonActor, standingOf } from '@app/domain';
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
  async of(person: Person): Promise<PersonActor> {
    const actor = actorOf(person);
    if (person.role === 'reporter') return { ...actor, accountAlias: accountAlias(this.vault, person.id) };
    return { ...actor, ...standingOf(person, await this.directory.awayOrActing(), this.clock.now()) };
  }
}

/** The person by name and office alone. Doors take `Actors.of`, since what a person may do follows from their duties too. */
export function actorOf({ id, name, role, department }: Person): PersonActor {
  return { kind: 'person', id, name, role, ...(department === undefined ? {} : { department }) };
}
