import { hana, office, olga, person, type Row, told } from '../../../../test/builders/audience.builder';
import { type TicketEventType } from '../ticket/ticket.events';

const now = new Date('2026-03-02T09:00+08:00');
const hour = (count: number) => new Date(now.getTime() + count * 3_600_000);
const away = (standInId?: string, [from, to] = [0, 1]) => ({
  leave: { from: hour(from), to: hour(to), ...(standInId === undefined ? {} : { standInId }) },
});
const canteen = { department: 'canteen' };
const others = office.filter(({ id }) => id !== 'hana');
const acting = (from: number, to: number) => ({
  actingHeadOf: [{ department: 'canteen', from: hour(from), to: hour(to) }],
});

const ROWS: Readonly<Partial<Record<TicketEventType, readonly Row[]>>> = {
  'ticket.dispatched': [
    [
      'the stand-in of an owner who is away hears too',
      { office: [...office, person('olga', 'owner', away('otto'))] },
      ['olga owner-assigned', 'otto owner-assigned', 'reporter reporter-dispatched'],
    ],
    [
      'the stand-in of the stand-in, where that one is away as well',
      {
        office: [
          ...office,
          person('olga', 'owner', away('otto')),
          person('otto', 'owner', away('omar', [-5, 5])),
        ],
      },
      ['olga owner-assigned', 'omar owner-assigned', 'reporter reporter-dispatched'],
    ],
    [
      'nobody stands in before the leave and after it',
      { office: [...office, person('olga', 'owner', away('otto', [-5, 0]))] },
      ['olga owner-assigned', 'reporter reporter-dispatched'],
    ],
  ],
  'ticket.result-submitted': [
    [
      'an acting head is a head while acting',
      { actor: olga, office: [...others, person('anna', 'owner', acting(0, 1))] },
      ['anna head-review'],
    ],
    [
      'and none afterwards',
      { actor: olga, office: [...others, person('anna', 'owner', acting(-2, 0))] },
      ['dirk head-review'],
    ],
    [
      'a head of several departments',
      { actor: olga, office: [...others, person('hugh', 'head', { department: 'x', alsoIn: ['canteen'] })] },
      ['hugh head-review'],
    ],
    [
      'a head who is away, and the stand-in',
      { actor: olga, office: [...others, person('hana', 'head', { ...canteen, ...away('otto') })] },
      ['hana head-review', 'otto head-review'],
    ],
    [
      'the director where the only head is away and nobody stands in',
      { actor: olga, office: [...others, person('hana', 'head', { ...canteen, ...away() })] },
      ['dirk head-review'],
    ],
    [
      'the director where the owner stands in for the only head',
      { actor: olga, office: [...others, person('hana', 'head', { ...canteen, ...away('olga') })] },
      ['dirk head-review'],
    ],
  ],
  'ticket.commented': [
    [
      'a stand-in who acts is not told of it',
      { actor: hana, office: [...office, person('olga', 'owner', away('hana'))] },
      ['olga owner-commented'],
    ],
  ],
};

describe('letters to those who are away', () => {
  const cases = Object.entries(ROWS).flatMap(([type, rows]) =>
    rows.map(([rule, given, expected]) => [rule, type as TicketEventType, given, expected] as const),
  );
  it.each(cases)('%s (%s)', (_, type, given, expected) => {
    expect(told(type, given)).toEqual(expected);
  });
});
