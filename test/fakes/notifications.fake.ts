import { NotificationRepository } from '@app/application';
import { type Notification } from '@app/domain';
import { stored } from './storable.fake';

export class FakeNotificationRepository extends NotificationRepository {
  readonly records = new Map<string, Notification>();

  createOnce(notifications: readonly Notification[]): Promise<readonly Notification[]> {
    const answers = notifications.map((notification) => {
      const known = [...this.records.values()].find((record) => identity(record) === identity(notification));
      if (!known) this.records.set(notification.id, stored(notification));
      return stored(known ?? notification);
    });
    return Promise.resolve(answers);
  }

  byId(id: string): Promise<Notification | undefined> {
    return Promise.resolve(stored(this.records.get(id)));
  }

  save(previous: Notification, next: Notification): Promise<boolean> {
    const known = this.records.get(previous.id);
    const same =
      known?.status === previous.status &&
      known.attempts === previous.attempts &&
      known.round === previous.round;
    if (same) this.records.set(previous.id, stored(next));
    return Promise.resolve(same);
  }

  stuck(before: Date, limit: number, after?: Place): Promise<readonly Notification[]> {
    const stuck = [...this.records.values()]
      .filter(({ status, notBefore }) => status === 'pending' && notBefore < before)
      .filter((record) => after === undefined || byTime(record, after) > 0)
      .sort(byTime);
    return Promise.resolve(stored(stuck.slice(0, limit)));
  }

  list(
    filter: { readonly status?: Notification['status']; readonly ticketNumber?: string },
    page: { readonly after?: string; readonly limit: number },
  ): Promise<readonly Notification[]> {
    const found = [...this.records.values()]
      .filter(({ status }) => filter.status === undefined || status === filter.status)
      .filter(({ ticketNumber }) => filter.ticketNumber === undefined || ticketNumber === filter.ticketNumber)
      .filter(({ id }) => page.after === undefined || id < page.after)
      .sort((a, b) => (a.id < b.id ? 1 : -1));
    return Promise.resolve(stored(found.slice(0, page.limit)));
  }
}

type Place = Pick<Notification, 'notBefore' | 'id'>;

function byTime(a: Place, b: Place): number {
  return +a.notBefore - +b.notBefore || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function identity({ eventId, channel, recipient }: Notification): string {
  const who = recipient.kind === 'person' ? recipient.personId : (recipient.followerId ?? '');
  return JSON.stringify([eventId, channel, recipient.kind, who]);
}
