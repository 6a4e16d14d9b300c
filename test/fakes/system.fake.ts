import { Clock, Ids } from '@app/application';
import { nextId, sha256, START } from '../builders/ticket.builder';

/** A clock that stands until it is moved. */
export class FakeClock extends Clock {
  constructor(private time = START) {
    super();
  }

  now(): Date {
    return new Date(this.time);
  }

  advance(ms: number): void {
    this.time = new Date(this.time.getTime() + ms);
  }

  set(time: Date): void {
    this.time = time;
  }
}

/** Identifiers that count up, so that a test can tell what comes next. */
export class FakeIds extends Ids {
  private serial = 0;

  next(): string {
    return nextId();
  }

  trackingCode(): string {
    return `CODE-${String(++this.serial).padStart(6, '0')}`;
  }

  secret(): string {
    return `secret-${String(++this.serial).padStart(6, '0')}`;
  }

  hash(text: string): string {
    return sha256(text);
  }
}
