/**
 * The ceiling: the same insert into a collection with the same indexes and the same queue add, with nothing of ours
 * around them. Takes a stored ticket as the model of what to insert; prints its port.
 */
import { Queue } from 'bullmq';
import Fastify from 'fastify';
import { Redis } from 'ioredis';
import { mongo } from 'mongoose';
import { randomBytes } from 'node:crypto';

async function main(): Promise<void> {
  const client = await new mongo.MongoClient(process.env['MONGODB_URI'] ?? '', {
    retryWrites: false,
    maxPoolSize: 32,
    writeConcern: { w: 'majority', journal: true },
  }).connect();
  const database = client.db(process.env['MONGODB_DATABASE']);
  const model = await database.collection<mongo.Document & { _id: string }>('tickets').findOne();
  if (!model) throw new Error('there is no ticket to take as the model');
  const tickets = database.collection<mongo.Document & { _id: string }>('raw_tickets');
  await database.createCollection('raw_tickets');
  for (const index of await database.collection('tickets').indexes()) {
    const { key, name, v: _v, ...options } = index as mongo.IndexDescriptionInfo & { v?: number };
    if (name !== '_id_') await tickets.createIndex(key, { name, ...options } as mongo.CreateIndexesOptions);
  }
  const connection = new Redis(process.env['REDIS_URL'] ?? '', { maxRetriesPerRequest: null });
  const queue = new Queue('raw-ticket-processing', {
    connection,
    prefix: process.env['QUEUE_PREFIX'] ?? '{raw}',
  });
  const opts = {
    attempts: 12,
    backoff: { type: 'exponential', delay: 500 },
    removeOnComplete: { age: 3600 },
  };

  let serial = 0;
  const fastify = Fastify();
  fastify.post('/api/v1/tickets', async (_request, reply) => {
    serial += 1;
    const id = randomBytes(13).toString('hex');
    const number = `raw-${serial}`;
    const trackingCode = randomBytes(16).toString('hex');
    await tickets.insertOne({ ...model, _id: id, number, trackingCode });
    const data = { ticketId: id, eventId: id, occurredAt: new Date().toISOString() };
    await queue.addBulk([
      { name: 'ticket.dispatch', data, opts: { ...opts, jobId: `ticket.dispatch-${id}` } },
      { name: 'notification.plan', data, opts: { ...opts, jobId: `notification.plan-${id}` } },
    ]);
    return reply.code(201).send({ number, trackingCode, status: 'submitted' });
  });
  const url = await fastify.listen({ host: '127.0.0.1', port: 0 });
  process.send?.({ port: Number(new URL(url).port) });
}

void main();
