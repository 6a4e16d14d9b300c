import { OutboxStore, TicketRepository } from '@app/application';
import { Controller, Get, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Routes } from '../../apps/intake/src/access/routes';
import { ANONYMOUS, type IntakeUnderTest, startIntake } from './intake.harness';
import { track } from './tickets.harness';

const BODY = { title: '热水器坏了', description: '三号楼没有热水' };
const submit = (intake: IntakeUnderTest, address = '10.1.1.1') =>
  intake.inject({ method: 'POST', url: '/api/v1/tickets', payload: BODY, remoteAddress: address });

/** A port at which nothing answers. */
async function deadPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

it('starts and takes submissions with Redis away, keeps their events, and says so', async () => {
  const intake = await startIntake({
    REDIS_URL: `redis://127.0.0.1:${await deadPort()}`,
    RATE_LIMIT_SUBMIT_PER_MINUTE: '1',
  });
  const answers = [await submit(intake), await submit(intake), await submit(intake)];
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  const ticket = await intake.app.get(TicketRepository).byNumber(String(answers[0]?.body['number']));
  const pending = await intake.app.get(OutboxStore).pending(new Date(Date.now() + 1000), 10);
  expect(pending.some(({ ticketId }) => ticketId === ticket?.id)).toBe(true);
  expect((await track(intake, String(answers[0]?.body['trackingCode']))).status).toBe(200);
  const { status, body } = await intake.inject({ method: 'GET', url: '/readyz' });
  expect([status, body['checks']]).toMatchObject([
    200,
    { database: { status: 'up' }, redis: { status: 'down' } },
  ]);
  await intake.close();
}, 60_000);

describe('limits by address', () => {
  let intake: IntakeUnderTest;
  beforeAll(async () => {
    intake = await startIntake({
      RATE_LIMIT_SUBMIT_PER_MINUTE: '2',
      RATE_LIMIT_UPLOAD_PER_MINUTE: '2',
      RATE_LIMIT_TRACK_PER_MINUTE: '3',
      RATE_LIMIT_LOGIN_PER_MINUTE: '2',
    });
  }, 60_000);
  afterAll(() => intake.close());
  // The counts live in Redis for a minute, so that every run needs addresses of its own.
  const address = () => `10.${[1, 2, 3].map(() => Math.floor(Math.random() * 250) + 1).join('.')}`;

  it('turn away who submits too often, and nobody else', async () => {
    const from = address();
    const statuses = [];
    for (let count = 0; count < 3; count += 1) statuses.push((await submit(intake, from)).status);
    expect(statuses).toEqual([201, 201, 429]);
    const { body, headers } = await submit(intake, from);
    expect(body.code).toBe('REQUEST.RATE_LIMITED');
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect((await submit(intake, address())).status).toBe(201);
  });

  it('turn away who uploads too often, whatever is uploaded', async () => {
    const remoteAddress = address();
    const send = () =>
      intake.inject({ method: 'POST', url: '/api/v1/attachments', remoteAddress, payload: { no: 'form' } });
    const statuses = [(await send()).status, (await send()).status, (await send()).status];
    expect(statuses).toEqual([415, 415, 429]);
  });

  it('count what is written by tracking code, but not looking', async () => {
    const code = String((await submit(intake, address())).body['trackingCode']);
    const remoteAddress = address();
    const at = (method: 'GET' | 'POST', path: string, payload?: object) =>
      intake.inject({
        method,
        url: `/api/v1/tracking/${code}${path}`,
        remoteAddress,
        ...(payload ? { payload } : {}),
      });
    const comment = () => at('POST', '/comments', { text: '催一下' });
    expect([(await comment()).status, (await comment()).status, (await comment()).status]).toEqual([
      200, 200, 429,
    ]);
    expect((await at('POST', '/rating', { solved: true, contacted: true, satisfaction: 5 })).status).toBe(
      429,
    );
    expect((await at('GET', '')).status).toBe(200);
  });

  it('turn away who guesses tracking codes, also from those that exist, but not who follows their own', async () => {
    const { body } = await submit(intake, address());
    const path = `/api/v1/tracking/${String(body['trackingCode'])}`;
    const look = (remoteAddress: string, url: string) => intake.inject({ method: 'GET', url, remoteAddress });
    const follower = address();
    for (let count = 0; count < 8; count += 1) expect((await look(follower, path)).status).toBe(200);
    const guesser = address();
    for (let count = 0; count < 4; count += 1)
      expect((await look(guesser, `/api/v1/tracking/guess${count}`)).status).toBe(404);
    expect((await look(guesser, '/api/v1/tracking/guess')).status).toBe(429);
    expect((await look(guesser, path)).status).toBe(429);
  });

  it('turn away who logs in too often, before any password is looked at', async () => {
    const remoteAddress = address();
    const login = () =>
      intake.inject({
        method: 'POST',
        url: '/api/v1/auth/login',
        remoteAddress,
        payload: { username: 'x', password: 'y' },
      });
    expect([(await login()).status, (await login()).status, (await login()).status]).toEqual([401, 401, 429]);
  });
});

describe('the web app', () => {
  it('is served with its page under every path of its own, fresh, and its assets for ever', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'duban-test-web-'));
    await mkdir(join(dir, 'assets'));
    await writeFile(join(dir, 'index.html'), '<!doctype html><title>督办</title>');
    await writeFile(join(dir, 'assets', 'app-1a2b.js'), 'export {};');
    const intake = await startIntake({ WEB_DIR: dir });
    const get = (url: string) => intake.call(ANONYMOUS, 'GET', url);
    for (const url of ['/', '/track', '/track/K7QM-2XBD', '/tickets/2026-000001', '/apiary'])
      expect([url, (await get(url)).headers]).toMatchObject([
        url,
        { 'cache-control': 'no-cache', 'content-type': 'text/html; charset=utf-8' },
      ]);
    expect((await get('/assets/app-1a2b.js')).headers['cache-control']).toContain('immutable');
    for (const url of [
      '/assets/none.js',
      '/api/v1/none',
      '/api',
      '/docs/none',
      '/../package.json',
      '/%2e%2e/package.json',
      '/none.php',
    ])
      expect([url, (await get(url)).status, (await get(url)).body.code]).toEqual([
        url,
        404,
        'REQUEST.NOT_FOUND',
      ]);
    const { headers } = await get('/');
    expect(headers['content-security-policy']).toContain("script-src 'self';");
    expect(headers['strict-transport-security']).toBeUndefined();
    expect((await intake.call(ANONYMOUS, 'POST', '/track')).status).toBe(404);
    await intake.close();
    await rm(dir, { recursive: true });
  }, 60_000);
});

it('refuses to start with a route that does not say who may call it', async () => {
  @Controller('open-by-mistake')
  class ForgottenController {
    @Get()
    forgotten(): string {
      return 'x';
    }
  }
  @Module({ imports: [DiscoveryModule], controllers: [ForgottenController], providers: [Routes] })
  class ForgetfulModule {}
  const module = await Test.createTestingModule({ imports: [ForgetfulModule] }).compile();
  await expect(module.init()).rejects.toThrow('routes without @Public() or @Allow(): GET /open-by-mistake');
});
