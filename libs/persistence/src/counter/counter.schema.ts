import { Schema } from 'mongoose';
import { DOCUMENT_OPTIONS } from '../database/document.schema';

/** A running number; `value` is the last one given out. */
export interface CounterDocument {
  readonly _id: string;
  readonly value: number;
}

export const COUNTER = 'Counter';

export const counterSchema = new Schema<CounterDocument>(
  { _id: String, value: Number },
  { ...DOCUMENT_OPTIONS, collection: 'counters' },
);
