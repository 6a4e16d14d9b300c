import { RunImportHandler } from '@app/application';
import { type JobPayload } from '@app/contracts/jobs';
import { HandlesJob, type JobContext } from '@app/queue';
import { Injectable } from '@nestjs/common';

@Injectable()
export class ImportRunJob {
  constructor(private readonly handler: RunImportHandler) {}

  @HandlesJob('import.run')
  handle({ importId }: JobPayload<'import.run'>, { signal }: JobContext): Promise<void> {
    return this.handler.execute(importId, signal);
  }
}
