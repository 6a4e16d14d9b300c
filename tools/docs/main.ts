/** Writes the documents that are drawn from the code. */
import { writeFileSync } from 'node:fs';
import { GENERATED } from './generated';

for (const [path, draw] of Object.entries(GENERATED)) writeFileSync(path, draw());
