import { ReleaseDutiesHandler } from '@app/application';
import { type JobPayload } from '@app/contracts/jobs';
import { HandlesJob } from '@app/queue';
import { Injectable } from '@nestjs/common';

@Injectable()
export class PersonReleaseDutiesJob {
  constructor(private readonly handler: ReleaseDutiesHandler) {}

  @HandlesJob('person.release-duties')
  async handle({ personId }: JobPayload<'person.release-duties'>): Promise<void> {
    await this.handler.execute(personId);
  }
}
