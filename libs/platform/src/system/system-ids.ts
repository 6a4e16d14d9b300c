import { createHash, randomBytes } from 'node:crypto';
import { Ids } from '@app/application';
import { monotonicFactory } from 'ulid';

/** Letters and digits that survive being read out or copied by hand. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const GROUPS = 6;
const GROUP_LENGTH = 4;
/** The largest multiple of 31 in a byte: bytes from here on are drawn again, or early letters would come up more often. */
const UNBIASED = 256 - (256 % ALPHABET.length);

/** Identifiers that sort by time within this process, and secrets from the system's random source. */
export class SystemIds extends Ids {
  private readonly ulid = monotonicFactory();

  override next(): string {
    return this.ulid();
  }

  /** 24 characters of 31, that is 118 bits, in groups of four: `K7QM-2XBD-…`. */
  override trackingCode(): string {
    let code = '';
    while (code.length < GROUPS * GROUP_LENGTH) {
      for (const byte of randomBytes(32)) {
        if (byte < UNBIASED) code += ALPHABET[byte % ALPHABET.length];
      }
    }
    return Array.from({ length: GROUPS }, (_, group) =>
      code.slice(group * GROUP_LENGTH, (group + 1) * GROUP_LENGTH),
    ).join('-');
  }

  override secret(): string {
    return randomBytes(32).toString('base64url');
  }

  override hash(text: string): string {
    return createHash('sha256').update(text, 'utf8').digest('hex');
  }
}
