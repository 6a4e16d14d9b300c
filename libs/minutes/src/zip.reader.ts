import { type Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { MinutesRefused } from '@app/application';
import { type Entry, open, type ZipFile } from 'yauzl';
import { type MinutesLimits } from './minutes-limits.types';
import { asRefusal, corrupt } from './refusals.errors';

const SMALL = 1024 * 1024;

/** A zip file whose declared sizes are within the limits and whose entries are held to what they declare. */
export class ZipReader {
  private constructor(
    private readonly file: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** Opens the file and checks its directory; refuses what is damaged, encrypted or declared too large. */
  static async open(path: string, limits: MinutesLimits): Promise<ZipReader> {
    const file = await openFile(path).catch((error: unknown) => {
      throw asRefusal(error, '文件已损坏：不是完整的 .xlsx');
    });
    try {
      return new ZipReader(file, await readDirectory(file, limits));
    } catch (error) {
      file.close();
      throw asRefusal(error, '文件已损坏：目录不可读');
    }
  }

  names(): readonly string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(partName(name));
  }

  /** An entry's inflated bytes. Refuses when they are not, in number and checksum, what the directory says. */
  async *bytes(name: string): AsyncGenerator<Buffer, void> {
    const entry = this.entries.get(partName(name));
    if (!entry) throw corrupt(`文件缺少必要的部分 ${name}`);
    let count = 0;
    let checksum = 0;
    try {
      for await (const chunk of await openEntry(this.file, entry)) {
        const bytes = chunk as Buffer;
        count += bytes.length;
        if (count > entry.uncompressedSize) {
          throw new MinutesRefused(
            'IMPORT.ZIP_BOMB',
            `${name} 解压后的大小超过它声明的 ${entry.uncompressedSize} 字节`,
          );
        }
        checksum = crc32(bytes, checksum);
        yield bytes;
      }
    } catch (error) {
      throw asRefusal(error, `文件已损坏：${name} 无法解压`);
    }
    if (count < entry.uncompressedSize || checksum !== entry.crc32)
      throw corrupt(`文件已损坏：${name} 校验不符`);
  }

  close(): void {
    this.file.close();
  }
}

/** Part names are compared without case and without the leading slash (ECMA-376 part 2, 6.2.2). */
function partName(name: string): string {
  return name.replace(/^\//u, '').toLowerCase();
}

function openFile(path: string): Promise<ZipFile> {
  // Sizes are checked here and not by yauzl, so that an entry that lies is told from one that is damaged.
  const options = { lazyEntries: true, autoClose: false, validateEntrySizes: false };
  return new Promise((resolve, reject) => {
    open(path, options, (error, file) => (error ? reject(error) : resolve(file)));
  });
}

function openEntry(file: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    file.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });
}

function readDirectory(file: ZipFile, limits: MinutesLimits): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  let declared = 0;
  return new Promise((resolve, reject) => {
    if (file.entryCount > limits.entries) {
      reject(
        new MinutesRefused(
          'IMPORT.ZIP_BOMB',
          `压缩包里有 ${file.entryCount} 个文件，超过 ${limits.entries} 个`,
        ),
      );
      return;
    }
    file.on('error', reject);
    file.on('end', () => resolve(entries));
    file.on('entry', (entry: Entry) => {
      const name = partName(entry.fileName);
      declared += entry.uncompressedSize;
      const refusal =
        refuseEntry(entry, declared, limits) ?? (entries.has(name) ? corrupt(`${name} 出现两次`) : undefined);
      if (refusal) {
        reject(refusal);
        return;
      }
      entries.set(name, entry);
      file.readEntry();
    });
    file.readEntry();
  });
}

function refuseEntry(entry: Entry, declared: number, limits: MinutesLimits): MinutesRefused | undefined {
  if (entry.isEncrypted())
    return new MinutesRefused('IMPORT.ENCRYPTED', '文件有密码保护，请去掉密码后再上传');
  if (declared > limits.inflatedBytes) {
    return new MinutesRefused('IMPORT.ZIP_BOMB', `解压后超过 ${Math.floor(limits.inflatedBytes / SMALL)} MB`);
  }
  const ratio = entry.uncompressedSize / Math.max(entry.compressedSize, 1);
  if (entry.uncompressedSize > SMALL && ratio > limits.inflationRatio) {
    return new MinutesRefused('IMPORT.ZIP_BOMB', `${entry.fileName} 的压缩比 ${Math.round(ratio)} 不正常`);
  }
  return undefined;
}
