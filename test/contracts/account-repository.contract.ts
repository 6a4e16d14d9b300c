import { type AccountRepository } from '@app/application';
import { aPerson } from '../builders/fixtures.builder';
import { START } from '../builders/ticket.builder';

const person = aPerson({ id: 'o1' });

/** What every AccountRepository does; `open` gives one with the account of `person`, password hash `hash-o1`. */
export function describeAccountRepository(
  name: string,
  open: (
    accounts: { readonly person: typeof person; readonly passwordHash: string }[],
  ) => Promise<AccountRepository>,
): void {
  describe(`${name} as a repository of accounts`, () => {
    let accounts: AccountRepository;
    beforeEach(async () => {
      accounts = await open([{ person, passwordHash: 'hash-o1' }]);
    });

    it('finds an account by its exact user name', async () => {
      expect(await accounts.byUsername('o1')).toStrictEqual({
        person,
        passwordHash: 'hash-o1',
        failedLogins: 0,
      });
      expect(await accounts.byUsername('o2')).toBeUndefined();
      expect(await accounts.byUsername('O1')).toBeUndefined();
    });

    it('counts every failure of many at once', async () => {
      const counts = await Promise.all(Array.from({ length: 20 }, () => accounts.countFailure('o1')));
      expect(counts.sort((a, b) => a - b)).toEqual(counts.map((_, index) => index + 1));
      expect((await accounts.byUsername('o1'))?.failedLogins).toBe(20);
    });

    it('keeps a lock when the failures are cleared', async () => {
      await accounts.countFailure('o1');
      await accounts.lock('o1', START);
      await accounts.clearFailures('o1');
      expect(await accounts.byUsername('o1')).toStrictEqual({
        person,
        passwordHash: 'hash-o1',
        failedLogins: 0,
        lockedUntil: START,
      });
    });
  });
}
