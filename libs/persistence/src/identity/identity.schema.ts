import { type IdentityOpening } from '@app/domain';
import { Schema } from 'mongoose';
import { DOCUMENT_OPTIONS, whereExists } from '../database/document.schema';
import { type Sealed } from './identity-cipher.mongo';

/** The sealed identity of one ticket's reporter. */
export interface HiddenIdentityDocument extends Sealed {
  /** The ticket's id. */
  readonly _id: string;
  /** When it was stored; gone once the ticket is known to be there. */
  readonly pendingSince?: Date;
}

export const HIDDEN_IDENTITY = 'HiddenIdentity';

export const hiddenIdentitySchema = new Schema<HiddenIdentityDocument>(
  { _id: String, keyId: String, nonce: String, tag: String, text: String, pendingSince: Date },
  { ...DOCUMENT_OPTIONS, collection: 'hidden_identities' },
);

/** IdentityVault.unsettled. */
hiddenIdentitySchema.index({ pendingSince: 1 }, whereExists('pendingSince'));

export interface IdentityOpeningDocument extends Omit<IdentityOpening, 'id'> {
  readonly _id: string;
  /** Derived: the ticket's id while the opening is requested or approved; there can be one such. */
  readonly underWay?: string;
  /** Derived: when the step was taken that is not on the ticket's record yet. */
  readonly unrecordedSince?: Date;
}

export const IDENTITY_OPENING = 'IdentityOpening';

const { Mixed } = Schema.Types;

export const identityOpeningSchema = new Schema<IdentityOpeningDocument>(
  {
    _id: String,
    ticketId: String,
    ticketNumber: String,
    version: Number,
    state: String,
    reason: String,
    requestedBy: Mixed,
    requestedAt: Date,
    decidedBy: Mixed,
    decidedAt: Date,
    decisionReason: String,
    expiresAt: Date,
    readings: [Mixed],
    unrecorded: [String],
    underWay: String,
    unrecordedSince: Date,
  },
  { ...DOCUMENT_OPTIONS, collection: 'identity_openings' },
);

/** IdentityOpeningRepository.create and underWay: one at a time for each ticket. */
identityOpeningSchema.index({ underWay: 1 }, { unique: true, ...whereExists('underWay') });
/** IdentityOpeningRepository.unrecorded. */
identityOpeningSchema.index({ unrecordedSince: 1 }, whereExists('unrecordedSince'));
/** IdentityOpeningRepository.list of one ticket. */
identityOpeningSchema.index({ ticketNumber: 1, _id: -1 });
