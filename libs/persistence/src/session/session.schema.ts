import { type Session } from '@app/domain';
import { Schema } from 'mongoose';
import { DOCUMENT_OPTIONS } from '../database/document.schema';

export interface SessionDocument extends Omit<Session, 'id'> {
  readonly _id: string;
}

export const SESSION = 'Session';

export const sessionSchema = new Schema<SessionDocument>(
  {
    _id: String,
    number: String,
    kind: String,
    title: String,
    heldAt: Date,
    place: String,
    host: String,
    createdAt: Date,
    createdBy: String,
  },
  { ...DOCUMENT_OPTIONS, collection: 'sessions' },
);

/** SessionRepository.create: no number is given twice. */
sessionSchema.index({ number: 1 }, { unique: true });
