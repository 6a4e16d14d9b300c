import { SEED } from '@app/seed';
import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeSecret } from './environment';

export interface DemoAccount {
  readonly username: string;
  readonly password: string;
  readonly role: string;
  readonly name: string;
  /** The department's name. */
  readonly department?: string;
}

/** The demo accounts of this data folder, with passwords made at random when it was first used. */
export function demoAccounts(dataDir: string): readonly DemoAccount[] {
  const file = join(dataDir, 'demo-accounts.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as DemoAccount[];
  const accounts = SEED.demoPeople.map(({ username, role, name, department }): DemoAccount => {
    const place = SEED.departments.find(({ code }) => code === department)?.name;
    return {
      username,
      password: password(),
      role,
      name,
      ...(place === undefined ? {} : { department: place }),
    };
  });
  mkdirSync(dataDir, { recursive: true });
  writeSecret(file, `${JSON.stringify(accounts, undefined, 2)}\n`);
  return accounts;
}

/** Twelve characters that nobody mistakes for one another, some 59 bits. */
function password(): string {
  const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
  return Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)]).join('');
}
