import { Body, Controller, Get, Logger, Module, Param, Post } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ThrottlerException } from '@nestjs/throttler';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { parseConfig } from '../config/load-config';
import { HealthModule } from '../health/health.module';
import { PlatformModule } from '../platform.module';
import { createFastifyAdapter } from './fastify-adapter';
import { ProblemException } from './problem-exception';
import { joinPlatform } from './start-http-app';

const TRACKING_CODE = 'K7QM-2XBD-9PRT-AAAA-BBBB-CCCC';

class TicketBody extends createZodDto(
  z.strictObject({ title: z.string().min(1).max(5), contact: z.object({ 'e/mail': z.email() }).optional() }),
) {}

@Controller()
class DoorController {
  private readonly logger = new Logger(DoorController.name);

  @Post('tickets')
  submit(@Body() body: TicketBody) {
    this.logger.log('taken');
    return body;
  }

  @Get('tracking/:code')
  track(@Param('code') code: string) {
    if (code === 'known') return { code };
    throw new ProblemException('TICKET.NOT_FOUND', { detail: '请核对查询码' });
  }

  @Get('fails/:how')
  fail(@Param('how') how: string) {
    const error = new Error(`secret of zhang.san@example.edu at mongodb://root:pw@db/ for ${TRACKING_CODE}`);
    if (how === 'database') error.name = 'MongoServerSelectionError';
    if (how === 'bulk')
      throw Object.assign(new Error('bulk'), {
        errorResponse: Object.assign(error, { name: 'MongoNetworkError' }),
      });
    if (how === 'throttled') throw new ThrottlerException();
    if (how === 'cause')
      throw new Error('wrapped', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) });
    throw Object.assign(error, { keyValue: { email: 'li.si@example.edu', phone: '13812345678' } });
  }
}

const lines: string[] = [];
let mailUp = true;
let databaseUp = true;
const failUnless = (up: boolean) => (up ? Promise.resolve() : Promise.reject(new Error('down')));

@Module({
  imports: [
    PlatformModule.forRoot(
      'intake',
      parseConfig('intake', { MONGODB_URI: 'mongodb://db/', REDIS_URL: 'redis://cache', LOG_LEVEL: 'debug' }),
      { write: (line) => void lines.push(line) },
    ),
    HealthModule.forRootAsync({
      useFactory: () => [
        { name: 'database', required: true, check: () => failUnless(databaseUp) },
        { name: 'mail', required: false, check: () => failUnless(mailUp) },
      ],
    }),
  ],
  controllers: [DoorController],
})
class DoorModule {}

let app: NestFastifyApplication;
beforeAll(async () => {
  const module = await Test.createTestingModule({ imports: [DoorModule] }).compile();
  app = await joinPlatform(module.createNestApplication<NestFastifyApplication>(createFastifyAdapter({})));
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});
afterAll(() => app.close());
beforeEach(() => {
  lines.length = 0;
  mailUp = databaseUp = true;
});

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });
const post = (payload: unknown, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: '/tickets',
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    headers: { 'content-type': 'application/json', ...headers },
  });

describe('problem documents', () => {
  it('points at every fault of a body, in Chinese unless asked otherwise', async () => {
    const body = { title: '', contact: { 'e/mail': 'x' }, extra: 1 };
    const answer = await post(body);
    expect(answer.statusCode).toBe(422);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': 'zh-CN',
    });
    expect(answer.json()).toMatchObject({
      type: '/problems/request-invalid',
      title: '提交的内容有误',
      status: 422,
      instance: '/tickets',
      code: 'REQUEST.INVALID',
      correlationId: answer.headers['x-correlation-id'],
      errors: [
        { pointer: '/title', detail: expect.stringContaining('数值过小') },
        { pointer: '/contact/e~1mail', detail: expect.any(String) },
        { pointer: '/extra', detail: expect.any(String) },
      ],
    });
    const english = await post(body, { 'accept-language': 'en-GB, zh;q=0.5' });
    expect(english.headers['content-language']).toBe('en');
    expect(english.json()).toMatchObject({
      title: 'The request has faults',
      errors: [{ detail: expect.stringContaining('Too small') }, {}, {}],
    });
  });

  it.each([
    ['a body that is no JSON', () => post('{"title":'), 400, 'REQUEST.MALFORMED'],
    [
      'JSON nested too deep',
      () => post(`{"title":${'['.repeat(64)}${']'.repeat(64)}}`),
      400,
      'REQUEST.MALFORMED',
    ],
    ['a body above the limit', () => post({ title: 'x'.repeat(300_000) }), 413, 'REQUEST.TOO_LARGE'],
    [
      'another media type',
      () => post('<a/>', { 'content-type': 'text/xml' }),
      415,
      'REQUEST.UNSUPPORTED_MEDIA_TYPE',
    ],
    ['an unknown route', () => get('/nothing'), 404, 'REQUEST.NOT_FOUND'],
    ['a refusal of a door', () => get('/tracking/unknown'), 404, 'TICKET.NOT_FOUND'],
    ['a request beyond the limit', () => get('/fails/throttled'), 429, 'REQUEST.RATE_LIMITED'],
    ['a store that is away', () => get('/fails/database'), 503, 'SERVER.UNAVAILABLE'],
    ['a failure caused by a store that is away', () => get('/fails/cause'), 503, 'SERVER.UNAVAILABLE'],
    ['a store that goes away amid many writes', () => get('/fails/bulk'), 503, 'SERVER.UNAVAILABLE'],
    ['any other failure', () => get('/fails/otherwise'), 500, 'SERVER.INTERNAL'],
  ])('answers %s', async (_what, ask, status, code) => {
    const answer = await ask();
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ status, code, correlationId: answer.headers['x-correlation-id'] });
    expect(answer.headers['retry-after']).toBe({ 503: '5', 429: '60' }[status]);
  });

  it('keeps the cause of a failure for the log', async () => {
    const answer = await get('/fails/otherwise');
    expect(Object.keys(answer.json<object>()).sort()).toEqual(
      ['code', 'correlationId', 'instance', 'status', 'title', 'type'].sort(),
    );
    expect(lines.join('')).toContain('secret of');
  });
});

describe('the log', () => {
  it('carries the correlation id of the caller from line to line and back', async () => {
    const answer = await post({ title: '漏水' }, { 'x-correlation-id': 'abc-12345678' });
    expect(answer.statusCode).toBe(201);
    expect(answer.headers['x-correlation-id']).toBe('abc-12345678');
    const written = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(written).toEqual([
      expect.objectContaining({ level: 'info', msg: 'taken', correlationId: 'abc-12345678', app: 'intake' }),
      expect.objectContaining({
        msg: 'request answered',
        route: '/tickets',
        status: 201,
        correlationId: 'abc-12345678',
      }),
    ]);
  });

  it.each(['short', 'with space in it', 'x'.repeat(65), 'a"b{c}d:e,'])(
    'does not take %j for one',
    async (given) => {
      const answer = await get('/healthz', { 'x-correlation-id': given });
      expect(answer.headers['x-correlation-id']).toMatch(/^[\da-f-]{36}$/);
    },
  );

  it('holds no code, query, body, cookie, credential, address or number of a person', async () => {
    await get(`/tracking/${TRACKING_CODE}?q=needle`, { cookie: 'sid=c00kie', authorization: 'Bearer t0ken' });
    await get(`/nothing/${TRACKING_CODE}`);
    await get('/fails/otherwise');
    await get('/fails/database');
    await post({ title: 'b0dy', contact: { 'e/mail': 'reporter@example.edu' } });
    await post('{"title":"b0dy');
    const log = lines.join('');
    expect(lines.length).toBeGreaterThanOrEqual(8);
    for (const line of lines) expect(() => JSON.parse(line) as unknown).not.toThrow();
    for (const secret of [
      TRACKING_CODE,
      'needle',
      'b0dy',
      'c00kie',
      't0ken',
      '@example',
      'root:pw',
      '13812345678',
    ]) {
      expect(log).not.toContain(secret);
    }
    expect(log).toContain('/tracking/:code');
  });
});

describe('health', () => {
  // Outcomes are kept for a while; requests themselves go on in real time.
  beforeEach(() =>
    jest.useFakeTimers({
      doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'performance', 'hrtime'],
    }),
  );
  afterEach(() => {
    jest.advanceTimersByTime(5000);
    jest.useRealTimers();
  });

  it('is ready without what is not required, and says so', async () => {
    mailUp = false;
    const answer = await get('/readyz');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      status: 'up',
      checks: { database: { status: 'up' }, mail: { status: 'down' } },
    });
  });

  it('is alive but not ready without what is required', async () => {
    databaseUp = false;
    expect((await get('/readyz')).statusCode).toBe(503);
    expect((await get('/healthz')).statusCode).toBe(200);
  });

  it('measures answers by the pattern of their route', async () => {
    await get(`/tracking/${TRACKING_CODE}`);
    const metrics = await get('/metrics');
    expect(metrics.headers['content-type']).toContain('text/plain');
    expect(metrics.body).toContain(
      'duban_http_request_duration_seconds_count{method="GET",route="/tracking/:code",status="404"}',
    );
    expect(metrics.body).not.toContain(TRACKING_CODE);
  });
});
