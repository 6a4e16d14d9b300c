import { type Person } from '@app/domain';
import { Schema } from 'mongoose';
import { DOCUMENT_OPTIONS, whereExists } from '../database/document.schema';

/** A person with what logging in and the rotation of owners need to know. */
export interface PersonDocument extends Omit<Person, 'id'> {
  readonly _id: string;
  readonly passwordHash?: string;
  /** The password was set by somebody else. */
  readonly mustChangePassword?: true;
  /** Since the last success. */
  readonly failedLogins: number;
  readonly lockedUntil?: Date;
  /** When a ticket last went to this person. */
  readonly lastAssignedAt?: Date;
  /** Counts changes of the profile; absent means 1. */
  readonly profileVersion?: number;
  /** The office's revision by which leave and acting headships were last changed. */
  readonly dutiesRevision?: number;
}

export const PERSON = 'Person';

const { Mixed } = Schema.Types;

export const personSchema = new Schema<PersonDocument>(
  {
    _id: String,
    username: String,
    name: String,
    role: String,
    department: String,
    alsoIn: { type: [String], default: undefined },
    email: String,
    active: Boolean,
    onDuty: Boolean,
    leave: Mixed,
    actingHeadOf: { type: [Mixed], default: undefined },
    passwordHash: String,
    mustChangePassword: Boolean,
    failedLogins: Number,
    lockedUntil: Date,
    lastAssignedAt: Date,
    profileVersion: Number,
    dutiesRevision: Number,
  },
  { ...DOCUMENT_OPTIONS, collection: 'people' },
);

/** AccountRepository.byUsername, Directory.personByUsername; nobody shares a user name. */
personSchema.index({ username: 1 }, { unique: true });
/** Directory.people and ownerCandidates. */
personSchema.index({ role: 1, department: 1 });
/** The same for further departments. */
personSchema.index({ alsoIn: 1 }, whereExists('alsoIn'));
/** Directory.awayOrActing. */
personSchema.index({ 'leave.to': 1 }, whereExists('leave.to'));
personSchema.index({ 'actingHeadOf.to': 1 }, whereExists('actingHeadOf.to'));

/** Whoever works in a department, be it beside their main one. */
export function worksIn(department: string) {
  return { $or: [{ department }, { alsoIn: department }] };
}

/** Whoever has a leave or an acting headship on record. */
export const AWAY_OR_ACTING = {
  $or: [{ 'leave.to': { $exists: true } }, { 'actingHeadOf.to': { $exists: true } }],
};
