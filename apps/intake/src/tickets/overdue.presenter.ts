import { type Ticket } from '@app/domain';

/** Whether a response or resolution clock is running past its deadline. */
export function isOverdue({ status, clocks }: Pick<Ticket, 'status' | 'clocks'>, now: Date): boolean {
  if (status !== 'submitted' && status !== 'dispatched' && status !== 'in-progress') return false;
  return [clocks.response, clocks.resolution].some(
    (clock) => clock !== undefined && clock.stoppedAt === undefined && clock.dueAt < now,
  );
}

/** By when the owner has to respond; nothing while the ticket is back with the dispatcher, whose clock is another one. */
export function responseDueAt({ status, clocks }: Pick<Ticket, 'status' | 'clocks'>): string | undefined {
  return status === 'submitted' ? undefined : clocks.response?.dueAt.toISOString();
}
