export {
  JOBS,
  JOB_NAMES,
  QUEUE_NAMES,
  type JobHandlers,
  type JobName,
  type JobPayload,
  type QueueName,
} from './catalogue';
export { ticketChangeSchema, type TicketChange } from './ticket-change';
