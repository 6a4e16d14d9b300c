import { aPerson } from '../../../../test/builders/fixtures.builder';
import { actorOf, aTicket, START } from '../../../../test/builders/ticket.builder';
import { type TicketCommand } from './ticket-decision.types';
import { type TicketAttachment } from './ticket.types';

const OWNER = actorOf(aPerson());
const HEAD = actorOf(aPerson({ role: 'head' }));
const at = (text: string) => new Date(`${text}+08:00`);
const working = aTicket().inProgress();
const photo: TicketAttachment = {
  id: 'photo',
  name: '完工.jpg',
  mediaType: 'image/jpeg',
  size: 1000,
  thumbnail: true,
  visibility: 'public',
  by: 'staff',
  at: START,
  purpose: 'result',
};
const submit = (...attachments: TicketAttachment[]): TicketCommand => ({
  name: 'submitResult',
  text: '已修好',
  attachments,
});

describe('a result', () => {
  it('shows a photo of itself where the category asks for one', () => {
    const asked = { photosRequired: true };
    for (const files of [
      [],
      [{ ...photo, purpose: 'report' as const }],
      [{ ...photo, mediaType: 'application/pdf' }],
    ])
      expect(working.refusal(submit(...files), OWNER, asked)).toBe('TICKET.PHOTO_REQUIRED');
    const ticket = working.give(submit(photo), OWNER, asked).build();
    expect(ticket.attachments.map(({ id }) => id)).toEqual(['photo']);
    expect(ticket.log.at(-1)?.facts).toMatchObject({ attachmentIds: ['photo'] });
  });

  it('may be shown by a photo that was attached before', () => {
    const attached = working.give({ name: 'attach', attachments: [photo] }, OWNER);
    expect(attached.refusal(submit(), OWNER, { photosRequired: true })).toBeUndefined();
  });

  it('is on time by the granted deadline, and by the original one apart', () => {
    const extended = working.extended(at('2026-03-06T17:00'));
    expect(extended.at(at('2026-03-06T10:00')).inReview().build().result).toMatchObject({
      onTime: true,
      onTimeOriginally: false,
    });
    expect(extended.at(at('2026-03-05T10:00')).inReview().build().result).toMatchObject({
      onTimeOriginally: true,
    });
  });

  it('that is sent back costs the owner none of the review’s time', () => {
    const returned = working
      .at(at('2026-03-04T09:00'))
      .inReview()
      .at(at('2026-03-09T09:00'))
      .give({ name: 'returnResult', reason: '缺照片' }, HEAD);
    // Two working days were left.
    expect(returned.build().clocks.resolution?.dueAt).toEqual(at('2026-03-10T17:00'));
    expect(returned.build().steps.filter(({ state }) => state === 'planned')).toHaveLength(4);
  });
});

it('asks the reporter anew: what was said of the work before is no rating of what is done since', () => {
  const again = aTicket().notSolved();
  expect(again.build().rating).toMatchObject({ solved: false });
  expect(again.resolved().build().rating).toBeUndefined();
});
