import { type Person } from '@app/domain';
import { aPerson } from '../../../../test/builders/fixtures.builder';
import { FakeConfigurationLog, FakeOfficeRepository } from '../../../../test/fakes/configuration.fake';
import { FakeLoginSessions } from '../../../../test/fakes/duties.fake';
import { anOffice } from '../../../../test/harness/office.harness';
import { DutyDesk } from './duty-desk';
import { EmploymentDesk } from './employment-desk';

const owner = aPerson({ id: 'owner' });
const colleague = aPerson({ id: 'colleague' });
const head = aPerson({ id: 'head', role: 'head' });
const stranger = aPerson({ id: 'stranger', role: 'head', department: 'catering' });
const admin = aPerson({ id: 'admin', role: 'admin' });
const second = aPerson({ id: 'second', role: 'admin' });
const student = aPerson({ id: 'student', role: 'reporter' });
const HOUR_MS = 3_600_000;

function aDesk(people: readonly Person[] = [owner, colleague, head, stranger, admin, second, student]) {
  const fakes = anOffice({ people });
  const { directory, clock, ids, publisher } = fakes;
  const log = new FakeConfigurationLog();
  const office = new FakeOfficeRepository(directory, log);
  const sessions = new FakeLoginSessions();
  const duties = new DutyDesk(office, directory, clock, ids);
  const employment = new EmploymentDesk(office, directory, sessions, publisher, clock, ids);
  const after = (hours: number) => new Date(clock.now().getTime() + hours * HOUR_MS);
  return { ...fakes, log, office, sessions, duties, employment, after };
}

describe(DutyDesk.name, () => {
  it('sets a leave, on record without its note, and ends it', async () => {
    const { duties, after, log, directory } = aDesk();
    const asked = { from: after(1), to: after(9), standIn: 'Colleague', note: '就医' };
    const result = await duties.setLeave('owner', asked, owner);
    const leave = { from: asked.from, to: asked.to, note: '就医', standInId: 'colleague' };
    expect(result).toMatchObject({ ok: true, value: { id: 'owner', leave } });
    expect((await directory.person('owner'))?.leave).toEqual(leave);
    expect(log.entries).toMatchObject([
      { kind: 'person', subject: 'owner', actor: { id: 'owner' }, before: {} },
    ]);
    expect(JSON.stringify(log.entries)).not.toContain('就医');
    await duties.setLeave('owner', asked, head);
    expect(log.entries).toHaveLength(1);
    await expect(duties.endLeave('owner', head)).resolves.toMatchObject({ ok: true });
    expect(await directory.person('owner')).toEqual(owner);
    expect(log.entries).toHaveLength(2);
  });

  it.each([
    ['another department’s head', stranger, 'owner', 'PERSON.NOT_ALLOWED'],
    ['a colleague', colleague, 'owner', 'PERSON.NOT_ALLOWED'],
    ['for nobody', admin, 'nobody', 'PERSON.NOT_FOUND'],
    ['for a reporter', admin, 'student', 'PERSON.NOT_FOUND'],
    ['with a stand-in who is not there', head, 'owner', 'PERSON.DUTIES_INVALID'],
  ])('refuses %s', async (_, by, username, code) => {
    const { duties, after, log } = aDesk();
    const asked = { from: after(1), to: after(9), standIn: 'no-one' };
    await expect(duties.setLeave(username, asked, by)).resolves.toMatchObject({ error: { code } });
    expect(log.entries).toEqual([]);
  });

  it('names an acting head, who heads the department then but names nobody', async () => {
    const { duties, after, clock, directory } = aDesk();
    const acting = { department: 'energy', from: after(0), to: after(9) };
    await expect(duties.setActingHead('colleague', acting, head)).resolves.toMatchObject({ ok: true });
    const longer = { ...acting, to: after(12) };
    await duties.setActingHead('colleague', longer, head);
    const named = (await directory.person('colleague'))!;
    expect(named.actingHeadOf).toEqual([longer]);
    await expect(duties.setActingHead('owner', acting, named)).resolves.toMatchObject({
      error: { code: 'PERSON.NOT_ALLOWED' },
    });
    const asked = { from: after(1), to: after(2) };
    await expect(duties.setLeave('owner', asked, named)).resolves.toMatchObject({ ok: true });
    clock.set(after(12));
    await expect(duties.endLeave('owner', named)).resolves.toMatchObject({ ok: false });
    await duties.endActingHead('colleague', 'energy', admin);
    expect(await directory.person('colleague')).toEqual(colleague);
  });

  it('decides anew where somebody else was first', async () => {
    const { duties, after, office, directory } = aDesk();
    const commit = office.commit.bind(office);
    jest.spyOn(office, 'commit').mockImplementationOnce(async (revision, changes, entries) => {
      await commit(revision, [{ kind: 'duties', item: { code: 'colleague', leave: period } }], []);
      return commit(revision, changes, entries);
    });
    const period = { from: after(1), to: after(9) };
    const result = await duties.setLeave('owner', { ...period, standIn: 'colleague' }, owner);
    expect(result).toMatchObject({
      error: { code: 'PERSON.DUTIES_INVALID', errors: [{ pointer: '/standIn' }] },
    });
    expect((await directory.person('owner'))?.leave).toBeUndefined();
  });
});

describe(EmploymentDesk.name, () => {
  it('closes an account, ends its logins and asks for its duties to be released', async () => {
    const { employment, directory, sessions, publisher, log } = aDesk();
    await expect(employment.deactivate('Owner', '调离', admin)).resolves.toMatchObject({ ok: true });
    expect((await directory.person('owner'))?.active).toBe(false);
    expect(sessions.ended).toEqual(['owner']);
    expect(publisher.published).toMatchObject([
      { name: 'person.release-duties', payload: { personId: 'owner' } },
    ]);
    expect(log.entries).toMatchObject([{ subject: 'owner', reason: '调离', after: { active: false } }]);
  });

  it('ends by a repeat what an interrupted one has left', async () => {
    const { employment, sessions, publisher, log } = aDesk();
    jest.spyOn(sessions, 'endAll').mockRejectedValueOnce(new Error('the store is away'));
    await expect(employment.deactivate('owner', '调离', admin)).rejects.toThrow('away');
    publisher.failure = new Error('Redis is away');
    await expect(employment.deactivate('owner', '调离', admin)).resolves.toMatchObject({ ok: true });
    publisher.failure = undefined;
    await employment.deactivate('owner', '调离', admin);
    expect(sessions.ended).toEqual(['owner', 'owner']);
    expect(publisher.published).toHaveLength(1);
    expect(log.entries).toHaveLength(1);
  });

  it.each([
    ['oneself', [admin, second], 'admin', 'PERSON.ONESELF'],
    ['nobody there is', [admin], 'nobody', 'PERSON.NOT_FOUND'],
    ['the last administrator', [admin, { ...second, active: false }], 'admin', 'PERSON.LAST_ADMIN'],
  ])('refuses %s', async (_, people, username, code) => {
    const { employment } = aDesk(people);
    const by = username === 'admin' && code === 'PERSON.ONESELF' ? admin : second;
    await expect(employment.deactivate(username, '离职', by)).resolves.toMatchObject({ error: { code } });
  });

  it('leaves one administrator of two who close each other’s account', async () => {
    const { employment, directory } = aDesk([admin, second]);
    const answers = await Promise.all([
      employment.deactivate('second', '离职', admin),
      employment.deactivate('admin', '离职', second),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(directory.data.people.filter(({ active }) => active)).toHaveLength(1);
  });

  it('opens an account again, without the logins from before', async () => {
    const { employment, directory, sessions, log } = aDesk([owner, admin, { ...student, active: false }]);
    await employment.deactivate('owner', '借调', admin);
    await expect(employment.reactivate('owner', undefined, admin)).resolves.toMatchObject({ ok: true });
    await employment.reactivate('student', '误停', admin);
    expect(directory.data.people.every(({ active }) => active)).toBe(true);
    expect(sessions.ended).toEqual(['owner', 'owner', 'student']);
    expect(log.entries).toHaveLength(3);
  });
});
