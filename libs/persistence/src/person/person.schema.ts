import { type Person } from '@app/domain';
import { Schema } from 'mongoose';
import { DOCUMENT_OPTIONS } from '../database/document.schema';

/** A person with what logging in and the rotation of owners need to know. */
export interface PersonDocument extends Omit<Person, 'id'> {
  readonly _id: string;
  readonly passwordHash?: string;
  /** Since the last success. */
  readonly failedLogins: number;
  readonly lockedUntil?: Date;
  /** When a ticket last went to this person. */
  readonly lastAssignedAt?: Date;
}

export const PERSON = 'Person';

export const personSchema = new Schema<PersonDocument>(
  {
    _id: String,
    username: String,
    name: String,
    role: String,
    department: String,
    email: String,
    active: Boolean,
    onDuty: Boolean,
    passwordHash: String,
    failedLogins: Number,
    lockedUntil: Date,
    lastAssignedAt: Date,
  },
  { ...DOCUMENT_OPTIONS, collection: 'people' },
);

/** AccountRepository.byUsername, Directory.personByUsername; nobody shares a user name. */
personSchema.index({ username: 1 }, { unique: true });
/** Directory.people and ownerCandidates. */
personSchema.index({ role: 1, department: 1 });
