import { type Owner } from '../ticket/ticket.types';

/** Tickets drawn for calling back their reporters, with all that is needed to draw them again. */
export interface FollowUpSample {
  readonly id: string;
  readonly drawnAt: Date;
  readonly drawnBy: Owner;
  /** Only tickets of this department; of all where absent. */
  readonly department?: string;
  /** Unguessable before the draw, public after it. */
  readonly seed: string;
  readonly population: number;
  /** Hash over the ids that could be drawn, sorted and joined by line feeds. */
  readonly populationHash: string;
  readonly ticketIds: readonly string[];
}
