import { IdentityOpeningRepository, IdentityUnreadable, IdentityVault } from '@app/application';
import { type Model } from 'mongoose';
import { randomBytes } from 'node:crypto';
import { START } from '../../../../test/builders/ticket.builder';
import {
  describeIdentityOpeningRepository,
  describeIdentityVault,
} from '../../../../test/contracts/identity.contract';
import { MongoHarness } from '../../../../test/harness/mongo.harness';
import { HIDDEN_IDENTITY, type HiddenIdentityDocument } from './identity.schema';
import { IdentityCipher, type IdentityKeys } from './identity-cipher.mongo';
import { MongoIdentityVault } from './identity-vault.mongo';

let mongo: MongoHarness;
beforeAll(async () => {
  mongo = await MongoHarness.open();
});
afterAll(() => mongo.close());

describeIdentityVault('MongoIdentityVault', async () => {
  await mongo.clear();
  return mongo.module.get(IdentityVault);
});
describeIdentityOpeningRepository('MongoIdentityOpeningRepository', async () => {
  await mongo.clear();
  return mongo.module.get(IdentityOpeningRepository);
});

describe('keys that change', () => {
  const indexKey = randomBytes(32);
  const old = { id: '2025', key: randomBytes(32) };
  const fresh = { id: '2026', key: randomBytes(32) };
  const vaultWith = (...keys: IdentityKeys['keys']) => {
    const model = mongo.connection.model(HIDDEN_IDENTITY) as unknown as Model<HiddenIdentityDocument>;
    return new MongoIdentityVault(model, new IdentityCipher({ keys, indexKey }));
  };

  it('open what an older one sealed as long as it is at hand, and say its name when it is not', async () => {
    await mongo.clear();
    await vaultWith(old).store([{ ticketId: 't1', identity: { name: '李雷' }, at: START }]);
    await vaultWith(fresh, old).store([{ ticketId: 't2', identity: { name: '王芳' }, at: START }]);
    expect(await vaultWith(fresh, old).open('t1')).toEqual({ name: '李雷' });
    expect(await vaultWith(fresh).open('t2')).toEqual({ name: '王芳' });
    const failure: unknown = await vaultWith(fresh)
      .open('t1')
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(IdentityUnreadable);
    expect(String(failure)).toContain('key 2025');
  });

  it('leave nothing readable in the collection', async () => {
    await mongo.clear();
    const identity = { name: '李雷', phone: '13800000000', email: 'lilei@duban.example', userId: 'u1' };
    await vaultWith(fresh).store([{ ticketId: 't1', identity, at: START }]);
    const [document] = await mongo.connection.collection('hidden_identities').find().toArray();
    expect(Object.keys(document ?? {}).sort()).toEqual([
      '_id',
      'keyId',
      'nonce',
      'pendingSince',
      'tag',
      'text',
    ]);
    expect(JSON.stringify(document)).not.toMatch(/李雷|138000|lilei|u1/);
  });
});
