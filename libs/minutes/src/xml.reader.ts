import { TextDecoder } from 'node:util';
import { type SaxesAttributePlain, SaxesParser } from 'saxes';
import { asRefusal, corrupt } from './refusals.errors';

/** What a reader of one part does on its way through; names come without their namespace prefix. */
export interface XmlHandler {
  open(name: string, attributes: ReadonlyMap<string, string>): void;
  close(name: string): void;
  text(text: string): void;
}

const DEEPEST = 64;
/** Markup, attribute or text longer than this without an end is no spreadsheet; the parser would buffer it all. */
const LONGEST_PIECE = 4 * 1024 * 1024;

/**
 * Feeds a part's bytes through a handler, handing control back after each chunk. XML that is not well-formed, that
 * declares a document type (entities) or that nests or runs on without bounds is refused.
 */
export async function* parseXml(
  part: string,
  bytes: AsyncIterable<Buffer>,
  handler: XmlHandler,
): AsyncGenerator<void, void> {
  const parser = new SaxesParser();
  let depth = 0;
  let quiet = 0;
  parser.on('error', (error) => {
    throw corrupt(`${part} 不是合法的 XML`, error);
  });
  parser.on('doctype', () => {
    throw corrupt(`${part} 含有不允许的 DOCTYPE 声明`);
  });
  parser.on('opentag', (tag) => {
    quiet = 0;
    if (++depth > DEEPEST) throw corrupt(`${part} 的 XML 嵌套过深`);
    handler.open(local(tag.name), localAttributes(tag.attributes));
  });
  parser.on('closetag', (tag) => {
    quiet = 0;
    depth -= 1;
    handler.close(local(tag.name));
  });
  const text = (each: string): void => {
    quiet = 0;
    handler.text(each);
  };
  parser.on('text', text);
  parser.on('cdata', text);

  let decoder: TextDecoder | undefined;
  for await (const chunk of bytes) {
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
    quiet += chunk.length;
    if (quiet > LONGEST_PIECE) throw corrupt(`${part} 里有一段过长的内容`);
    parser.write(decode(part, decoder, chunk));
    yield;
  }
  parser.write(decode(part, decoder ?? new TextDecoder()));
  parser.close();
  yield;
}

/** Reads a small part to its end. */
export async function readXml(
  part: string,
  bytes: AsyncIterable<Buffer>,
  handler: XmlHandler,
): Promise<void> {
  for await (const _ of parseXml(part, bytes, handler));
}

function decode(part: string, decoder: TextDecoder, chunk?: Buffer): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch (error) {
    throw asRefusal(error, `${part} 的文字编码不正确`);
  }
}

function encodingOf(start: Buffer): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8';
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function localAttributes(
  attributes: Record<string, string | SaxesAttributePlain>,
): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(attributes).map(([name, value]) => [
      local(name),
      typeof value === 'string' ? value : value.value,
    ]),
  );
}
