export { HandlesJob, type JobContext } from './handles-job';
export { OutboxRelay } from './outbox-relay';
export { QueueModule } from './queue.module';
export { type JobEnd, type QueueOptions, type QueueRole } from './queue.options';
export { Queues, type QueueDepth } from './queues';
export { QueueUnavailable } from './redis-connection';
