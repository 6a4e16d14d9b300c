import { DutyQueries, OutboxStore, TicketAudit, TicketQueries, TicketRepository } from '@app/application';
import { describeDutyQueries } from '../../../../test/contracts/duty-queries.contract';
import { describeOutboxStore } from '../../../../test/contracts/outbox-store.contract';
import { describeTicketAudit } from '../../../../test/contracts/ticket-audit.contract';
import { describeTicketQueries } from '../../../../test/contracts/ticket-queries.contract';
import { describeTicketRepository } from '../../../../test/contracts/ticket-repository.contract';
import { MongoHarness } from '../../../../test/harness/mongo.harness';

let mongo: MongoHarness;
beforeAll(async () => {
  mongo = await MongoHarness.open();
});
afterAll(() => mongo.close());

describeTicketRepository('MongoTicketRepository', async () => {
  await mongo.clear();
  return mongo.module.get(TicketRepository);
});
describeOutboxStore('MongoOutboxStore', async () => {
  await mongo.clear();
  return { tickets: mongo.module.get(TicketRepository), outbox: mongo.module.get(OutboxStore) };
});
describeTicketAudit('MongoTicketAudit', async () => {
  await mongo.clear();
  return { tickets: mongo.module.get(TicketRepository), audit: mongo.module.get(TicketAudit) };
});
describeTicketQueries('MongoTicketQueries', async () => {
  await mongo.clear();
  return { tickets: mongo.module.get(TicketRepository), queries: mongo.module.get(TicketQueries) };
});
describeDutyQueries('MongoDutyQueries', async () => {
  await mongo.clear();
  return { tickets: mongo.module.get(TicketRepository), duties: mongo.module.get(DutyQueries) };
});
