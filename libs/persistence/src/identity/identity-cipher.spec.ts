import { IdentityUnreadable } from '@app/application';
import { randomBytes } from 'node:crypto';
import { IdentityCipher, type Sealed } from './identity-cipher.mongo';

const JSON_TEXT = JSON.stringify({ name: '李雷', phone: '13800000000' });
const [k1, k2] = [
  { id: 'k1', key: randomBytes(32) },
  { id: 'k2', key: randomBytes(32) },
];
const indexKey = randomBytes(32);
const cipherOf = (...keys: readonly { id: string; key: Uint8Array }[]) =>
  new IdentityCipher({ keys, indexKey });
const first = cipherOf(k1);
const sealed = first.seal('t1', JSON_TEXT);

const refusal = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof IdentityUnreadable) return error.message;
    throw error;
  }
  return 'opened';
};

describe('a sealed identity', () => {
  it('opens to what was sealed, and shows nothing before', () => {
    expect(JSON.parse(first.open('t1', sealed))).toEqual(JSON.parse(JSON_TEXT));
    expect(JSON.stringify(sealed)).not.toMatch(/李雷|138/);
  });

  it('is another one each time', () => {
    const all = Array.from({ length: 500 }, () => first.seal('t1', JSON_TEXT));
    expect(new Set(all.map(({ nonce }) => nonce)).size).toBe(500);
    expect(new Set(all.map(({ text }) => text)).size).toBe(500);
  });

  it('is as long for a name as for name, phone and address', () => {
    const long = JSON.stringify({
      name: '李雷',
      phone: '13800000000',
      email: 'a'.repeat(100),
      userId: 'x'.repeat(26),
    });
    expect(first.seal('t1', long).text).toHaveLength(first.seal('t1', '{"name":"李"}').text.length);
  });

  it('opens with a retired key while a newer one seals', () => {
    const rotated = cipherOf(k2, k1);
    expect(rotated.open('t1', sealed).trim()).toBe(JSON_TEXT);
    expect(rotated.seal('t1', JSON_TEXT).keyId).toBe('k2');
  });

  it('says which key is missing, and nothing of what it would open', () => {
    const message = refusal(() => cipherOf(k2).open('t1', sealed));
    expect(message).toContain('k1');
    expect(message).not.toContain(sealed.text);
  });

  it('does not open with another key of the same name', () => {
    expect(refusal(() => cipherOf({ id: 'k1', key: k2.key }).open('t1', sealed))).toContain(
      'k1 does not open',
    );
  });

  it('does not open as that of another ticket', () => {
    expect(refusal(() => first.open('t2', sealed))).toContain('does not open');
  });

  it.each(['text', 'tag', 'nonce'] as const)('does not open with another %s', (field) => {
    const other: Sealed = { ...sealed, [field]: first.seal('t1', JSON_TEXT.replace('李', '王'))[field] };
    expect(refusal(() => first.open('t1', other))).toContain('does not open');
    expect(refusal(() => first.open('t1', { ...sealed, [field]: '' }))).toContain('does not open');
  });

  it('does not open with a tag cut short', () => {
    const tag = Buffer.from(sealed.tag, 'base64url').subarray(0, 4).toString('base64url');
    expect(refusal(() => first.open('t1', { ...sealed, tag }))).toContain('does not open');
  });
});

describe('a blind text', () => {
  it('is the same for the same text under the same key, and another under another', () => {
    expect(first.blind('u1')).toBe(cipherOf(k2).blind('u1'));
    expect(first.blind('u1')).toMatch(/^[\da-f]{64}$/);
    expect(first.blind('u1')).not.toBe(first.blind('u2'));
    expect(new IdentityCipher({ keys: [k1], indexKey: k1.key }).blind('u1')).not.toBe(first.blind('u1'));
  });
});
