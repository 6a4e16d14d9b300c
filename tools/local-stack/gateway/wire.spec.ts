import { deserialize, serialize } from 'bson';
import { crc32c } from './checksum';
import { CommandDocument } from './command-document';
import { encodeReply, MAX_MESSAGE_BYTES, MessageReader, parseMessage, WireError } from './wire';

const body = Buffer.from(serialize({ ping: 1, $db: 'a' }));
const documents = Buffer.concat(
  [serialize({ _id: 1 }), serialize({ _id: 2 })].map((each) => Buffer.from(each)),
);

function message(opCode: number, ...parts: Buffer[]): Buffer {
  const whole = Buffer.concat([Buffer.alloc(16), ...parts]);
  whole.writeInt32LE(whole.length, 0);
  whole.writeInt32LE(77, 4);
  whole.writeInt32LE(opCode, 12);
  return whole;
}
const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
};
const section = (kind: number, content: Buffer): Buffer => Buffer.concat([Buffer.from([kind]), content]);
const sequence = (name: string, content: Buffer): Buffer =>
  section(1, Buffer.concat([int32(4 + name.length + 1 + content.length), Buffer.from(`${name}\0`), content]));
const checksummed = (whole: Buffer): Buffer => {
  const sum = Buffer.alloc(4);
  const longer = Buffer.concat([whole, sum]);
  longer.writeInt32LE(longer.length, 0);
  longer.writeUInt32LE(crc32c(longer.subarray(0, -4)), longer.length - 4);
  return longer;
};

describe('messages on the wire', () => {
  it('are cut from a stream however it is chopped', () => {
    const stream = Buffer.concat([
      message(2013, int32(0), section(0, body)),
      message(2013, int32(0), section(0, documents)),
    ]);
    for (const size of [1, 3, 16, 50, stream.length]) {
      const reader = new MessageReader();
      const found: Buffer[] = [];
      for (let at = 0; at < stream.length; at += size)
        found.push(...reader.push(stream.subarray(at, at + size)));
      expect(Buffer.concat(found)).toEqual(stream);
      expect(found).toHaveLength(2);
    }
  });

  it.each([0, -1, 15, MAX_MESSAGE_BYTES + 1])('are refused at an announced length of %i', (length) => {
    expect(() => new MessageReader().push(int32(length))).toThrow(WireError);
  });

  it('carry a body and a sequence of documents, in either order', () => {
    const sections = [section(0, body), sequence('documents', documents)];
    for (const parts of [sections, [...sections].reverse()])
      expect(parseMessage(message(2013, int32(0), ...parts))).toEqual({
        requestId: 77,
        kind: 'msg',
        body,
        sequence: { name: 'documents', documents },
        database: undefined,
        wantsReply: true,
      });
    expect(parseMessage(message(2013, int32(2), section(0, body))).wantsReply).toBe(false);
  });

  it('carry a checksum that must be right', () => {
    // The check value of CRC-32C: RFC 3720 gives it for "123456789".
    expect(crc32c(Buffer.from('123456789'))).toBe(0xe3069283);
    const right = checksummed(message(2013, int32(1), section(0, body)));
    expect(parseMessage(right).body).toEqual(body);
    right[30]! ^= 1;
    expect(() => parseMessage(right)).toThrow(WireError);
  });

  it.each<[string, Buffer]>([
    ['no flags', message(2013)],
    ['no body', message(2013, int32(0), sequence('documents', documents))],
    ['two bodies', message(2013, int32(0), section(0, body), section(0, body))],
    ['an unknown section', message(2013, int32(0), section(0, body), section(9, body))],
    ['an unknown required flag', message(2013, int32(1 << 5), section(0, body))],
    ['a document longer than the message', message(2013, int32(0), section(0, int32(1000)))],
    ['a negative length', message(2013, int32(0), section(0, int32(-5)))],
    [
      'a sequence of half a document',
      message(2013, int32(0), section(0, body), sequence('documents', documents.subarray(0, -3))),
    ],
    [
      'a sequence without a name',
      message(2013, int32(0), section(0, body), section(1, Buffer.concat([int32(6), Buffer.from('xx')]))),
    ],
    ['an unknown operation', message(2004 + 9, int32(0).subarray(0, 0))],
    ['another operation', message(2001, int32(0))],
    ['a query without an end to its name', message(2004, int32(0), Buffer.from('admin'))],
  ])('are refused with %s', (_, bytes) => {
    expect(() => parseMessage(bytes)).toThrow(WireError);
  });

  it('include the old hello, which is answered in the old way', () => {
    const hello = message(2004, int32(0), Buffer.from('admin.$cmd\0'), int32(0), int32(-1), body);
    const request = parseMessage(hello);
    expect(request).toMatchObject({ kind: 'query', database: 'admin', wantsReply: true });
    const [head, document] = encodeReply(request, 5, serialize({ ok: 1 }));
    expect([head.readInt32LE(0), head.readInt32LE(8), head.readInt32LE(12)]).toEqual([
      head.length + document.length,
      77,
      1,
    ]);
  });
});

describe('a command document', () => {
  it('gives single fields and loses the conversation’s', () => {
    const command = {
      find: 'tickets',
      filter: { a: 1 },
      lsid: { id: 'x' },
      $db: 'd',
      limit: 3,
      txnNumber: 1n,
      last: true,
    };
    const document = new CommandDocument(Buffer.from(serialize(command)));
    expect([
      document.name,
      document.string('find'),
      document.integer('limit'),
      document.has('txnNumber'),
    ]).toEqual(['find', 'tickets', 3n, true]);
    expect(deserialize(document.spec())).toEqual({ find: 'tickets', filter: { a: 1 }, limit: 3, last: true });
    expect(deserialize(document.embedded('filter')!)).toEqual({ a: 1 });
  });

  it('is passed on as it is when it holds none of them', () => {
    const raw = Buffer.from(serialize({ ping: 1 }));
    expect(new CommandDocument(raw).spec()).toBe(raw);
  });

  it('is refused when it is not BSON', () => {
    const raw = Buffer.from(serialize({ ping: 1 }));
    raw[4] = 200;
    expect(() => new CommandDocument(raw)).toThrow(WireError);
  });
});
