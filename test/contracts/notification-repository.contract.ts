import { type NotificationRepository } from '@app/application';
import { type Notification } from '@app/domain';
import { nextId, START } from '../builders/ticket.builder';

const later = (seconds: number) => new Date(START.getTime() + seconds * 1_000);

function aNotification(overrides: Partial<Notification> = {}): Notification {
  return {
    id: nextId(),
    ticketId: 't1',
    ticketNumber: '2026-000001',
    eventId: 'e1',
    kind: 'owner-assigned',
    channel: 'email',
    recipient: { kind: 'person', personId: 'o1' },
    level: 0,
    status: 'pending',
    attempts: 0,
    createdAt: START,
    notBefore: START,
    round: 0,
    ...overrides,
  };
}

/** What every NotificationRepository does. `open` gives an empty one. */
export function describeNotificationRepository(
  name: string,
  open: () => Promise<NotificationRepository>,
): void {
  describe(`${name} as a repository of notifications`, () => {
    let notifications: NotificationRepository;
    beforeEach(async () => {
      notifications = await open();
    });

    it('stores one per event, recipient and channel, and answers what is stored', async () => {
      const first = aNotification();
      const toReporter = aNotification({ recipient: { kind: 'reporter' }, kind: 'reporter-dispatched' });
      expect(await notifications.createOnce([first, toReporter])).toStrictEqual([first, toReporter]);
      const again = aNotification({ level: 2 });
      const toHead = aNotification({ recipient: { kind: 'person', personId: 'h1' } });
      const ofNext = aNotification({ eventId: 'e2' });
      expect(await notifications.createOnce([ofNext, again, toHead])).toStrictEqual([ofNext, first, toHead]);
      const follower = (followerId: string) =>
        aNotification({ recipient: { kind: 'reporter', followerId }, kind: 'reporter-dispatched' });
      const followers = [follower('t2'), follower('t3')];
      expect(await notifications.createOnce(followers)).toStrictEqual(followers);
      expect(await notifications.createOnce([follower('t2'), toReporter])).toStrictEqual([
        followers[0],
        toReporter,
      ]);
      expect(await notifications.byId(again.id)).toBeUndefined();
      expect(await notifications.byId(first.id)).toStrictEqual(first);
      expect(await notifications.createOnce([])).toEqual([]);
    });

    it('stores one of ten that race', async () => {
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => notifications.createOnce([aNotification()])),
      );
      expect(new Set(answers.flat().map(({ id }) => id)).size).toBe(1);
      expect(await notifications.list({}, { limit: 50 })).toHaveLength(1);
    });

    it('changes a record only from the status, attempts and round that were read', async () => {
      const pending = aNotification({ correlationId: 'c' });
      await notifications.createOnce([pending]);
      const { correlationId: _, ...sent } = {
        ...pending,
        status: 'sent' as const,
        attempts: 1,
        sentAt: later(1),
      };
      expect(await notifications.save(pending, sent)).toBe(true);
      expect(await notifications.byId(pending.id)).toStrictEqual(sent);
      expect(await notifications.save(pending, { ...pending, attempts: 1 })).toBe(false);
      const again = { ...sent, status: 'pending' as const, round: 1 };
      const won = await Promise.all([notifications.save(sent, again), notifications.save(sent, again)]);
      expect(won.filter(Boolean)).toHaveLength(1);
      expect(await notifications.save({ ...again, round: 0 }, sent)).toBe(false);
      expect(await notifications.save(aNotification(), aNotification())).toBe(false);
    });

    it('names the pending ones whose time has passed, the longest waiting first', async () => {
      const late = aNotification({ eventId: 'a', notBefore: later(10) });
      const later2 = aNotification({ eventId: 'b', notBefore: later(20) });
      const future = aNotification({ eventId: 'c', notBefore: later(100) });
      const failed = aNotification({ eventId: 'd', status: 'failed', lastError: '550' });
      await notifications.createOnce([later2, future, failed, late]);
      expect(await notifications.stuck(later(100), 10)).toStrictEqual([late, later2]);
      expect(await notifications.stuck(later(100), 1)).toStrictEqual([late]);
      expect(await notifications.stuck(later(10), 10)).toEqual([]);
      const asLate = aNotification({ eventId: 'e', notBefore: late.notBefore });
      await notifications.createOnce([asLate]);
      expect(await notifications.stuck(later(100), 1, late)).toStrictEqual([asLate]);
      expect(await notifications.stuck(later(100), 10, asLate)).toStrictEqual([later2]);
    });

    it('lists the newest first, by status and by ticket, page by page', async () => {
      const a = aNotification({ eventId: 'a' });
      const b = aNotification({ eventId: 'b', status: 'failed' });
      const c = aNotification({ eventId: 'c', ticketNumber: '2026-000002' });
      await notifications.createOnce([a, b, c]);
      const list = async (filter: Parameters<NotificationRepository['list']>[0], after?: string) =>
        (await notifications.list(filter, { limit: 2, ...(after === undefined ? {} : { after }) })).map(
          ({ id }) => id,
        );
      expect(await list({})).toEqual([c.id, b.id]);
      expect(await list({}, b.id)).toEqual([a.id]);
      expect(await list({ status: 'failed' })).toEqual([b.id]);
      expect(await list({ ticketNumber: '2026-000001' })).toEqual([b.id, a.id]);
      expect(await list({ status: 'pending', ticketNumber: '2026-000001' })).toEqual([a.id]);
    });
  });
}
