import { localDateOf, type Session, type SessionKind, sessionNumber } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../ports/clock.port';
import { Ids } from '../../ports/ids.port';
import { SessionRepository } from '../../ports/session-repository.port';

export interface CreateSessionCommand {
  readonly kind: SessionKind;
  readonly title: string;
  readonly heldAt: Date;
  readonly place?: string;
  readonly host?: string;
  readonly createdBy: string;
}

@Injectable()
export class CreateSessionHandler {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Stores the session under the next number of its kind and the year it was held (Asia/Shanghai). */
  async execute(command: CreateSessionCommand): Promise<Session> {
    const year = Number(localDateOf(command.heldAt).slice(0, 4));
    const ordinal = await this.sessions.nextOrdinal(command.kind, year);
    const session: Session = {
      ...command,
      id: this.ids.next(),
      number: sessionNumber(command.kind, year, ordinal),
      createdAt: this.clock.now(),
    };
    await this.sessions.create(session);
    return session;
  }
}
