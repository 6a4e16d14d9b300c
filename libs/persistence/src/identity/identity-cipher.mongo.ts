import { IdentityUnreadable } from '@app/application';
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/** Keys of 256 bits. The first one seals, every one opens; a retired key stays until nothing it sealed is left. */
export interface IdentityKeys {
  readonly keys: readonly { readonly id: string; readonly key: Uint8Array }[];
  /** Of its own, for what is compared and never opened. */
  readonly indexKey: Uint8Array;
}

/** All of it base64url but the key's id; `tag` is GCM's proof that neither text nor ticket is another one. */
export interface Sealed {
  readonly keyId: string;
  readonly nonce: string;
  readonly tag: string;
  readonly text: string;
}

/** NIST SP 800-38D: 96 bits, drawn anew for every sealing. */
const NONCE_BYTES = 12;
const ALGORITHM = 'aes-256-gcm';
/** Said outright, or Node would take the first four bytes of a tag for the whole of it. */
const TAG = { authTagLength: 16 };
/** Texts are filled up to a multiple of this, so that their length does not tell what was given. */
const BLOCK_BYTES = 256;

/** AES-256-GCM, bound to one ticket each; HMAC-SHA256 for what is only compared. */
export class IdentityCipher {
  constructor(private readonly secrets: IdentityKeys) {}

  /** Seals a JSON text with the newest key. */
  seal(ticketId: string, json: string): Sealed {
    const [newest] = this.secrets.keys;
    if (!newest) throw new Error('there is no key to seal identities with');
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, newest.key, nonce, TAG).setAAD(Buffer.from(ticketId));
    const text = Buffer.concat([cipher.update(filledUp(json), 'utf8'), cipher.final()]);
    return {
      keyId: newest.id,
      nonce: nonce.toString('base64url'),
      tag: cipher.getAuthTag().toString('base64url'),
      text: text.toString('base64url'),
    };
  }

  /** The JSON text. Throws IdentityUnreadable where the key is not at hand or is another one, or something was changed. */
  open(ticketId: string, { keyId, nonce, tag, text }: Sealed): string {
    const known = this.secrets.keys.find(({ id }) => id === keyId);
    if (!known)
      throw new IdentityUnreadable(
        `The identity of ticket ${ticketId} is sealed with key ${keyId}, which is not at hand.`,
      );
    try {
      const decipher = createDecipheriv(ALGORITHM, known.key, Buffer.from(nonce, 'base64url'), TAG)
        .setAAD(Buffer.from(ticketId))
        .setAuthTag(Buffer.from(tag, 'base64url'));
      return decipher.update(Buffer.from(text, 'base64url'), undefined, 'utf8') + decipher.final('utf8');
    } catch (cause) {
      throw new IdentityUnreadable(
        `Key ${keyId} does not open the identity of ticket ${ticketId}: it is another key, or the entry was changed.`,
        { cause },
      );
    }
  }

  /** HMAC-SHA256 of the text with the index key, as lower-case hex. */
  blind(text: string): string {
    return createHmac('sha256', this.secrets.indexKey).update(text, 'utf8').digest('hex');
  }
}

/** JSON may end in spaces. */
function filledUp(json: string): string {
  const length = Buffer.byteLength(json);
  return json + ' '.repeat(Math.ceil(length / BLOCK_BYTES) * BLOCK_BYTES - length);
}
