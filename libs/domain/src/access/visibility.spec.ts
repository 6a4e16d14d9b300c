import { aPerson } from '../../../../test/builders/fixtures.builder';
import { actorOf, aTicket } from '../../../../test/builders/ticket.builder';
import { ROLES } from '../people/people.types';
import { canSee, canSeeContact, sightOf, type Viewer, visibilityOf } from './visibility.decide';

const OWNER = aPerson();
const HELPER = aPerson({ id: 'helper', department: 'catering' });
const viewer = (more: Partial<Viewer> = {}): Viewer => ({
  id: 'somebody',
  role: 'owner',
  headOf: [],
  standsInFor: [],
  ...more,
});
const submitted = aTicket({ reporter: { identity: 'named', userId: 'student', phone: '13800000000' } });
const waiting = submitted.build();
const shared = submitted.dispatched(OWNER).inProgress().coHandledBy(HELPER);
const finished = shared.give(
  { name: 'completeSubTask', subTaskId: shared.build().subTasks[0]?.id ?? '', text: '已配合' },
  actorOf(HELPER),
);

describe('who may see a ticket', () => {
  it.each([
    ['nobody who has no part in it', viewer(), [false, false, false]],
    ['its owner', viewer({ id: OWNER.id }), [false, true, true]],
    ['the owner’s stand-in', viewer({ standsInFor: [OWNER.id] }), [false, true, true]],
    ['who takes part, or took', viewer({ id: HELPER.id }), [false, true, true]],
    ['the co-handler’s stand-in', viewer({ standsInFor: [HELPER.id] }), [false, true, true]],
    [
      'the head of its department',
      viewer({ role: 'head', headOf: ['office', 'energy'] }),
      [false, true, true],
    ],
    ['an owner acting as its head', viewer({ headOf: ['energy'] }), [false, true, true]],
    ['no other head, the co-handling one included', viewer({ headOf: ['catering'] }), [false, false, false]],
    ['its reporter', viewer({ id: 'student', role: 'reporter' }), [true, true, true]],
    ['no other reporter', viewer({ id: OWNER.id, role: 'reporter' }), [false, false, false]],
  ])('%s', (_, who, expected) => {
    const seen = [waiting, shared.build(), finished.build()].map((ticket) =>
      canSee(visibilityOf(who), sightOf(ticket)),
    );
    expect(seen).toEqual(expected);
  });

  it('is everybody in an office that has no department', () => {
    const all = ROLES.filter((role) => visibilityOf(viewer({ role })).kind === 'all');
    expect(all).toEqual(['dispatcher', 'verifier', 'director', 'leader', 'admin']);
  });
});

describe('who may see contact data', () => {
  it.each([
    ['the dispatcher', viewer({ role: 'dispatcher' }), true],
    ['the owner', viewer({ id: OWNER.id }), true],
    ['the owner’s stand-in', viewer({ standsInFor: [OWNER.id] }), true],
    ['the head, also acting', viewer({ headOf: ['energy'] }), true],
    ['no co-handler', viewer({ id: HELPER.id }), false],
    ['no leader', viewer({ role: 'leader' }), false],
  ])('%s', (_, who, expected) => {
    expect(canSeeContact(who, shared.build())).toBe(expected);
    const hidden = { ...shared.build(), reporter: { identity: 'hidden', anonymous: false } as const };
    expect(canSeeContact(who, hidden)).toBe(false);
  });
});
