import { describeIdentityOpeningRepository, describeIdentityVault } from '../contracts/identity.contract';
import { FakeIdentityOpeningRepository, FakeIdentityVault } from './identity.fake';

describeIdentityVault('FakeIdentityVault', () => Promise.resolve(new FakeIdentityVault()));
describeIdentityOpeningRepository('FakeIdentityOpeningRepository', () =>
  Promise.resolve(new FakeIdentityOpeningRepository()),
);
