import { mongo } from 'mongoose';
import { TICKET_COLLECTION } from '../ticket/ticket.schema';

const PATIENCE_MS = 3_000;

/** Whether a database has ever held tickets; asking makes nothing there. Throws where the server does not answer. */
export async function holdsTickets(uri: string, dbName: string): Promise<boolean> {
  const client = await mongo.MongoClient.connect(uri, { serverSelectionTimeoutMS: PATIENCE_MS });
  try {
    return (await client.db(dbName).listCollections({ name: TICKET_COLLECTION }).toArray()).length > 0;
  } finally {
    await client.close();
  }
}
