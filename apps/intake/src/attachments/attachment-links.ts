import { type AttachmentVariant, Clock } from '@app/application';
import { CONFIG, type IntakeConfig } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { API } from '../requests/api-path';

const LIFETIME_SECONDS = 300;
/** Links of the same minute are the same, so that a browser finds what it has already. */
const STEP_SECONDS = 60;

/** Links to attachments, each for one file and a few minutes; made only for those who may see it. */
@Injectable()
export class AttachmentLinks {
  private readonly secret: string;

  constructor(
    @Inject(CONFIG) config: Pick<IntakeConfig, 'LINK_SECRET'>,
    private readonly clock: Clock,
  ) {
    this.secret = config.LINK_SECRET;
  }

  /** A path on this server that works from now on for four to five minutes, for whoever has it. */
  to(id: string, variant: AttachmentVariant): string {
    const now = this.nowInSeconds();
    const expires = now - (now % STEP_SECONDS) + LIFETIME_SECONDS;
    const signature = this.sign(id, variant, expires).toString('base64url');
    return `/${API}/attachments/${id}/${variant}?expires=${expires}&signature=${signature}`;
  }

  /** For how many more seconds a link works; 0 or less where it does not, or was not made here. */
  secondsLeft(id: string, variant: string, expires: number, signature: string): number {
    const given = Buffer.from(signature, 'base64url');
    const right = this.sign(id, variant, expires);
    const isOurs = given.length === right.length && timingSafeEqual(given, right);
    return isOurs ? expires - this.nowInSeconds() : 0;
  }

  private sign(id: string, variant: string, expires: number): Buffer {
    return createHmac('sha256', this.secret).update(`${id}/${variant}/${expires}`).digest();
  }

  private nowInSeconds(): number {
    return Math.floor(this.clock.now().getTime() / 1000);
  }
}
