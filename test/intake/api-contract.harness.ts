import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Media = Readonly<Record<string, object>>;
interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, { readonly content?: Media }>>;
  readonly 'x-events'?: Readonly<Record<string, object>>;
}
type Document = Readonly<Record<'paths', Readonly<Record<string, Readonly<Record<string, Operation>>>>>>;

/** Where the reporter of test/intake/api-coverage.reporter.cjs gathers what was seen. */
const SEEN_DIR = process.env['DUBAN_API_SEEN'];
/** Answers for commands that do not exist, so that they are refused with words of their own. */
const NO_OPERATION = 'POST /api/v1/tickets/{number}/{command}';
const OF_API = /^\/(?:api\/v1|problems)(?:\/|$)/;

/**
 * Holds every answer of the app under test against the OpenAPI document: its path, status, content type and body.
 * What is not documented fails the test that caused it; what was seen is noted, so that a whole run can tell which
 * documented answers no test has ever caused.
 */
class ApiContract {
  readonly breaches: string[] = [];
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false });
  private readonly validators = new Map<string, ValidateFunction>();
  private readonly seen = new Set<string>();
  private document: Document | undefined;

  constructor() {
    addFormats(this.ajv);
  }

  /** Before the app is ready. The document is the one that is checked in, unless another is given. */
  watch(app: NestFastifyApplication, documentOf: () => object = checkedIn): void {
    const document = (this.document ??= this.read(documentOf()));
    app
      .getHttpAdapter()
      .getInstance()
      .addHook(
        'onSend',
        (request: FastifyRequest, reply: FastifyReply, payload: unknown, done: () => void) => {
          if (OF_API.test(request.url)) this.hold(document, request, reply, payload);
          done();
        },
      );
  }

  /** The data of a server-sent event, against what its route documents. */
  holdEvent(path: string, name: string, data: unknown): void {
    const route = path.split('?')[0]?.replace(/\/tracking\/[^/]+/, '/tracking/{trackingCode}') ?? '';
    if (!this.document?.paths[route]?.['get']?.['x-events']?.[name])
      return void this.breaches.push(`event ${name} of GET ${path} is not documented`);
    this.validate(`event ${name} of GET ${path}`, ['paths', route, 'get', 'x-events', name], data);
  }

  private hold({ paths }: Document, request: FastifyRequest, reply: FastifyReply, payload: unknown) {
    const pattern = request.routeOptions.url?.replace(/\/$/, '').replace(/:(\w+)/g, '{$1}');
    // HEAD is GET without the body.
    const method = request.method === 'HEAD' ? 'get' : request.method.toLowerCase();
    const answer = `${method.toUpperCase()} ${pattern ?? request.url.split('?')[0] ?? ''} ${reply.statusCode}`;
    const type = String(reply.getHeader('content-type') ?? '').split(';')[0] ?? '';
    const body = request.method === 'HEAD' ? undefined : payload;
    if (pattern === undefined || answer.startsWith(NO_OPERATION))
      return this.holdUnmatched(answer, type, body);
    const status = String(reply.statusCode);
    const documented = paths[pattern]?.[method]?.responses[status];
    if (!documented) return void this.breaches.push(`${answer} is not documented: ${textOf(payload)}`);
    this.note(answer);
    const types = Object.keys(documented.content ?? {});
    if (types.length === 0) {
      if (textOf(body) !== '') this.breaches.push(`${answer} has a body, which is not documented`);
    } else if (!types.includes(type)) {
      this.breaches.push(`${answer} is ${type}, documented is ${types.join(', ')}`);
    } else if (type.endsWith('json') && body !== undefined) {
      const place = ['paths', pattern, method, 'responses', status, 'content', type, 'schema'];
      this.validate(answer, place, JSON.parse(textOf(body)));
    }
  }

  /** No route, so no operation; a problem all the same. */
  private holdUnmatched(answer: string, type: string, body: unknown): void {
    if (type !== 'application/problem+json') this.breaches.push(`${answer} is ${type} and no problem`);
    else if (body !== undefined)
      this.validate(answer, ['components', 'schemas', 'Problem'], JSON.parse(textOf(body)));
  }

  private validate(what: string, place: readonly string[], value: unknown): void {
    const pointer = place.map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'));
    const ref = `api#/${pointer.map(encodeURIComponent).join('/')}`;
    const validator = this.validators.get(ref) ?? this.ajv.compile({ $ref: ref });
    this.validators.set(ref, validator);
    if (!validator(value))
      this.breaches.push(`${what}: ${this.ajv.errorsText(validator.errors)} in ${JSON.stringify(value)}`);
  }

  private read(document: object): Document {
    this.ajv.addSchema(document, 'api');
    return document as Document;
  }

  private note(answer: string): void {
    if (SEEN_DIR === undefined || this.seen.has(answer)) return;
    this.seen.add(answer);
    appendFileSync(join(SEEN_DIR, String(process.pid)), `${answer}\n`);
  }
}

function checkedIn(): object {
  return JSON.parse(readFileSync(join(__dirname, '../../docs/openapi.json'), 'utf8')) as object;
}

function textOf(payload: unknown): string {
  if (typeof payload === 'string') return payload;
  return Buffer.isBuffer(payload) ? payload.toString('utf8') : '';
}

export const apiContract = new ApiContract();

// Here, so that it holds for every spec that starts an intake.
afterEach(() => {
  const breaches = apiContract.breaches.splice(0);
  if (breaches.length > 0)
    throw new Error(`not as docs/openapi.json says (npm run openapi):\n${breaches.join('\n')}`);
});
