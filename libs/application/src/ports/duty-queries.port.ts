/** Somebody who is accountable for something open in a department: a ticket owned, a sub-task co-handled. */
export interface Holding {
  readonly personId: string;
  readonly department: string;
}

/** Who is accountable for what is open, but for what awaits another one already. */
export abstract class DutyQueries {
  /** Each person and department once. */
  abstract holdings(): Promise<readonly Holding[]>;
  /** Ids of tickets in which this person is accountable for something outside the departments, lowest first. */
  abstract unfit(personId: string, departments: readonly string[], limit: number): Promise<readonly string[]>;
}
