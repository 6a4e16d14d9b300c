import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { createFastifyAdapter } from './fastify-adapter';

describe('what is no HTTP', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    const module = await Test.createTestingModule({}).compile();
    app = module.createNestApplication<NestFastifyApplication>(createFastifyAdapter({}));
    await app.listen(0, '127.0.0.1');
  });
  afterAll(() => app.close());

  it.each([
    ['a path with raw Chinese', 'GET /饭 HTTP/1.1\r\nhost: a\r\n\r\n', 400, 'REQUEST.MALFORMED'],
    ['no request at all', '\u0000\u0001\u0002\r\n\r\n', 400, 'REQUEST.MALFORMED'],
    ['a header without end', `GET / HTTP/1.1\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`, 413, 'REQUEST.TOO_LARGE'],
  ])('is refused by a problem document: %s', async (_, bytes, status, code) => {
    const socket = connect(Number(new URL(await app.getUrl()).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write(bytes);
    const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
    expect(head).toContain(`HTTP/1.1 ${status}`);
    expect(head).toContain('application/problem+json');
    expect(JSON.parse(body)).toMatchObject({ status, code, correlationId: expect.any(String) });
  });
});
