import { type Department } from './people.types';
import { passwordFault, profileFaults } from './profile.decide';

const departments: readonly Department[] = [
  { code: 'energy', name: '能源', aliases: [] },
  { code: 'catering', name: '饮食', aliases: [] },
  { code: 'old', name: '旧部门', aliases: [], active: false },
];
const pointers = (profile: Partial<Parameters<typeof profileFaults>[0]>) =>
  profileFaults({ username: 'li.ming', role: 'owner', department: 'energy', ...profile }, departments).map(
    ({ pointer }) => pointer,
  );

describe('a profile', () => {
  it('is faultless for staff in departments, and for an office above them', () => {
    expect(pointers({ alsoIn: ['catering'] })).toEqual([]);
    expect(profileFaults({ username: 'leader', role: 'leader' }, departments)).toEqual([]);
  });

  it.each([
    ['a user name in capitals', { username: 'Li.Ming' }, ['/username']],
    ['a user name of one letter', { username: 'l' }, ['/username']],
    ['a department that is not there', { department: 'none' }, ['/department']],
    ['a department out of use', { department: 'old' }, ['/department']],
    ['a department twice', { alsoIn: ['energy', 'catering', 'catering'] }, ['/alsoIn/0', '/alsoIn/2']],
  ])('is refused %s', (_, profile, expected) => expect(pointers(profile)).toEqual(expected));

  it('needs a department to handle tickets, and a main one beside further ones', () => {
    expect(profileFaults({ username: 'head', role: 'head' }, departments)).toHaveLength(1);
    expect(
      profileFaults({ username: 'dd', role: 'director', alsoIn: ['energy'] }, departments),
    ).toMatchObject([{ pointer: '/alsoIn' }]);
  });
});

describe('a password', () => {
  it.each([
    ['short', 'elevenchars'],
    ['of one letter', 'aaaaaaaaaaaaaaaa'],
    ['with the user name in it', 'my-Li.Ming-2026'],
  ])('is refused when %s', (_, password) => expect(passwordFault(password, 'li.ming')).toBeDefined());

  it('may be long words', () => expect(passwordFault('correct horse battery', 'li.ming')).toBeUndefined());
});
