/** `seed [--demo DIR]`: the office's data, and demo accounts whose passwords are written to DIR/demo-accounts.json. */
import { parseArgs } from 'node:util';
import { demoAccounts } from '../quickstart/demo-accounts';
import { seed } from './seed';

const { values } = parseArgs({ options: { demo: { type: 'string' } } });

seed(process.env, values.demo === undefined ? [] : demoAccounts(values.demo)).then(
  () => process.stdout.write('seeded\n'),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
