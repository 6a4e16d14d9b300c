export interface LockOut {
  readonly maxFailures: number;
  readonly minutes: number;
}
