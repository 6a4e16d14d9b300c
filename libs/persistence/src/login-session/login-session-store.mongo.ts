import { LoginSessions } from '@app/application';
import { type FastifySessionOptions } from '@fastify/session';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model } from 'mongoose';
import { sha256 } from '../database/sha256.mongo';
import { LOGIN_SESSION, type LoginSessionDocument } from './login-session.schema';

type Store = NonNullable<FastifySessionOptions['store']>;
type StoredSession = Parameters<Store['set']>[1];

/** A session whose cookie names no end (it dies with the browser) is kept this long after its last use. */
const WITHOUT_END_MS = 12 * 60 * 60_000;

/** Login sessions for @fastify/session, shared by all processes; survives Redis and every restart. */
@Injectable()
export class LoginSessionStore extends LoginSessions implements Store {
  constructor(@InjectModel(LOGIN_SESSION) private readonly model: Model<LoginSessionDocument>) {
    super();
  }

  set(sessionId: string, session: StoredSession, callback: (error?: unknown) => void): void {
    const { expires } = session.cookie;
    const expiresAt = expires ? new Date(expires) : new Date(Date.now() + WITHOUT_END_MS);
    const { personId } = session as StoredSession & { readonly personId?: string };
    const owned = personId === undefined ? {} : { personId };
    const update = { $set: { data: JSON.stringify(session), expiresAt, ...owned } };
    this.model
      .updateOne({ _id: sha256(sessionId) }, update, { upsert: true })
      .then(() => callback(), callback);
  }

  get(sessionId: string, callback: (error: unknown, session?: StoredSession | null) => void): void {
    this.model
      .findOne({ _id: sha256(sessionId), expiresAt: { $gt: new Date() } })
      .lean<LoginSessionDocument>()
      .then((found) => callback(null, found ? (JSON.parse(found.data) as StoredSession) : null), callback);
  }

  async endAll(personId: string): Promise<void> {
    await this.model.deleteMany({ personId });
  }

  destroy(sessionId: string, callback: (error?: unknown) => void): void {
    this.model.deleteOne({ _id: sha256(sessionId) }).then(() => callback(), callback);
  }
}
