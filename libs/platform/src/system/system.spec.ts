import { Argon2PasswordHasher } from './argon2-password-hasher';
import { SystemIds } from './system-ids';

const ids = new SystemIds();

describe('SystemIds', () => {
  it('makes identifiers that sort by the order they were made in', () => {
    const made = Array.from({ length: 2000 }, () => ids.next());
    expect([...made].sort()).toEqual(made);
    expect(new Set(made).size).toBe(made.length);
  });

  it('makes tracking codes of at least 100 bits without look-alikes', () => {
    expect(ids.trackingCode()).toMatch(/^[A-HJKMNP-Z2-9]{4}(-[A-HJKMNP-Z2-9]{4}){5}$/);
    expect(24 * Math.log2(31)).toBeGreaterThan(100);
  });

  it('draws every character of a tracking code equally often', () => {
    const codes = Array.from({ length: 4000 }, () => ids.trackingCode().replaceAll('-', ''));
    const counts = new Map<string, number>();
    for (const character of codes.join('')) counts.set(character, (counts.get(character) ?? 0) + 1);
    const expected = (4000 * 24) / 31;
    const chiSquare = [...counts.values()].reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
    expect(counts.size).toBe(31);
    // 30 degrees of freedom: above 75 once in a hundred thousand runs; `byte % 31` on all bytes gives far more.
    expect(chiSquare).toBeLessThan(75);
  });

  it('hashes with SHA-256', () => {
    expect(ids.hash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(ids.secret()).toMatch(/^[\w-]{43}$/);
  });
});

describe('Argon2PasswordHasher', () => {
  const hasher = new Argon2PasswordHasher();

  it('makes an argon2id hash that only its password opens', async () => {
    const hash = await hasher.hash('后勤-2026');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    await expect(hasher.verify(hash, '后勤-2026')).resolves.toBe(true);
    await expect(hasher.verify(hash, 'wrong')).resolves.toBe(false);
    await expect(hasher.verify('no hash at all', 'wrong')).resolves.toBe(false);
  });
});
