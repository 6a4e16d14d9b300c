import { ImageDamaged, MediaReader, type RedrawnImage } from '@app/application';
import { type MediaType } from '@app/domain';
import { readFile } from 'node:fs/promises';

/** Knows JPEG and PDF by their first bytes, and a whole JPEG by its last; draws the same picture of each. */
export class FakeMediaReader extends MediaReader {
  async typeOf(path: string): Promise<MediaType | undefined> {
    const start = (await readFile(path)).toString('latin1', 0, 4);
    if (start === '%PDF') return 'application/pdf';
    return start.startsWith('\u00ff\u00d8') ? 'image/jpeg' : undefined;
  }

  async redraw(path: string): Promise<RedrawnImage> {
    const end = (await readFile(path)).toString('latin1').slice(-2);
    if (end !== '\u00ff\u00d9') throw new ImageDamaged('it has no end');
    return { content: Buffer.from('redrawn'), thumbnail: Buffer.from('RIFF----WEBP') };
  }
}
