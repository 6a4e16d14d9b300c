import { Schema } from 'mongoose';
import { DOCUMENT_OPTIONS, whereExists } from '../database/document.schema';

/** A login. The id is a hash, so that who reads the database cannot take a login over. */
export interface LoginSessionDocument {
  /** SHA-256 of the session id that the cookie carries. */
  readonly _id: string;
  /** JSON, as the session plugin wrote it. */
  readonly data: string;
  /** Whose login it is, once somebody has logged in. */
  readonly personId?: string;
  readonly expiresAt: Date;
}

export const LOGIN_SESSION = 'LoginSession';

export const loginSessionSchema = new Schema<LoginSessionDocument>(
  { _id: String, data: String, personId: String, expiresAt: Date },
  { ...DOCUMENT_OPTIONS, collection: 'login_sessions' },
);

/** Expired logins are removed by the server, some time after. */
loginSessionSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
/** LoginSessions.endAll. */
loginSessionSchema.index({ personId: 1 }, whereExists('personId'));
