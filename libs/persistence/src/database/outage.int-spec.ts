import { TicketRepository } from '@app/application';
import { aTicket } from '../../../../test/builders/ticket.builder';
import { MongoHarness, mongoUriForTests, testDatabaseName } from '../../../../test/harness/mongo.harness';
import { CutOffProxy } from '../../../../test/platform/cut-off-proxy';
import { isStoreUnavailable } from './mongo.errors';

/** Each call that finds no server gives up after some seconds. */
const TIMEOUT_MS = 30_000;

describe('while the database is away', () => {
  let proxy: CutOffProxy;
  let mongo: MongoHarness;
  beforeEach(async () => {
    proxy = await CutOffProxy.to(mongoUriForTests());
    mongo = await MongoHarness.open(testDatabaseName(), proxy.url);
  });
  afterEach(async () => {
    await mongo.close();
    await proxy.cut();
  });

  it(
    'acknowledges nothing, says so, and goes on when the database is back',
    async () => {
      const tickets = mongo.module.get(TicketRepository);
      const [kept, lost, late] = [aTicket(), aTicket(), aTicket()];
      await tickets.create([kept.buildNew({ idempotencyKey: 'kept' })]);
      await proxy.cut();
      const failures = [
        // The first finds its connection broken, the second finds no server at all.
        await tickets.create([lost.buildNew()]).catch((error: unknown) => error),
        await tickets.create([lost.buildNew()]).catch((error: unknown) => error),
        await tickets.save(kept.build(), kept.queued().build(), []).catch((error: unknown) => error),
      ];
      expect(failures.map(isStoreUnavailable)).toEqual([true, true, true]);
      await proxy.mend();
      expect(await tickets.byId(lost.build().id)).toBeUndefined();
      const [again, created] = await tickets.create([
        kept.buildNew({ idempotencyKey: 'kept' }),
        late.buildNew(),
      ]);
      expect([again?.outcome, created?.outcome]).toEqual(['existed', 'created']);
    },
    TIMEOUT_MS,
  );
});

it('does not take a refusal for an outage', () => {
  expect(isStoreUnavailable(new Error('no'))).toBe(false);
});
