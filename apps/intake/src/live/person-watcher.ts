import { type TicketChange } from '@app/contracts/jobs';
import { canSee, type Visibility } from '@app/domain';
import { isDeepStrictEqual } from 'node:util';
import { type LiveEvent, type Watcher } from './live-stream';

/** Tells somebody logged in of the tickets that they may see, and of those that leave their sight. */
export class PersonWatcher implements Watcher {
  readonly resumable = true;
  readonly missed: LiveEvent = { name: 'reset', data: {} };

  /** `look` answers what the one logged in may see by now, and with undefined once nobody is. */
  constructor(
    private visibility: Visibility,
    private readonly look: () => Promise<Visibility | undefined>,
  ) {}

  async check(): Promise<'same' | 'other' | 'ended'> {
    const before = this.visibility;
    const now = await this.look();
    if (!now) return 'ended';
    this.visibility = now;
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
