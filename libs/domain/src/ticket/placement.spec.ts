import { aPerson, aPolicy } from '../../../../test/builders/fixtures.builder';
import { actorOf, aTicket, type TicketBuilder } from '../../../../test/builders/ticket.builder';
import { type Policy } from '../policy/policy.types';

const OWNER = aPerson();
const DISPATCHER = actorOf(aPerson({ role: 'dispatcher' }));
const at = (text: string) => new Date(`${text}+08:00`);
const dispatch = (ticket: TicketBuilder, policy: Policy, owner = OWNER) =>
  ticket.give(
    {
      name: 'dispatch',
      owner,
      department: 'energy',
      category: 'heating',
      priority: 'normal',
      basis: 'by hand',
    },
    DISPATCHER,
    { policy },
  );

describe('a second dispatch', () => {
  const returned = aTicket().dispatched().returned();

  it('gives as long to respond as the first, and the deadline before stays on record', () => {
    const stopped = returned.build().clocks.response;
    expect(stopped).toMatchObject({ dueAt: at('2026-03-02T14:10'), stoppedAt: at('2026-03-02T09:20') });
    const again = returned.at(at('2026-03-02T13:00')).dispatched().build().clocks.response;
    expect(again?.stoppedAt).toBeUndefined();
    expect(again?.versions.map(({ version, dueAt }) => [version, dueAt])).toEqual([
      [1, at('2026-03-02T14:10')],
      [2, at('2026-03-02T17:00')],
    ]);
  });

  it('keeps the deadline that was promised, unless its policy gives another one', () => {
    const same = returned.dispatched().build().clocks.resolution;
    expect(same).toEqual(aTicket().dispatched().build().clocks.resolution);
    const policy = aPolicy({ code: 'urgent', resolution: { unit: 'working-days', amount: 1 } });
    expect(dispatch(returned, policy).build().clocks.resolution).toMatchObject({
      startedAt: at('2026-03-02T09:00'),
      dueAt: at('2026-03-03T17:00'),
      stretch: 2,
    });
  });

  it('goes by its own policy’s steps, also where the deadline is the same', () => {
    const [warn] = aPolicy().steps;
    const policy = aPolicy({
      code: 'food',
      steps: [{ ...warn!, key: 'early', offset: { kind: 'share', share: -0.5 } }],
    });
    const { steps, policy: of } = dispatch(returned, policy).build();
    expect(of.code).toBe('food');
    expect(steps.filter(({ state }) => state === 'planned').map(({ key }) => key)).toEqual(['early']);
  });
});

describe('an owner', () => {
  it('is nobody who is away, and may be someone who works in several departments', () => {
    const leave = { from: at('2026-03-01T00:00'), to: at('2026-03-03T00:00') };
    const away = aTicket();
    expect(() => dispatch(away, aPolicy(), { ...OWNER, leave })).toThrow('TICKET.OWNER_NOT_ELIGIBLE');
    expect(dispatch(away.at(leave.to), aPolicy(), { ...OWNER, leave }).build().owner?.id).toBe(OWNER.id);
    const both = aPerson({ id: 'both', department: 'catering', alsoIn: ['energy'] });
    expect(dispatch(away, aPolicy(), both).build()).toMatchObject({
      department: 'energy',
      owner: { id: 'both' },
    });
  });
});
