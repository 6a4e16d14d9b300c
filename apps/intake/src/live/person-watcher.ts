import { type TicketChange } from '@app/contracts/jobs';
import { canSee, type Person, type Visibility, visibilityOf } from '@app/domain';
import { isDeepStrictEqual } from 'node:util';
import { type LiveEvent, type Watcher } from './live-stream';

/** Tells somebody logged in of the tickets that they may see, and of those that leave their sight. */
export class PersonWatcher implements Watcher {
  readonly resumable = true;
  readonly missed: LiveEvent = { name: 'reset', data: {} };
  private visibility: Visibility;

  /** `stillIn` answers who is logged in by now, and with undefined once nobody is. */
  constructor(
    person: Person,
    private readonly stillIn: () => Promise<Person | undefined>,
  ) {
    this.visibility = visibilityOf(person);
  }

  async check(): Promise<'same' | 'other' | 'ended'> {
    const person = await this.stillIn();
    if (!person) return 'ended';
    const before = this.visibility;
    this.visibility = visibilityOf(person);
    return isDeepStrictEqual(before, this.visibility) ? 'same' : 'other';
  }

  async tell({ number, version, internal, before, after }: TicketChange): Promise<LiveEvent | undefined> {
    if (canSee(this.visibility, after)) {
      const isOfficesOwn = internal && this.visibility.kind === 'reporter';
      return isOfficesOwn ? undefined : { name: 'ticket', data: { number, version } };
    }
    return before && canSee(this.visibility, before) ? { name: 'gone', data: { number } } : undefined;
  }
}
