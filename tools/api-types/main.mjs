/**
 * Writes the types of the web app's client from docs/openapi.json; `--check` writes nothing and fails where they
 * differ. Refusals are left out: all of them are problems, which the client throws, and they would be nine tenths.
 */
import openapiTS, { astToString } from 'openapi-typescript';
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = 'apps/web/src/api/schema.ts';
const HEAD = '// Written by `npm run client` from docs/openapi.json; a change made here is lost.\n\n';

const document = JSON.parse(readFileSync('docs/openapi.json', 'utf8'));
for (const operation of Object.values(document.paths).flatMap((item) => Object.values(item)))
  operation.responses = Object.fromEntries(
    Object.entries(operation.responses).filter(([status]) => Number(status) < 400),
  );
// A default is what the server takes where nothing is sent, so nothing need be sent.
const types = await openapiTS(document, { defaultNonNullable: false });
const text = HEAD + astToString(types);
if (!process.argv.includes('--check')) {
  writeFileSync(FILE, text);
} else if (text !== readFileSync(FILE, 'utf8')) {
  console.error(`${FILE} is not what docs/openapi.json says: npm run client`);
  process.exitCode = 1;
}
