import { createFastifyAdapter, ProblemException, ProblemFilter } from '@app/platform';
import { Controller, Get, Param, Res } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiExcludeEndpoint, ApiOkResponse } from '@nestjs/swagger';
import { Test } from '@nestjs/testing';
import { type FastifyReply } from 'fastify';
import { apiDocument } from '../../apps/intake/src/openapi/api-document';
import { Problems } from '../../apps/intake/src/requests/problems.decorator';
import { apiContract } from './api-contract.harness';

const NAME = { type: 'object', required: ['name'], properties: { name: { type: 'string' } } };

/** Documents one thing and does another. */
@Controller('api/v1')
class LyingController {
  @Get('lies/:kind')
  @ApiOkResponse({ content: { 'application/json': { schema: { ...NAME, additionalProperties: false } } } })
  @Problems('TICKET.NOT_FOUND')
  lie(@Param('kind') kind: string, @Res() reply: FastifyReply) {
    switch (kind) {
      case 'status':
        return reply.status(202).send({ name: 'x' });
      case 'type':
        return reply.type('text/plain').send('x');
      case 'field':
        return reply.send({ name: 1 });
      case 'secret':
        return reply.send({ name: 'x', phone: '13912345678' });
      case 'code':
        throw new ProblemException('SESSION.NOT_FOUND');
      case 'refusal':
        throw new ProblemException('TICKET.NOT_FOUND');
      default:
        return reply.send({ name: 'x' });
    }
  }

  @Get('hidden')
  @ApiExcludeEndpoint()
  hidden() {
    return {};
  }
}

let app: NestFastifyApplication;
beforeAll(async () => {
  const module = await Test.createTestingModule({
    controllers: [LyingController],
    providers: [{ provide: APP_FILTER, useClass: ProblemFilter }],
  }).compile();
  app = module.createNestApplication<NestFastifyApplication>(createFastifyAdapter({}), { logger: false });
  apiContract.watch(app, () => JSON.parse(JSON.stringify(apiDocument(app))) as object);
  await app.init();
});
afterAll(() => app.close());

async function breachesOf(url: string): Promise<string[]> {
  await app.inject({ method: 'GET', url });
  return apiContract.breaches.splice(0);
}

describe('the contract of the API', () => {
  it.each(['truth', 'refusal'])('lets pass what is documented: %s', async (kind) => {
    expect(await breachesOf(`/api/v1/lies/${kind}`)).toEqual([]);
  });

  it.each([
    ['a status', 'lies/status', '202 is not documented'],
    ['a content type', 'lies/type', 'is text/plain'],
    ['a field of another type', 'lies/field', 'must be string'],
    ['a field beyond those documented', 'lies/secret', 'must NOT have additional properties'],
    ['a refusal with a code of another route', 'lies/code', 'must be equal to one of the allowed values'],
    ['a route', 'hidden', '200 is not documented'],
  ])('catches %s that is not documented', async (_what, path, words) => {
    expect(await breachesOf(`/api/v1/${path}`)).toEqual([expect.stringContaining(words)]);
  });

  it('lets pass that a place is not there', async () => {
    expect(await breachesOf('/api/v1/nowhere')).toEqual([]);
  });

  it('catches an event that is not documented', () => {
    apiContract.holdEvent('/api/v1/live', 'surprise', {});
    expect(apiContract.breaches.splice(0)).toEqual([expect.stringContaining('surprise')]);
  });
});
