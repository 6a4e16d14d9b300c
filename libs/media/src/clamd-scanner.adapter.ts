import { createReadStream } from 'node:fs';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { ScannerUnavailable, VirusScanner } from '@app/application';

const PATIENCE_MS = 60_000;

/** Asks a ClamAV daemon, by its INSTREAM command over TCP (clamd(8)). */
export class ClamdScanner extends VirusScanner {
  private readonly address: { readonly host: string; readonly port: number };

  /** `url` as in `tcp://clamav:3310`. */
  constructor(
    url: string,
    private readonly patienceMs = PATIENCE_MS,
  ) {
    super();
    const { hostname, port } = new URL(url);
    this.address = { host: hostname, port: Number(port) };
  }

  async scan(path: string): Promise<string | undefined> {
    const answer = await this.ask(path).catch((cause: unknown) => {
      throw new ScannerUnavailable('the virus scanner does not answer', { cause });
    });
    const [, found] = /^stream: (.+) FOUND$/.exec(answer) ?? [];
    // Anything else is a refusal of its own, as of a file beyond its StreamMaxLength.
    if (found === undefined && answer !== 'stream: OK') throw new ScannerUnavailable(`it said "${answer}"`);
    return found;
  }

  private async ask(path: string): Promise<string> {
    const socket = connect(this.address);
    const late = setTimeout(() => socket.destroy(new Error('no answer in time')), this.patienceMs);
    try {
      // It may answer, and close, before it has read everything: then the answer counts, not that it did.
      pipeline(framed(path), socket, { end: false }).catch((error: Error) => socket.destroy(error));
      const answer = await text(socket);
      return answer.replace(/\0$/, '').trim();
    } finally {
      clearTimeout(late);
      socket.destroy();
    }
  }
}

/** Each piece behind its length, an empty one at the end. */
async function* framed(path: string): AsyncGenerator<Buffer> {
  yield Buffer.from('zINSTREAM\0');
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    yield lengthOf(chunk);
    yield chunk;
  }
  yield Buffer.alloc(4);
}

function lengthOf(chunk: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(chunk.length);
  return length;
}
