import { aPerson } from '../../../../test/builders/fixtures.builder';
import { actorOf, aTicket, REPORTER, START } from '../../../../test/builders/ticket.builder';
import { MOST_ATTACHMENTS } from './attach.decide';
import { type TicketAttachment } from './ticket.types';
import { type TicketCommand } from './ticket-decision.types';

const OWNER = actorOf(aPerson());
const file = (id: string, overrides: Partial<TicketAttachment> = {}): TicketAttachment => ({
  id,
  name: '现场.jpg',
  mediaType: 'image/jpeg',
  size: 1000,
  thumbnail: true,
  visibility: 'public',
  by: 'staff',
  at: START,
  purpose: 'other',
  ...overrides,
});
const attach = (...attachments: TicketAttachment[]): TicketCommand => ({ name: 'attach', attachments });
const many = (count: number) => Array.from({ length: count }, (_, index) => file(`file-${index}`));

describe('files that join a ticket', () => {
  it('are on record by their ids, and once only', () => {
    const once = aTicket()
      .inProgress()
      .give(attach(file('a'), file('b')), OWNER);
    const twice = once.give(attach(file('b'), file('c')), OWNER).build();
    expect(twice.attachments.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(twice.log.at(-1)).toMatchObject({ type: 'ticket.attached', facts: { attachmentIds: ['c'] } });
    expect(once.give(attach(file('a')), OWNER).build().log).toHaveLength(once.build().log.length);
  });

  it('are public where all of them are, and a reporter’s where all of them are', () => {
    const facts = (...files: TicketAttachment[]) =>
      aTicket()
        .give(attach(...files), REPORTER)
        .build()
        .log.at(-1)?.facts;
    const own = file('a', { by: 'reporter' });
    expect(facts(own)).toMatchObject({ visibility: 'public', byReporter: true });
    expect(facts(own, file('b', { visibility: 'internal' }))).toMatchObject({
      visibility: 'internal',
      byReporter: false,
    });
  });

  it(`are ${MOST_ATTACHMENTS} at most, those of the result included`, () => {
    const full = aTicket()
      .inProgress()
      .give(attach(...many(MOST_ATTACHMENTS)), OWNER);
    const result: TicketCommand = { name: 'submitResult', text: '已修好', attachments: [file('one more')] };
    expect(full.refusal(attach(file('one more')), OWNER)).toBe('TICKET.ATTACHMENT_LIMIT');
    expect(full.refusal(result, OWNER)).toBe('TICKET.ATTACHMENT_LIMIT');
    expect(full.refusal({ ...result, attachments: [file('file-0')] }, OWNER)).toBeUndefined();
  });
});
