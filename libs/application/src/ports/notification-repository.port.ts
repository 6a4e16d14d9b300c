import { type Notification } from '@app/domain';

export abstract class NotificationRepository {
  /** Stores those that are not there yet; one per event, recipient and channel. Answers all of them as stored. */
  abstract createOnce(notifications: readonly Notification[]): Promise<readonly Notification[]>;
  abstract byId(id: string): Promise<Notification | undefined>;
  /** Stores the change if the record still has `previous`'s status, attempts and round; false otherwise. */
  abstract save(previous: Notification, next: Notification): Promise<boolean>;
  /**
   * Pending ones whose `notBefore` lies before `before`: handed to the queue but never settled. By `notBefore` and id,
   * those behind `after`.
   */
  abstract stuck(
    before: Date,
    limit: number,
    after?: Pick<Notification, 'notBefore' | 'id'>,
  ): Promise<readonly Notification[]>;
  abstract list(
    filter: { readonly status?: Notification['status']; readonly ticketNumber?: string },
    page: { readonly after?: string; readonly limit: number },
  ): Promise<readonly Notification[]>;
}
