import { ERROR_CODES, PROBLEMS } from '@app/contracts/problems';
import { TICKET_COMMAND_SCHEMAS } from '@app/contracts/http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeApi } from '../../apps/intake/src/openapi/describe-api';
import { OPERATION_SUMMARIES } from '../../apps/intake/src/openapi/operation-summaries';
import { problemList } from '../../apps/intake/src/openapi/problem-list';

interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}
interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: {
      readonly Problem: { readonly properties: { readonly code: { readonly enum: string[] } } };
    };
  };
}

const docs = (name: string) => readFileSync(join(__dirname, '../../docs', name), 'utf8');
let text: string;
let document: Document;
beforeAll(async () => {
  text = await describeApi();
  document = JSON.parse(text) as Document;
}, 30_000);
const operations = () => Object.values(document.paths).flatMap((item) => Object.values(item));

it('docs/openapi.json and docs/problems.md are what `npm run openapi` writes', () => {
  expect(docs('openapi.json')).toBe(text);
  expect(docs('problems.md')).toBe(problemList());
});

it('names the same problem codes in the catalogue, its rows, the headings and the API document', () => {
  const codes = [...ERROR_CODES].sort();
  const headings = [...docs('problems.md').matchAll(/^### (.+)$/gm)].map(([, code]) => code);
  expect(Object.keys(PROBLEMS).sort()).toEqual(codes);
  expect(headings.sort()).toEqual(codes);
  expect([...document.components.schemas.Problem.properties.code.enum].sort()).toEqual(codes);
});

it('is OpenAPI 3.1 with a problem body for every refusal of every operation', () => {
  expect(document.openapi).toBe('3.1.0');
  for (const { operationId, responses } of operations()) {
    const refusals = Object.entries(responses).filter(([status]) => Number(status) >= 400);
    expect([operationId, refusals.map(([status]) => status)]).toEqual([
      operationId,
      expect.arrayContaining(['429', '500', '503']),
    ]);
    for (const [, { content }] of refusals)
      expect(Object.keys(content ?? {})).toEqual(['application/problem+json']);
  }
});

it('says of every operation, and of no other, what it does', () => {
  expect(Object.keys(OPERATION_SUMMARIES).sort()).toEqual(
    operations()
      .map(({ operationId }) => operationId)
      .sort(),
  );
});

it('has a route for every command with a body', () => {
  const paths = Object.keys(document.paths);
  for (const command of Object.keys(TICKET_COMMAND_SCHEMAS))
    expect(paths).toContain(`/api/v1/tickets/{number}/${command}`);
});
