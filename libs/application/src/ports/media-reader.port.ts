import { type ImageType, type MediaType } from '@app/domain';

/** An image as it is kept: upright, with nothing in it but its pixels and their colours. */
export interface RedrawnImage {
  readonly content: Uint8Array;
  /** At most 320 pixels wide and high, WebP. */
  readonly thumbnail: Uint8Array;
}

/** Looks into uploaded files. */
export abstract class MediaReader {
  /** The type that the content shows, whatever the file is called; undefined for all that is not taken. */
  abstract typeOf(path: string): Promise<MediaType | undefined>;
  /** Draws an image anew in its own type. Throws ImageDamaged where it cannot be drawn, or is too large to be. */
  abstract redraw(path: string, type: ImageType): Promise<RedrawnImage>;
}

export class ImageDamaged extends Error {
  override readonly name = 'ImageDamaged';
}
