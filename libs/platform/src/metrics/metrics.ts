import { Injectable } from '@nestjs/common';
import {
  InjectMetric,
  makeCounterProvider,
  makeGaugeProvider,
  makeHistogramProvider,
} from '@willsoto/nestjs-prometheus';
import { type Counter, type Gauge, type Histogram } from 'prom-client';

const HTTP = 'duban_http_request_duration_seconds';
const JOBS = 'duban_job_duration_seconds';
const QUEUE = 'duban_queue_jobs';
const WAITING = 'duban_queue_oldest_waiting_seconds';
const OUTBOX = 'duban_outbox_oldest_seconds';
const NOTIFICATIONS = 'duban_notifications_total';
const CALENDAR_YEARS = 'duban_calendar_years_missing';

export type JobOutcome = 'completed' | 'retried' | 'failed';
export type NotificationOutcome = 'sent' | 'dropped' | 'failed' | 'pending';
type Collector = () => Promise<void>;

/** What is counted, and in which words. Labels never carry anything of a person or a ticket. */
@Injectable()
export class Metrics {
  private readonly collectors: Collector[] = [];

  constructor(
    @InjectMetric(HTTP) private readonly http: Histogram,
    @InjectMetric(JOBS) private readonly jobs: Histogram,
    @InjectMetric(QUEUE) private readonly queue: Gauge,
    @InjectMetric(WAITING) private readonly waiting: Gauge,
    @InjectMetric(OUTBOX) private readonly outbox: Gauge,
    @InjectMetric(NOTIFICATIONS) private readonly notifications: Counter,
    @InjectMetric(CALENDAR_YEARS) private readonly calendarYears: Gauge,
  ) {}

  /** A request answered; `route` is the pattern, as in `/api/v1/tickets/:number`. */
  httpAnswered(method: string, route: string, status: number, seconds: number): void {
    this.http.observe({ method, route, status }, seconds);
  }

  jobEnded(job: string, outcome: JobOutcome, seconds: number): void {
    this.jobs.observe({ job, outcome }, seconds);
  }

  /** How many jobs of `queue` are in each state now, and for how long the first of the waiting has waited. */
  queueSeen(queue: string, jobs: Readonly<Record<string, number>>, oldestWaitingSeconds: number): void {
    for (const [state, count] of Object.entries(jobs)) this.queue.set({ queue, state }, count);
    this.waiting.set({ queue }, oldestWaitingSeconds);
  }

  /** The age in seconds of the oldest work that is not done yet; 0 where there is none. */
  outboxSeen(oldestSeconds: number): void {
    this.outbox.set(oldestSeconds);
  }

  notificationEnded(channel: string, outcome: NotificationOutcome): void {
    this.notifications.inc({ channel, outcome });
  }

  /** How many years deadlines are counted through, or soon will be, without their official list of holidays. */
  calendarYearsMissing(count: number): void {
    this.calendarYears.set(count);
  }

  /** Runs `collector` before each scrape, to set what is read rather than counted. Its failure spoils no scrape. */
  beforeScrape(collector: Collector): void {
    this.collectors.push(collector);
  }

  async collect(): Promise<void> {
    await Promise.allSettled(this.collectors.map((collector) => collector()));
  }
}

export const METRIC_PROVIDERS = [
  makeHistogramProvider({
    name: HTTP,
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  }),
  makeHistogramProvider({
    name: JOBS,
    help: 'Time to do one try of a job',
    labelNames: ['job', 'outcome'],
    buckets: [0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 60, 300],
  }),
  makeGaugeProvider({ name: QUEUE, help: 'Jobs by queue and state', labelNames: ['queue', 'state'] }),
  makeGaugeProvider({ name: WAITING, help: 'Wait of the oldest waiting job', labelNames: ['queue'] }),
  makeGaugeProvider({ name: OUTBOX, help: 'Age of the oldest work not done yet' }),
  makeCounterProvider({
    name: NOTIFICATIONS,
    help: 'Tries to send a notification by outcome',
    labelNames: ['channel', 'outcome'],
  }),
  makeGaugeProvider({ name: CALENDAR_YEARS, help: 'Needed years without an official list of holidays' }),
];
