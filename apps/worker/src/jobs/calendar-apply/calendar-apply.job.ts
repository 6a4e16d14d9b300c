import { ApplyCalendarHandler } from '@app/application';
import { type JobPayload } from '@app/contracts/jobs';
import { HandlesJob, type JobContext } from '@app/queue';
import { Injectable, Logger } from '@nestjs/common';

@Injectable()
export class CalendarApplyJob {
  private readonly logger = new Logger(CalendarApplyJob.name);

  constructor(private readonly handler: ApplyCalendarHandler) {}

  @HandlesJob('calendar.apply')
  async handle({ calendarVersion }: JobPayload<'calendar.apply'>, { signal }: JobContext): Promise<void> {
    const change = await this.handler.execute(calendarVersion, signal);
    if (!change) return;
    const { state, checked, moved, failed } = change;
    const line = { calendarVersion, state, checked, moved, failed };
    if (failed > 0) this.logger.error(line, 'some deadlines could not be moved');
    else this.logger.log(line, 'calendar applied');
  }
}
