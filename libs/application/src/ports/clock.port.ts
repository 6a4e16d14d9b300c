/** The time, so that decisions can take it as a value. */
export abstract class Clock {
  abstract now(): Date;
}
