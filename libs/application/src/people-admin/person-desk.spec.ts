import { type Person } from '@app/domain';
import { aPerson, ENERGY } from '../../../../test/builders/fixtures.builder';
import { FakeAccountRepository } from '../../../../test/fakes/directory.fake';
import { FakeJobPublisher } from '../../../../test/fakes/job-publisher.fake';
import { FakeLoginSessions } from '../../../../test/fakes/duties.fake';
import { FakePasswordHasher } from '../../../../test/fakes/password-hasher.fake';
import { anOfficeToEdit } from '../../../../test/harness/office-desk.harness';
import { OwnPassword } from './own-password';
import { PersonDesk } from './person-desk';

const ADMIN = aPerson({ id: 'a1', role: 'admin' });
const OWNER = aPerson({ id: 'o1' });
const PROFILE = {
  username: 'new.one',
  name: '新人',
  role: 'owner',
  department: ENERGY.code,
  onDuty: true,
} as const;
const PASSWORD = 'a first password';

function aDesk(people: readonly Person[] = [ADMIN, OWNER]) {
  const office = anOfficeToEdit({ people });
  const accounts = new FakeAccountRepository(people.map((person) => ({ person, passwordHash: 'old' })));
  const hasher = new FakePasswordHasher();
  const sessions = new FakeLoginSessions();
  const publisher = new FakeJobPublisher();
  const { log, clock, ids } = office;
  const desk = new PersonDesk(office.office, accounts, hasher, sessions, publisher, log, clock, ids);
  return { ...office, accounts, hasher, sessions, publisher, people: desk };
}

describe('somebody who is taken in', () => {
  it('has a profile and an initial password, drawn unless one is given', async () => {
    const { people, directory, log } = aDesk();
    const admitted = await people.create(PROFILE, undefined, ADMIN);
    expect(admitted).toMatchObject({ value: { profile: { version: 1 }, initialPassword: 'CODE-000001' } });
    await expect(directory.personByUsername('new.one')).resolves.toMatchObject({
      name: '新人',
      active: true,
    });
    expect(log.entries.map(({ kind, after }) => [kind, after])).toMatchObject([
      ['person', { username: 'new.one', role: 'owner' }],
      ['person', { password: 'initial' }],
    ]);
    expect(await people.create({ ...PROFILE, username: 'two' }, PASSWORD, ADMIN)).toMatchObject({
      value: { initialPassword: PASSWORD },
    });
  });

  it.each([
    ['a name that is taken', { username: OWNER.username }, PASSWORD, 'PERSON.USERNAME_TAKEN'],
    ['no such department', { department: 'none' }, PASSWORD, 'PERSON.INVALID'],
    ['a password with the name in it', {}, 'xx-new.one-xx', 'PERSON.INVALID'],
  ])('is refused %s, and nothing is left behind', async (_, more, password, code) => {
    const { people, log } = aDesk();
    expect(await people.create({ ...PROFILE, ...more }, password, ADMIN)).toMatchObject({ error: { code } });
    expect(log.entries).toEqual([]);
  });
});

describe('a change of office', () => {
  const change = { name: OWNER.name, role: 'verifier', onDuty: true } as const;

  it('is recorded without the address itself, and sends for the duties that do not go with it', async () => {
    const { people, log, publisher } = aDesk();
    const changed = await people.update('O1', { ...change, email: 'x@duban.example' }, 1, ADMIN);
    expect(changed).toMatchObject({ value: { version: 2, item: { role: 'verifier' } } });
    expect(log.entries).toMatchObject([{ before: { role: 'owner' }, after: { role: 'verifier' } }]);
    expect(JSON.stringify(log.entries)).not.toContain('@duban.example');
    expect(publisher.published).toMatchObject([{ payload: { personId: 'o1' } }]);
    expect(await people.update('o1', { ...change, name: '另名' }, 1, ADMIN)).toMatchObject({
      error: { code: 'CONFIGURATION.CONFLICT' },
    });
  });

  it('is nobody’s own affair, and leaves an administrator', async () => {
    const { people, directory } = aDesk();
    const demoted = { name: ADMIN.name, role: 'director', onDuty: true } as const;
    expect(await people.update('a1', demoted, 1, ADMIN)).toMatchObject({ error: { code: 'PERSON.ONESELF' } });
    const second = aPerson({ id: 'a2', role: 'admin' });
    directory.set({ people: [ADMIN, second] });
    const both = await Promise.all([
      people.update('a1', demoted, 1, second),
      people.update('a2', demoted, 1, ADMIN),
    ]);
    expect(both.map((each) => (each.ok ? 'done' : each.error.code)).sort()).toEqual([
      'PERSON.LAST_ADMIN',
      'done',
    ]);
    expect(await people.update('nobody', demoted, 1, ADMIN)).toMatchObject({
      error: { code: 'PERSON.NOT_FOUND' },
    });
  });
});

describe('a password', () => {
  it('from the administrator ends every login and has to be changed', async () => {
    const { people, accounts, sessions, log } = aDesk();
    await accounts.lock('o1', new Date());
    expect(await people.resetPassword('o1', PASSWORD, ADMIN)).toMatchObject({
      value: { initialPassword: PASSWORD },
    });
    expect(await accounts.byUsername('o1')).toMatchObject({ mustChangePassword: true });
    expect(await accounts.byUsername('o1')).not.toHaveProperty('lockedUntil');
    expect(sessions.ended).toEqual(['o1']);
    expect(JSON.stringify(log.entries)).not.toContain(PASSWORD);
    expect(await people.resetPassword('a1', PASSWORD, ADMIN)).toMatchObject({
      error: { code: 'PERSON.ONESELF' },
    });
    expect(await people.resetPassword('o1', 'short', ADMIN)).toMatchObject({
      error: { code: 'PERSON.INVALID' },
    });
    await accounts.lock('o1', new Date());
    expect(await people.unlock('o1', ADMIN)).toMatchObject({ ok: true });
    expect(await accounts.byUsername('o1')).not.toHaveProperty('lockedUntil');
  });

  it('of one’s own is changed by who knows the present one', async () => {
    const { accounts, hasher, sessions } = aDesk();
    await accounts.setPassword('o1', await hasher.hash(PASSWORD), { mustChange: true });
    const own = new OwnPassword(accounts, hasher, sessions);
    const wrong = await own.change(OWNER, 'not it', 'another password');
    expect(wrong).toMatchObject({ error: { code: 'PERSON.PASSWORD_WRONG' } });
    const same = await own.change(OWNER, PASSWORD, PASSWORD);
    expect(same).toMatchObject({ error: { code: 'PERSON.INVALID', errors: [{ pointer: '/next' }] } });
    expect(await own.change(OWNER, PASSWORD, 'another password')).toMatchObject({ ok: true });
    expect(await accounts.byUsername('o1')).not.toHaveProperty('mustChangePassword');
    expect(sessions.ended).toEqual(['o1']);
  });
});
