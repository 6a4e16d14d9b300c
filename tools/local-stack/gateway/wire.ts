import { crc32c } from './checksum';

/** The largest message MongoDB 7 accepts, in bytes; also what `hello` tells clients. */
export const MAX_MESSAGE_BYTES = 48_000_000;
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

const HEADER_BYTES = 16;
const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 1 << 1;
/** The first 16 bits of the OP_MSG flags are "required": a receiver must refuse the ones it does not know. */
const UNKNOWN_REQUIRED_FLAGS = 0xffff & ~(CHECKSUM_PRESENT | MORE_TO_COME);

/** The bytes broke the wire protocol: the connection they came on cannot be read any further. */
export class WireError extends Error {}

export interface WireRequest {
  readonly requestId: number;
  readonly kind: 'msg' | 'query';
  /** The command document (OP_MSG section kind 0, or the OP_QUERY query). */
  readonly body: Buffer;
  /** OP_MSG section kind 1: argument name and its documents, one after the other. */
  readonly sequence: { readonly name: string; readonly documents: Buffer } | undefined;
  /** The database an OP_QUERY names in its collection; an OP_MSG carries it in `$db`. */
  readonly database: string | undefined;
  /** False when the client set moreToCome: it will not read an answer. */
  readonly wantsReply: boolean;
}

/** Cuts a byte stream into messages; holds at most one incomplete message. */
export class MessageReader {
  private chunks: Buffer[] = [];
  private buffered = 0;

  /** Returns the messages completed by `chunk`. Throws WireError on an impossible length. */
  push(chunk: Buffer): Buffer[] {
    this.chunks.push(chunk);
    this.buffered += chunk.length;
    const messages: Buffer[] = [];
    for (;;) {
      const length = this.nextLength();
      if (length === undefined || this.buffered < length) return messages;
      const all = this.chunks.length === 1 ? this.chunks[0]! : Buffer.concat(this.chunks, this.buffered);
      messages.push(all.subarray(0, length));
      this.buffered -= length;
      this.chunks = this.buffered > 0 ? [all.subarray(length)] : [];
    }
  }

  private nextLength(): number | undefined {
    if (this.buffered < 4) return undefined;
    if (this.chunks[0]!.length < 4) this.chunks = [Buffer.concat(this.chunks, this.buffered)];
    const length = this.chunks[0]!.readInt32LE(0);
    if (length < HEADER_BYTES || length > MAX_MESSAGE_BYTES)
      throw new WireError(`message length ${length} is out of range`);
    return length;
  }
}

/** Reads one whole message. Throws WireError when it breaks the protocol. */
export function parseMessage(message: Buffer): WireRequest {
  const requestId = message.readInt32LE(4);
  const opCode = message.readInt32LE(12);
  if (opCode === OP_MSG) return parseMsg(message, requestId);
  if (opCode === OP_QUERY) return parseQuery(message, requestId);
  throw new WireError(`operation code ${opCode} is not supported`);
}

function parseMsg(message: Buffer, requestId: number): WireRequest {
  if (message.length < HEADER_BYTES + 4) throw new WireError('an OP_MSG without flags');
  const flags = message.readUInt32LE(HEADER_BYTES);
  if (flags & UNKNOWN_REQUIRED_FLAGS) throw new WireError(`unknown required flags ${flags}`);
  let end = message.length;
  if (flags & CHECKSUM_PRESENT) {
    end -= 4;
    if (end < HEADER_BYTES + 4 || crc32c(message.subarray(0, end)) !== message.readUInt32LE(end))
      throw new WireError('the checksum does not match');
  }
  let body: Buffer | undefined;
  let sequence: WireRequest['sequence'];
  for (let at = HEADER_BYTES + 4; at < end;) {
    const kind = message[at++];
    const size = sizeAt(message, at, end, kind === 0 ? 5 : 6);
    const section = message.subarray(at, at + size);
    at += size;
    if (kind === 0 && !body) body = section;
    else if (kind === 1 && !sequence) sequence = parseSequence(section);
    else throw new WireError(`unexpected section of kind ${kind}`);
  }
  if (!body) throw new WireError('an OP_MSG without a body');
  return { requestId, kind: 'msg', body, sequence, database: undefined, wantsReply: !(flags & MORE_TO_COME) };
}

function parseSequence(section: Buffer): NonNullable<WireRequest['sequence']> {
  const nameEnd = cstringEnd(section, 4);
  const documents = section.subarray(nameEnd + 1);
  for (let at = 0; at < documents.length;) at += sizeAt(documents, at, documents.length, 5);
  return { name: section.toString('utf8', 4, nameEnd), documents };
}

function parseQuery(message: Buffer, requestId: number): WireRequest {
  const nameAt = HEADER_BYTES + 4;
  const nameEnd = cstringEnd(message, nameAt);
  const bodyAt = nameEnd + 1 + 8;
  const size = sizeAt(message, bodyAt, message.length, 5);
  const [database] = message.toString('utf8', nameAt, nameEnd).split('.', 1);
  return {
    requestId,
    kind: 'query',
    body: message.subarray(bodyAt, bodyAt + size),
    sequence: undefined,
    database,
    wantsReply: true,
  };
}

function sizeAt(buffer: Buffer, at: number, end: number, least: number): number {
  const size = at + 4 <= end ? buffer.readInt32LE(at) : -1;
  if (size < least || at + size > end)
    throw new WireError(`a part of ${size} bytes does not fit its message`);
  return size;
}

function cstringEnd(buffer: Buffer, from: number): number {
  const end = buffer.indexOf(0, from);
  if (end < 0) throw new WireError('a name without an end');
  return end;
}

/** Frames one BSON document as the answer to `request`: header first, so that the document is not copied. */
export function encodeReply(
  request: Pick<WireRequest, 'requestId' | 'kind'>,
  replyId: number,
  document: Uint8Array,
): [Buffer, Uint8Array] {
  const isMsg = request.kind === 'msg';
  const head = Buffer.alloc(isMsg ? HEADER_BYTES + 5 : HEADER_BYTES + 20);
  head.writeInt32LE(head.length + document.length, 0);
  head.writeInt32LE(replyId, 4);
  head.writeInt32LE(request.requestId, 8);
  head.writeInt32LE(isMsg ? OP_MSG : OP_REPLY, 12);
  // OP_REPLY: flags 0, cursor id 0, starting from 0, one document.
  if (!isMsg) head.writeInt32LE(1, HEADER_BYTES + 16);
  return [head, document];
}
