import { aPerson, aPolicy, CALENDAR } from '../../../../test/builders/fixtures.builder';
import { actorOf, nextId, START, WORKER } from '../../../../test/builders/ticket.builder';
import { type Actor } from '../ticket/actor.types';
import { decideSubmit, type GivenReporter } from '../ticket/submission.decide';

const KNOWN = { userId: 'u1', name: '李雷', phone: '13800000000', email: 'lilei@duban.example' };
const STUDENT = actorOf(aPerson({ id: 'u1', role: 'reporter' }));
const DISPATCHER = actorOf(aPerson({ role: 'dispatcher' }));

const submit = (reporter: GivenReporter, actor: Actor = STUDENT, accountAlias?: string) =>
  decideSubmit(
    { title: 'a', description: 'b', source: { kind: 'online' }, reporter },
    {
      now: START,
      actor,
      newId: nextId,
      ticketId: 't1',
      number: '2026-000001',
      trackingCode: 'code',
      calendar: CALENDAR,
      policy: aPolicy(),
      ...(accountAlias === undefined ? {} : { accountAlias }),
    },
  );

describe('a submission', () => {
  it('keeps on the ticket what a named reporter gave', () => {
    const { next, events, hidden } = submit({ identity: 'named', ...KNOWN });
    expect(next.reporter).toEqual({ identity: 'named', anonymous: false, ...KNOWN });
    expect(events[0]?.actor).toEqual({ kind: 'reporter' });
    expect(hidden).toBeUndefined();
  });

  it('keeps of a hidden reporter nothing but an alias; all the rest is to be stored apart', () => {
    const { next, events, hidden } = submit({ identity: 'hidden', ...KNOWN }, STUDENT, 'alias');
    expect(next.reporter).toEqual({ identity: 'hidden', anonymous: false, accountAlias: 'alias' });
    expect(hidden).toEqual(KNOWN);
    expect(JSON.stringify([next, events])).not.toMatch(/u1|李雷|13800000000|lilei/);
  });

  it('keeps of an anonymous reporter where to send letters, and of an account not even that there was one', () => {
    const { next, events, hidden } = submit({ identity: 'anonymous', ...KNOWN }, STUDENT, 'alias');
    expect(next.reporter).toEqual({ identity: 'anonymous', anonymous: true, email: KNOWN.email });
    expect(events[0]?.actor).toEqual({ kind: 'reporter' });
    expect(hidden).toBeUndefined();
  });

  it.each([DISPATCHER, WORKER])('says who submitted it for a hidden reporter: %j', (actor) => {
    const { events } = submit({ identity: 'hidden', name: '李雷' }, actor);
    expect(events[0]?.actor).toEqual(actor);
  });
});
