/** `npm run openapi`: writes docs/openapi.json and docs/problems.md, or the same into the folder that is named. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeApi } from './describe-api';
import { problemList } from './problem-list';

async function write(folder = 'docs'): Promise<void> {
  await writeFile(join(folder, 'openapi.json'), await describeApi());
  await writeFile(join(folder, 'problems.md'), problemList());
}

write(process.argv[2]).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
