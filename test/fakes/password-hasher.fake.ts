import { PasswordHasher } from '@app/application';

/** Hashes that anyone can read, and quickly. */
export class FakePasswordHasher extends PasswordHasher {
  /** The hashes that passwords were held against. */
  readonly verified: string[] = [];

  override hash(password: string): Promise<string> {
    return Promise.resolve(`hash of ${password}`);
  }

  override verify(hash: string, password: string): Promise<boolean> {
    this.verified.push(hash);
    return Promise.resolve(hash === `hash of ${password}`);
  }
}
