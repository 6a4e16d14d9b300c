import { request } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type Caller, type IntakeUnderTest } from './intake.harness';
import { multipart, MULTIPART } from './multipart.builder';

const CHUNK = Buffer.alloc(65_536, 'x');

/**
 * The status that a client gets who sends a file of so many megabytes over a real connection without saying how many,
 * and goes on sending whatever it is told.
 */
export async function statusOfEndless(
  { app }: IntakeUnderTest,
  { headers }: Caller,
  path: string,
  megabytes: number,
): Promise<number | undefined> {
  if (!app.getHttpServer().listening) await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const sending = request({
      agent: false,
      port,
      method: 'POST',
      path,
      headers: {
        ...headers,
        'content-type': MULTIPART,
        'transfer-encoding': 'chunked',
        connection: 'close',
      },
    });
    sending.on('response', (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode));
    });
    sending.on('error', reject);
    sending.write(multipart([['file', '', 'big.xlsx']], '').subarray(0, -2));
    let left = megabytes * 16;
    const more = () => {
      while (left-- > 0) if (!sending.write(CHUNK)) return void sending.once('drain', more);
      sending.end('\r\n--X--\r\n');
    };
    more();
  });
}
