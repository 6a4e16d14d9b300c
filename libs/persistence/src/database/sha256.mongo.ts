import { hash } from 'node:crypto';

/** SHA-256 of the text's UTF-8 bytes as lower-case hex: what seals a ticket's log. */
export function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}
