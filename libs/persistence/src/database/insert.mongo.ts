import { type Model } from 'mongoose';
import { duplicatePositions } from './mongo.errors';

/**
 * Inserts in one round trip, past Mongoose's casting since mappers already give what is to be stored. Answers the
 * positions of the documents that a unique index refused; the others are stored. Throws on any other failure.
 */
export async function insertNew<T>(model: Model<T>, documents: readonly T[]): Promise<ReadonlySet<number>> {
  if (documents.length === 0) return new Set();
  try {
    await model.collection.insertMany(documents as never[], { ordered: false });
    return new Set();
  } catch (error) {
    return new Set(duplicatePositions(error, documents.length));
  }
}
