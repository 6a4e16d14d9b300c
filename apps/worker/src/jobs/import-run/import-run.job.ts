import { RunImportHandler } from '@app/application';
import { type JobPayload } from '@app/contracts/jobs';
import { HandlesJob } from '@app/queue';
import { Injectable } from '@nestjs/common';

@Injectable()
export class ImportRunJob {
  constructor(private readonly handler: RunImportHandler) {}

  @HandlesJob('import.run')
  handle({ importId }: JobPayload<'import.run'>): Promise<void> {
    return this.handler.execute(importId);
  }
}
