/** Where identifiers and secrets come from, and the hash that seals the record. */
export abstract class Ids {
  /** A unique, time-ordered identifier. */
  abstract next(): string;
  /** An unguessable code of at least 100 bits that people can read out: no 0/O, 1/I/L. */
  abstract trackingCode(): string;
  /** An unguessable token of 256 bits, URL-safe. */
  abstract secret(): string;
  /** SHA-256 as lower-case hex. */
  abstract hash(text: string): string;
}
