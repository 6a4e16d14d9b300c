import { drawSample, type FollowUpSample, type Person } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../ports/clock.port';
import { FollowUpSampleRepository } from '../ports/follow-up-sample-repository.port';
import { Ids } from '../ports/ids.port';
import { TicketQueries } from '../ports/ticket-queries.port';
import { done, refused, type Result } from '../result.types';

export interface DrawSampleCommand {
  /** How many tickets. */
  readonly size: number;
  /** Code of the department. */
  readonly department?: string;
  readonly by: Person;
}

const PAGE = 500;

/** Drawing tickets whose reporters are called back: from those resolved, so that the answer still changes something. */
@Injectable()
export class FollowUpDesk {
  constructor(
    private readonly samples: FollowUpSampleRepository,
    private readonly queries: TicketQueries,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Draws and stores a sample; FOLLOW_UP.NOTHING_TO_DRAW where no ticket waits for its reporter's answer. */
  async draw({ size, department, by }: DrawSampleCommand): Promise<Result<FollowUpSample>> {
    const population = await this.resolvedIds(department);
    if (population.length === 0)
      return refused('FOLLOW_UP.NOTHING_TO_DRAW', 'No ticket is resolved and waits for an answer.');
    const seed = this.ids.secret();
    const { drawn, populationHash } = drawSample(population, size, seed, (text) => this.ids.hash(text));
    const sample: FollowUpSample = {
      id: this.ids.next(),
      drawnAt: this.clock.now(),
      drawnBy: { id: by.id, name: by.name },
      ...(department === undefined ? {} : { department }),
      seed,
      population: population.length,
      populationHash,
      ticketIds: drawn,
    };
    await this.samples.add(sample);
    return done(sample);
  }

  async view(id: string): Promise<Result<FollowUpSample>> {
    const sample = await this.samples.byId(id);
    return sample ? done(sample) : refused('FOLLOW_UP.NOT_FOUND', 'There is no such sample.');
  }

  private async resolvedIds(department: string | undefined): Promise<string[]> {
    const ids: string[] = [];
    const filter = { status: ['resolved'] as const, ...(department === undefined ? {} : { department }) };
    for (let full = true; full;) {
      const after = ids.at(-1);
      const page = await this.queries.list({ kind: 'all' }, filter, {
        limit: PAGE,
        ...(after === undefined ? {} : { after }),
      });
      ids.push(...page.map(({ id }) => id));
      full = page.length === PAGE;
    }
    return ids;
  }
}
