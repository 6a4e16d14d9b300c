import { aPerson, ENERGY } from '../../../../test/builders/fixtures.builder';
import { type Leave, type Person } from './people.types';
import { mayManageLeave, mayNameActingHead, validateActingHead, validateLeave } from './leave.decide';
import { standingOf, standInOf } from './standing.decide';

const day = (number: number) => new Date(Date.UTC(2026, 2, number));
const leave = (from: number, to: number, standInId?: string): Leave => ({
  from: day(from),
  to: day(to),
  ...(standInId === undefined ? {} : { standInId }),
});
const person = (id: string, more: Partial<Person> = {}) => aPerson({ id, ...more });

describe('standing in', () => {
  const a = person('a', { leave: leave(1, 5, 'b') });
  const b = person('b', { leave: leave(4, 8, 'c') });

  it.each([
    [day(1).getTime() - 1, undefined],
    [day(1).getTime(), 'b'],
    [day(4).getTime() - 1, 'b'],
    [day(4).getTime(), 'c'],
    [day(5).getTime(), undefined],
  ])(
    'holds from the beginning of a leave to its end, and goes on to the next one at work',
    (at, expected) => {
      expect(standInOf(a, [a, b], new Date(at))).toBe(expected);
    },
  );

  it('ends where two name each other, or somebody themselves', () => {
    const one = person('one', { leave: leave(1, 9, 'two') });
    const two = person('two', { leave: leave(1, 9, 'one') });
    const alone = person('alone', { leave: leave(1, 9, 'alone') });
    for (const who of [one, two, alone]) expect(standInOf(who, [one, two, alone], day(2))).toBeUndefined();
  });

  it('gives the duties of the one away, those of a head included', () => {
    const head = person('h', { role: 'head', alsoIn: ['office'], leave: leave(1, 5, 'c') });
    const c = person('c', { actingHeadOf: [{ department: 'catering', from: day(3), to: day(4) }] });
    expect(standingOf(c, [head, a, b], day(2))).toEqual({
      headOf: ['energy', 'office'],
      standsInFor: ['h'],
    });
    expect(standingOf(c, [head, a, b], day(3)).headOf).toEqual(['catering', 'energy', 'office']);
    expect(standingOf(c, [head, a, b], day(4)).standsInFor).toEqual(['h', 'a', 'b']);
    expect(standingOf(c, [head, a, b], day(9))).toEqual({ headOf: [], standsInFor: [] });
    expect(standingOf(head, [head, a, b], day(2)).headOf).toEqual(['energy', 'office']);
  });

  it('ends with the account of the one away, and with an office that has such work', () => {
    const head = person('h', { role: 'head', leave: leave(1, 5, 'c') });
    const acting = [{ department: 'catering', from: day(1), to: day(5) }];
    const nothing = { headOf: [], standsInFor: [] };
    expect(standingOf(person('c'), [{ ...head, active: false }], day(2))).toEqual(nothing);
    const moved = person('c', { role: 'verifier', actingHeadOf: acting });
    expect(standingOf(moved, [head], day(2))).toEqual(nothing);
    const director = person('d1', { role: 'director', leave: leave(1, 5, 'd2') });
    const { department: _, ...away } = director;
    expect(standingOf(person('d2', { role: 'director' }), [away], day(2)).standsInFor).toEqual(['d1']);
    expect(standingOf(person('d2', { role: 'leader' }), [away], day(2))).toEqual(nothing);
  });
});

describe('a leave', () => {
  const now = day(2);
  const who = person('who', { alsoIn: ['office'] });
  const people = [
    who,
    person('colleague', { department: 'office' }),
    person('gone', { active: false }),
    person('stranger', { department: 'catering' }),
    person('clerk', { role: 'dispatcher', department: ENERGY.code }),
    person('away', { leave: leave(9, 12) }),
    person('ward', { leave: leave(20, 25, 'who') }),
  ];
  it.each([
    ['with a stand-in of a shared department', leave(3, 9, 'colleague'), []],
    ['without anybody', leave(3, 9), []],
    ['that has begun', leave(1, 9, 'colleague'), []],
    ['that ends as it begins', leave(3, 3, 'colleague'), ['/to']],
    ['that is over', leave(1, 2, 'colleague'), ['/to']],
    ['with nobody known', leave(3, 9, 'nobody'), ['/standIn']],
    ['with oneself', leave(3, 9, 'who'), ['/standIn']],
    ['with somebody who has left', leave(3, 9, 'gone'), ['/standIn']],
    ['with somebody of another department', leave(3, 9, 'stranger'), ['/standIn']],
    ['with somebody who owns no work', leave(3, 9, 'clerk'), ['/standIn']],
    ['with somebody away at the same time', leave(3, 10, 'away'), ['/standIn']],
    ['with somebody away afterwards', leave(3, 9, 'away'), []],
    ['without anybody while standing in', leave(24, 26), ['/standIn']],
    ['with a stand-in for those stood in for', leave(24, 26, 'colleague'), []],
  ])('%s', (_, asked, faults) => {
    expect(validateLeave(who, asked, { people, now }).map(({ pointer }) => pointer)).toEqual(faults);
  });

  it('of somebody without a department is stood in for by the same office', () => {
    const director = person('d1', { role: 'director' });
    const staff = [director, person('d2', { role: 'director' }), person('l', { role: 'leader' })];
    const faults = (standIn: string) => validateLeave(director, leave(3, 9, standIn), { people: staff, now });
    expect(faults('d2')).toEqual([]);
    expect(faults('l')).toHaveLength(1);
  });

  it('never makes a circle, whatever leaves are asked for in whatever order', () => {
    let state = 42;
    const draw = (below: number) => (state = (state * 48_271) % 2_147_483_647) % below;
    for (let round = 0; round < 300; round += 1) {
      let office = ['a', 'b', 'c', 'd'].map((id) => person(id));
      for (let tries = 0; tries < 12; tries += 1) {
        const asker = office[draw(4)]!;
        const from = 3 + draw(8);
        const asked = leave(from, from + 1 + draw(6), 'abcd'[draw(4)]);
        if (validateLeave(asker, asked, { people: office, now }).length > 0) continue;
        office = office.map((one) => (one === asker ? { ...one, leave: asked } : one));
      }
      for (const one of office)
        for (let at = 3; at < 18; at += 1) {
          const isAway = one.leave && one.leave.from <= day(at) && day(at) < one.leave.to;
          expect(standInOf(one, office, day(at)) !== undefined).toBe(isAway === true);
        }
    }
  });

  it('is set by oneself, the head and the administrator', () => {
    const standing = (...headOf: string[]) => ({ headOf });
    expect(mayManageLeave(who, standing(), who)).toBe(true);
    expect(mayManageLeave(person('admin', { role: 'admin' }), standing(), who)).toBe(true);
    expect(mayManageLeave(person('h', { role: 'head' }), standing('office'), who)).toBe(true);
    expect(mayManageLeave(person('h', { role: 'head' }), standing('catering'), who)).toBe(false);
    expect(mayManageLeave(person('director', { role: 'director' }), standing(), who)).toBe(false);
  });

  it('of a head is not set by whoever heads the department in the head’s place', () => {
    const head = person('h', { role: 'head' });
    const inPlace = person('c', { actingHeadOf: [{ department: 'energy', from: day(1), to: day(5) }] });
    expect(mayManageLeave(inPlace, standingOf(inPlace, [], day(2)), head)).toBe(false);
    expect(mayManageLeave(inPlace, standingOf(inPlace, [], day(2)), person('colleague'))).toBe(true);
    expect(mayManageLeave(person('h2', { role: 'head' }), { headOf: ['energy'] }, head)).toBe(true);
  });
});

describe('an acting headship', () => {
  const departments = [ENERGY, { code: 'catering', name: '饮食服务中心', aliases: [] }];
  const asked = { department: 'catering', from: day(3), to: day(9) };
  it.each([
    ['of an owner', person('o'), asked, []],
    ['of another department’s head', person('h', { role: 'head' }), asked, []],
    ['of no department there is', person('o'), { ...asked, department: 'none' }, ['/department']],
    ['of one’s own', person('h', { role: 'head', department: 'catering' }), asked, ['/department']],
    ['of a dispatcher', person('d', { role: 'dispatcher' }), asked, ['']],
    ['of somebody who has left', person('o', { active: false }), asked, ['']],
    ['of somebody away', person('o', { leave: leave(8, 10) }), asked, ['/from']],
    ['that ends before it begins', person('o'), { ...asked, to: day(3) }, ['/to']],
    ['that is over', person('o'), { ...asked, from: day(1), to: day(2) }, ['/to']],
  ])('%s', (_, who, acting, faults) => {
    const found = validateActingHead(who, acting, { departments, now: day(2) });
    expect(found.map(({ pointer }) => pointer)).toEqual(faults);
  });

  it('is named by the head and the administrator, never by whoever acts', () => {
    const owner = person('o');
    const head = person('h', { role: 'head' });
    const acting = person('x', { actingHeadOf: [{ ...asked, department: 'energy' }] });
    expect(mayNameActingHead(head, 'energy', owner)).toBe(true);
    expect(mayNameActingHead(head, 'catering', owner)).toBe(false);
    expect(mayNameActingHead(head, 'energy', head)).toBe(false);
    expect(mayNameActingHead(acting, 'energy', owner)).toBe(false);
    expect(mayNameActingHead(person('a', { role: 'admin' }), 'energy', owner)).toBe(true);
  });
});
