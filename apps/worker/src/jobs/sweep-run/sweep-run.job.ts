import { Sweeps } from '@app/application';
import { type JobPayload } from '@app/contracts/jobs';
import { HandlesJob } from '@app/queue';
import { Injectable } from '@nestjs/common';

type Sweep = JobPayload<'sweep.run'>['sweep'];

@Injectable()
export class SweepRunJob {
  private readonly sweep: Readonly<Record<Sweep, () => Promise<number>>>;

  constructor(sweeps: Sweeps) {
    this.sweep = {
      'due-steps': () => sweeps.dueSteps(),
      outbox: () => sweeps.undoneWork(),
      notifications: () => sweeps.stuckNotifications(),
      imports: () => sweeps.silentImports(),
    };
  }

  @HandlesJob('sweep.run')
  async handle({ sweep }: JobPayload<'sweep.run'>): Promise<void> {
    await this.sweep[sweep]();
  }
}
