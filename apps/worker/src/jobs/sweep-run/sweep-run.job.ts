import {
  AnchorSweep,
  AttachmentSweep,
  CalendarDesk,
  IdentitySweep,
  OfficeRepository,
  ReleaseDutiesHandler,
  Sweeps,
} from '@app/application';
import { type JobPayload } from '@app/contracts/jobs';
import { Metrics } from '@app/platform';
import { HandlesJob } from '@app/queue';
import { Injectable, Logger } from '@nestjs/common';

type Sweep = JobPayload<'sweep.run'>['sweep'];

@Injectable()
export class SweepRunJob {
  private readonly logger = new Logger(SweepRunJob.name);
  private readonly sweep: Readonly<Record<Sweep, () => Promise<unknown>>>;

  constructor(
    sweeps: Sweeps,
    identities: IdentitySweep,
    attachments: AttachmentSweep,
    duties: ReleaseDutiesHandler,
    office: OfficeRepository,
    anchors: AnchorSweep,
    private readonly calendar: CalendarDesk,
    private readonly metrics: Metrics,
  ) {
    this.sweep = {
      'due-steps': () => sweeps.dueSteps(),
      outbox: () => sweeps.undoneWork(),
      office: () => office.settle(),
      anchors: () => anchors.run(),
      notifications: () => sweeps.stuckNotifications(),
      imports: () => sweeps.silentImports(),
      identities: () => identities.run(),
      'calendar-changes': () => calendar.takeUpSilent(),
      'calendar-years': () => this.missingYears(),
      attachments: () => attachments.execute(),
      duties: () => duties.everyone(),
    };
  }

  @HandlesJob('sweep.run')
  async handle({ sweep }: JobPayload<'sweep.run'>): Promise<void> {
    await this.sweep[sweep]();
  }

  /** Tells those who keep the calendar that deadlines will be counted through years that nobody has entered. */
  private async missingYears(): Promise<void> {
    const missing = await this.calendar.missing();
    this.metrics.calendarYearsMissing(missing.length);
    for (const { year, deadlines } of missing)
      this.logger.warn({ year, deadlines }, 'the calendar has no official list of holidays for this year');
  }
}
