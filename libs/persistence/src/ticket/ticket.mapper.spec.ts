import { firstBrokenEntry } from '@app/domain';
import { deserialize, serialize } from 'bson';
import { aTicket, nextId, START } from '../../../../test/builders/ticket.builder';
import { sha256 } from '../database/sha256.mongo';
import { toNewDocument, toTicket, toUpdate } from './ticket.mapper';
import { type TicketDocument } from './ticket.schema';

const throughBson = (document: TicketDocument) =>
  deserialize(serialize(document, { ignoreUndefined: true })) as TicketDocument;

describe('the ticket document', () => {
  it('writes only what changed: fields, sealed events, outbox and version', () => {
    const submitted = aTicket();
    const update = toUpdate(submitted.build(), submitted.queued('没有规则').build(), [], sha256);
    expect(update).toStrictEqual({ $set: { queueReason: '没有规则', version: 2 } });
  });

  it('takes away what the next state no longer has', () => {
    const returned = aTicket().dispatched().returned();
    const update = toUpdate(aTicket().dispatched().build(), { ...returned.build() }, [], sha256);
    expect(Object.keys(update['$unset'] ?? {}).sort()).toEqual(['department', 'dispatchedAt', 'owner']);
  });

  it('keeps the earliest running deadline for the lists, and forgets it when nothing runs', () => {
    const before = aTicket();
    const dispatched = before.dispatched().build();
    expect(toNewDocument(before.buildNew(), sha256).openDueAt).toBeUndefined();
    const update = toUpdate(before.build(), dispatched, [], sha256);
    expect(update['$set']).toMatchObject({ openDueAt: dispatched.clocks.response!.dueAt });
    const review = aTicket().inReview().build();
    expect(toUpdate(dispatched, review, [], sha256)['$unset']).toMatchObject({ openDueAt: '' });
  });

  it('replaces what UTF-8 cannot carry before the log is sealed, so that it still verifies when read', () => {
    const half = '半\ud83d个';
    const { ticket, events } = aTicket({ title: half }).buildNew();
    const event = { ...events[0]!, id: nextId(), text: half, facts: { list: [half], at: START.getTime() } };
    const document = toNewDocument({ ticket, events: [event] }, sha256);
    const read = toTicket(throughBson(document));
    expect(read).toStrictEqual(toTicket(document));
    expect(read.title).toBe('半\ufffd个');
    expect(firstBrokenEntry(read.log, sha256)).toBeUndefined();
  });

  it('leaves whole emoji alone', () => {
    const document = toNewDocument(aTicket({ title: '热水😀' }).buildNew(), sha256);
    expect(toTicket(throughBson(document)).title).toBe('热水😀');
  });
});
