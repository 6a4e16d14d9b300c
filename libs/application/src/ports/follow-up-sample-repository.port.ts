import { type FollowUpSample } from '@app/domain';

/** Samples drawn for follow-up; never changed once drawn. */
export abstract class FollowUpSampleRepository {
  abstract add(sample: FollowUpSample): Promise<void>;
  abstract byId(id: string): Promise<FollowUpSample | undefined>;
  /** Newest first; `after` is the last id of the page before. */
  abstract list(page: {
    readonly after?: string;
    readonly limit: number;
  }): Promise<readonly FollowUpSample[]>;
}
