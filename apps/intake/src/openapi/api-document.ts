import { type ErrorCode, ERROR_CODES, PROBLEMS } from '@app/contracts/problems';
import { problemSchema } from '@app/contracts/http';
import { type INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { cleanupOpenApiDoc } from 'nestjs-zod';
import { z } from 'zod';
import { SESSION_COOKIE } from '../access/access.decorator';
import { OPERATION_SUMMARIES } from './operation-summaries';
import { PROBLEMS_EXTENSION } from '../requests/problems.decorator';

const DOCS = 'docs';
const PROBLEM = { $ref: '#/components/schemas/Problem' };
const MEDIA = 'application/problem+json';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']> & { [PROBLEMS_EXTENSION]?: ErrorCode[] };

/** `/docs` for people and `/api/openapi.json` for programs. */
export function serveApiDocument(app: INestApplication): void {
  let document: OpenAPIObject | undefined;
  SwaggerModule.setup(DOCS, app, () => (document ??= apiDocument(app)), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: '督办 Duban API',
  });
}

/** The OpenAPI 3.1 document of the app: every route with all its answers, refusals included. */
export function apiDocument(app: INestApplication): OpenAPIObject {
  const base = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('督办 Duban')
    .setDescription(
      'Service feedback, supervised until it is done. Refusals are problem documents (RFC 9457) with a stable `code`. ' +
        'Requests that change something need a same-origin `Origin` header, or the `csrfToken` of the login in `X-CSRF-Token`.',
    )
    .setVersion('1')
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addServer('/')
    .addCookieAuth(SESSION_COOKIE, { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE }, SESSION_COOKIE)
    .build();
  const document = cleanupOpenApiDoc(
    SwaggerModule.createDocument(app, base, { operationIdFactory: (_controller, method) => method }),
  );
  for (const item of Object.values(document.paths))
    for (const [method, operation] of Object.entries(item as Record<string, Operation>))
      complete(operation, codesOf(method, operation));
  return { ...document, components: { ...document.components, schemas: schemasOf(document) } };
}

function schemasOf(document: OpenAPIObject) {
  const { $schema: _, ...problem } = z.toJSONSchema(
    problemSchema.extend({ code: z.enum(ERROR_CODES) }),
  ) as Record<string, unknown>;
  return { ...document.components?.schemas, Problem: problem };
}

/** A route's own refusals and those that come with what it is: a change, behind a login, with a body. */
function codesOf(method: string, operation: Operation): ErrorCode[] {
  const codes = new Set<ErrorCode>(operation[PROBLEMS_EXTENSION] ?? []);
  const add = (when: boolean, ...more: ErrorCode[]) => when && more.forEach((code) => codes.add(code));
  const isLoggedIn = operation.security !== undefined;
  add(isLoggedIn, 'AUTH.REQUIRED', 'AUTH.FORBIDDEN', 'AUTH.PASSWORD_CHANGE_REQUIRED');
  add(method !== 'get', 'AUTH.CSRF');
  // Whatever comes with a change is read, also where nothing is asked for.
  add(method !== 'get', 'REQUEST.MALFORMED', 'REQUEST.TOO_LARGE', 'REQUEST.UNSUPPORTED_MEDIA_TYPE');
  add(operation.requestBody !== undefined, 'REQUEST.INVALID');
  add((operation.parameters?.length ?? 0) > 0, 'REQUEST.INVALID');
  add(true, 'REQUEST.RATE_LIMITED', 'SERVER.UNAVAILABLE', 'SERVER.INTERNAL');
  return ERROR_CODES.filter((code) => codes.has(code));
}

function complete(operation: Operation, codes: readonly ErrorCode[]): void {
  delete operation[PROBLEMS_EXTENSION];
  // Public is said, not left out.
  operation.security ??= [];
  const summary = OPERATION_SUMMARIES[operation.operationId ?? ''];
  if (summary !== undefined) operation.summary = summary;
  for (const status of new Set(codes.map((code) => PROBLEMS[code].status))) {
    const ofStatus = codes.filter((code) => PROBLEMS[code].status === status);
    operation.responses[String(status)] = {
      description: ofStatus.map((code) => `\`${code}\` ${PROBLEMS[code].title}`).join('; '),
      content: {
        [MEDIA]: { schema: { allOf: [PROBLEM, { properties: { code: { enum: ofStatus } } }] } },
      },
    };
  }
}
