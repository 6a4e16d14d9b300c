import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AddressObject, simpleParser } from 'mailparser';

/** A letter as it arrived, decoded. */
export interface CaughtLetter {
  /** Sorts by arrival. */
  readonly id: string;
  readonly receivedAt: Date;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  /** By lower-case name, unfolded but not decoded; of a repeated one the last. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Every letter that arrived, in order of arrival; with a folder also as .eml files, so that a restart loses none. */
export class LetterStore {
  private readonly letters: CaughtLetter[] = [];
  private readonly raw = new Map<string, Buffer>();
  private arrivals = 0;

  private constructor(private readonly dir?: string) {}

  static async open(dir?: string): Promise<LetterStore> {
    const store = new LetterStore(dir);
    if (dir === undefined) return store;
    await mkdir(dir, { recursive: true });
    for (const name of (await readdir(dir)).filter((file) => file.endsWith('.eml')).sort())
      await store.keep(name.slice(0, -'.eml'.length), await readFile(join(dir, name)));
    return store;
  }

  /** Resolves when the letter is kept. */
  async add(raw: Buffer, now: Date): Promise<void> {
    const id = `${now.getTime()}-${process.pid}-${String(++this.arrivals).padStart(6, '0')}`;
    if (this.dir !== undefined) {
      const unfinished = join(this.dir, `${id}.part`);
      await writeFile(unfinished, raw);
      await rename(unfinished, join(this.dir, `${id}.eml`));
    }
    await this.keep(id, raw);
  }

  all(): readonly CaughtLetter[] {
    return this.letters;
  }

  byId(id: string): CaughtLetter | undefined {
    return this.letters.find((letter) => letter.id === id);
  }

  /** The letter's own bytes. */
  rawOf(id: string): Buffer | undefined {
    return this.raw.get(id);
  }

  private async keep(id: string, raw: Buffer): Promise<void> {
    const letter = await parse(id, raw);
    // Parsing takes turns, and a later arrival may have overtaken this one.
    const place = this.letters.findLastIndex((other) => other.id < id) + 1;
    this.letters.splice(place, 0, letter);
    this.raw.set(id, raw);
  }
}

async function parse(id: string, raw: Buffer): Promise<CaughtLetter> {
  const mail = await simpleParser(raw, { skipTextToHtml: true });
  return {
    id,
    receivedAt: new Date(Number(id.split('-')[0])),
    from: addresses(mail.from).join(', '),
    to: addresses(mail.to),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html === false ? '' : (mail.html ?? ''),
    messageId: mail.messageId ?? '',
    headers: Object.fromEntries(
      mail.headerLines.map(({ key, line }) => [
        key,
        line
          .slice(line.indexOf(':') + 1)
          .replace(/\r?\n\s+/g, ' ')
          .trim(),
      ]),
    ),
  };
}

function addresses(header: AddressObject | AddressObject[] | undefined): string[] {
  return [header ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address ?? ''));
}
