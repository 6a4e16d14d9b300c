import { type SessionLine } from '@app/domain';
import { Schema } from 'mongoose';
import { DOCUMENT_OPTIONS, whereExists } from '../database/document.schema';

export interface LineDocument extends Omit<SessionLine, 'id'> {
  readonly _id: string;
  /** Derived, on committed lines only: the key, which no other committed line of the session has. */
  readonly committedKey?: string;
  /** Derived, on committed lines only: sorts by line number, then by id; lines without a number come last. */
  readonly place?: string;
}

export const LINE = 'Line';

export const lineSchema = new Schema<LineDocument>(
  {
    _id: String,
    importId: String,
    sessionId: String,
    row: Number,
    key: String,
    repeats: String,
    lineNumber: String,
    reference: String,
    title: String,
    text: String,
    proposer: String,
    contactName: String,
    contactPhone: String,
    contactEmail: String,
    unit: String,
    department: String,
    category: String,
    location: String,
    remark: String,
    instruction: String,
    raisedAt: Date,
    marks: [Schema.Types.Mixed],
    faults: [Schema.Types.Mixed],
    outcome: String,
    ticketId: String,
    committedKey: String,
    place: String,
  },
  { ...DOCUMENT_OPTIONS, collection: 'lines' },
);

/** LineRepository.add: one line a row; ofImport, faultsOfImport, countByOutcome. */
lineSchema.index({ importId: 1, row: 1 }, { unique: true });
/** LineRepository.ofImport by outcome: what is left to commit. */
lineSchema.index({ importId: 1, outcome: 1, row: 1 });
/** LineRepository.settle: two runs cannot both commit the same line; committedByKey. */
lineSchema.index({ sessionId: 1, committedKey: 1 }, { unique: true, ...whereExists('committedKey') });
/** LineRepository.ofSession and countOfSession. */
lineSchema.index({ sessionId: 1, place: 1 }, whereExists('place'));
