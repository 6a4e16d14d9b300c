import { type FollowUpSample } from '@app/domain';
import { Schema } from 'mongoose';
import { DOCUMENT_OPTIONS } from '../database/document.schema';

export interface FollowUpSampleDocument extends Omit<FollowUpSample, 'id'> {
  readonly _id: string;
}

export const FOLLOW_UP_SAMPLE = 'FollowUpSample';

export const followUpSampleSchema = new Schema<FollowUpSampleDocument>(
  {
    _id: String,
    drawnAt: Date,
    drawnBy: Schema.Types.Mixed,
    department: String,
    seed: String,
    population: Number,
    populationHash: String,
    ticketIds: [String],
  },
  { ...DOCUMENT_OPTIONS, collection: 'follow_up_samples' },
);
