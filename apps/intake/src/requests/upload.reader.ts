import { type Multipart, type MultipartFile } from '@fastify/multipart';
import { type ErrorCode } from '@app/contracts/problems';
import { ProblemException } from '@app/platform';
import { type FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';

/** The fields of a multipart form, by name. */
export type FormFields = ReadonlyMap<string, string>;

export interface UploadRules {
  readonly maxBytes: number;
  /** What a file over the limit is refused with where its length is announced. */
  readonly tooLarge: ErrorCode;
  /** What a request without a file, or with an empty one, is refused with. */
  readonly missing: ErrorCode;
  /** Called with the fields around the file; throws what is wrong about them. */
  readonly onFields?: (fields: FormFields) => void;
}

export interface Upload {
  readonly fileName: string;
  /**
   * The file as it arrives. It ends only when the whole request has been read, since fields may follow the file: by
   * then `onFields` has been called with all of them, or the stream has failed with what is wrong about them.
   */
  readonly content: Readable;
  /** Reads what is still to come and forgets it, so that the client hears the answer instead of a broken connection. */
  readonly discard: () => Promise<void>;
}

const LONGEST_NAME = 200;
/** Room for the multipart frame and the fields around a file. */
const AROUND_FILE = 65_536;
const DISCARD_MS = 10_000;

/**
 * Opens a multipart upload up to its file. Throws `tooLarge` by the announced length alone, `missing` where there is
 * no file, REQUEST.MALFORMED where it cannot be read.
 */
export async function openUpload(request: FastifyRequest, rules: UploadRules): Promise<Upload> {
  const { maxBytes } = rules;
  const discard = async (): Promise<void> => {
    request.raw.unpipe();
    request.raw.resume();
    // A client that breaks off, or takes too long, is not waited for.
    await finished(request.raw, { writable: false, signal: AbortSignal.timeout(DISCARD_MS) }).catch(
      () => undefined,
    );
  };
  try {
    if (!request.isMultipart()) throw new ProblemException('REQUEST.UNSUPPORTED_MEDIA_TYPE');
    if (Number(request.headers['content-length'] ?? 0) > maxBytes + AROUND_FILE)
      throw new ProblemException(rules.tooLarge);
    const parts = request.parts({
      // One byte more than is taken, so that the store sees a file that is too large rather than a cut one.
      limits: { files: 1, fields: 10, fieldSize: AROUND_FILE, fileSize: maxBytes + 1 },
    });
    const values = new Map<string, string>();
    const file = await nextFile(parts, values);
    if (!file) throw new ProblemException(rules.missing);
    const content = Readable.from(contentOf(file, parts, values, rules), { objectMode: false });
    return { fileName: shortName(file.filename), content, discard };
  } catch (error) {
    await discard();
    throw error;
  }
}

async function* contentOf(
  file: MultipartFile,
  parts: AsyncIterator<Multipart>,
  values: Map<string, string>,
  { missing, onFields }: UploadRules,
): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of readable(file.file)) {
    bytes += chunk.length;
    yield chunk;
  }
  if (bytes === 0) throw new ProblemException(missing, { detail: '文件是空的 / The file is empty.' });
  await nextFile(parts, values);
  onFields?.(values);
}

/** Gathers fields up to the next file, or to the end. */
async function nextFile(
  parts: AsyncIterator<Multipart>,
  values: Map<string, string>,
): Promise<MultipartFile | undefined> {
  for (;;) {
    const next = await parts.next().catch(refuseMalformed);
    if (next.done) return undefined;
    if (next.value.type === 'file') return next.value;
    if (typeof next.value.value === 'string') values.set(next.value.fieldname, next.value.value);
  }
}

async function* readable(file: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* file;
  } catch (error) {
    refuseMalformed(error);
  }
}

/** The parser's errors either carry a status of their own or are about a body that is not what it says. */
function refuseMalformed(error: unknown): never {
  if (error instanceof Error && 'statusCode' in error) throw error;
  throw new ProblemException('REQUEST.MALFORMED');
}

/** At most 200 characters, the extension kept: it tells the format. */
function shortName(name: string): string {
  const extension = /\.[^.]{1,10}$/.exec(name)?.[0] ?? '';
  return Array.from(name).length <= LONGEST_NAME
    ? name
    : `${Array.from(name)
        .slice(0, LONGEST_NAME - extension.length)
        .join('')}${extension}`;
}
