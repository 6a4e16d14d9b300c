import { aPerson } from '../../../../../test/builders/fixtures.builder';
import { FakeAccountRepository } from '../../../../../test/fakes/directory.fake';
import { FakePasswordHasher } from '../../../../../test/fakes/password-hasher.fake';
import { FakeClock } from '../../../../../test/fakes/system.fake';
import { LoginHandler } from './login.handler';

const LOCK_OUT = { maxFailures: 3, minutes: 15 };
const person = aPerson({ username: 'wangqiang' });
const INVALID = { ok: false, error: { code: 'AUTH.INVALID_CREDENTIALS' } };
const LOCKED = { ok: false, error: { code: 'AUTH.LOCKED' } };

function aDoor() {
  const accounts = new FakeAccountRepository([
    { person, passwordHash: 'hash of right' },
    { person: aPerson({ id: 'gone', username: 'gone', active: false }), passwordHash: 'hash of right' },
  ]);
  const hasher = new FakePasswordHasher();
  const clock = new FakeClock();
  const handler = new LoginHandler(accounts, hasher, clock);
  const login = (password: string, username = person.username) =>
    handler.execute({ username, password }, LOCK_OUT);
  const fail = async (times: number) => {
    for (let time = 0; time < times; time += 1) await login('wrong');
  };
  return { accounts, hasher, clock, login, fail };
}

describe(LoginHandler.name, () => {
  it('answers the person for the right password, however the name is written', async () => {
    await expect(aDoor().login('right', 'WangQiang')).resolves.toEqual({ ok: true, value: person });
  });

  it.each([
    ['a wrong password', person.username, 'wrong'],
    ['an unknown name', 'nobody', 'right'],
    ['somebody who has left', 'gone', 'right'],
  ])('refuses %s in the same words, after the same work', async (_, username, password) => {
    const { login, hasher } = aDoor();
    await expect(login(password, username)).resolves.toMatchObject(INVALID);
    expect(hasher.verified).toHaveLength(1);
  });

  it('locks after too many failures, and then tells nothing of the password', async () => {
    const { login, fail } = aDoor();
    await fail(LOCK_OUT.maxFailures);
    const { minutes } = LOCK_OUT;
    await expect(login('right')).resolves.toMatchObject({ error: { retryAfterSeconds: minutes * 60 } });
    await expect(login('wrong')).resolves.toMatchObject(LOCKED);
  });

  it.each(['nobody', 'gone'])(
    'locks %s too, so that a lock tells nothing of who is known',
    async (username) => {
      const { login, clock } = aDoor();
      for (let time = 0; time < LOCK_OUT.maxFailures; time += 1)
        await expect(login('wrong', username)).resolves.toMatchObject(INVALID);
      await expect(login('wrong', username)).resolves.toMatchObject(LOCKED);
      clock.advance(LOCK_OUT.minutes * 60_000);
      await expect(login('wrong', username)).resolves.toMatchObject(INVALID);
    },
  );

  it('does not let a guess through that began before the lock', async () => {
    const { accounts, hasher, clock, login } = aDoor();
    const verify = hasher.verify.bind(hasher);
    jest.spyOn(hasher, 'verify').mockImplementationOnce(async (hash, password) => {
      await accounts.lock(person.id, new Date(clock.now().getTime() + 1));
      return verify(hash, password);
    });
    await expect(login('right')).resolves.toMatchObject(LOCKED);
  });

  it('opens again when the time is over, with all tries', async () => {
    const { login, fail, clock } = aDoor();
    await fail(LOCK_OUT.maxFailures);
    clock.advance(LOCK_OUT.minutes * 60_000 - 1);
    await expect(login('right')).resolves.toMatchObject(LOCKED);
    clock.advance(1);
    await fail(LOCK_OUT.maxFailures - 1);
    await expect(login('right')).resolves.toMatchObject({ ok: true });
  });

  it('forgets failures after a success', async () => {
    const { login, fail } = aDoor();
    await fail(LOCK_OUT.maxFailures - 1);
    await login('right');
    await fail(LOCK_OUT.maxFailures - 1);
    await expect(login('right')).resolves.toMatchObject({ ok: true });
  });
});
