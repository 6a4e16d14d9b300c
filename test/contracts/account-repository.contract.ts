import { type AccountRepository } from '@app/application';
import { type Person } from '@app/domain';
import { aPerson } from '../builders/fixtures.builder';
import { START } from '../builders/ticket.builder';

const person = aPerson({ id: 'o1' });
const head = aPerson({ id: 'h1', role: 'head', name: '赵敏', department: 'catering', alsoIn: ['energy'] });

/** What every AccountRepository does; `open` gives one with the given accounts. */
export function describeAccountRepository(
  name: string,
  open: (
    accounts: { readonly person: Person; readonly passwordHash: string }[],
  ) => Promise<AccountRepository>,
): void {
  describe(`${name} as a repository of accounts`, () => {
    let accounts: AccountRepository;
    beforeEach(async () => {
      accounts = await open([
        { person, passwordHash: 'hash-o1' },
        { person: head, passwordHash: 'hash-h1' },
      ]);
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

    it('takes another password, which ends a lock, and remembers who has to change it', async () => {
      await accounts.countFailure('o1');
      await accounts.lock('o1', START);
      await accounts.setPassword('o1', 'hash-2', { mustChange: true });
      expect(await accounts.byUsername('o1')).toStrictEqual({
        person,
        passwordHash: 'hash-2',
        failedLogins: 0,
        mustChangePassword: true,
      });
      await accounts.setPassword('o1', 'hash-3', { mustChange: false });
      expect(await accounts.byUsername('o1')).toStrictEqual({
        person,
        passwordHash: 'hash-3',
        failedLogins: 0,
      });
    });

    it('ends a lock', async () => {
      await accounts.countFailure('o1');
      await accounts.lock('o1', START);
      await accounts.unlock('o1');
      expect(await accounts.byUsername('o1')).toStrictEqual({
        person,
        passwordHash: 'hash-o1',
        failedLogins: 0,
      });
    });

    it('lists people by user name, by words, role and department, page by page', async () => {
      const list = async (
        filter: Parameters<AccountRepository['list']>[0],
        page: Parameters<AccountRepository['list']>[1] = { limit: 9 },
      ) => (await accounts.list(filter, page)).map((each) => each.person.id);
      expect(await accounts.list({ q: 'o1' }, { limit: 9 })).toStrictEqual([
        { person, version: 1, hasPassword: true, mustChangePassword: false },
      ]);
      expect(await list({})).toEqual(['h1', 'o1']);
      expect(await list({}, { limit: 1 })).toEqual(['h1']);
      expect(await list({}, { limit: 9, after: 'h1' })).toEqual(['o1']);
      expect(await list({ q: '敏' })).toEqual(['h1']);
      expect(await list({ q: 'H1' })).toEqual(['h1']);
      expect(await list({ q: '.*' })).toEqual([]);
      expect(await list({ role: 'owner' })).toEqual(['o1']);
      expect(await list({ department: 'energy' })).toEqual(['h1', 'o1']);
      expect(await list({ department: 'energy', role: 'head', q: '赵' })).toEqual(['h1']);
      expect(await list({ active: false })).toEqual([]);
    });
  });
}
