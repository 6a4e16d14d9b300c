import { ImageDamaged, MediaReader, type RedrawnImage } from '@app/application';
import { type ImageType, MEDIA_TYPES, type MediaType } from '@app/domain';
import { fileTypeFromFile } from 'file-type/node';
import sharp from 'sharp';

/** A photo of 50 megapixels, as phones take them, and some room. What claims more is not drawn at all. */
const MOST_PIXELS = 64_000_000;
/** Enough to read a meter or a small print; larger photos are made smaller. */
const LARGEST_SIDE = 4096;
const THUMBNAIL_SIDE = 320;
const SECONDS_FOR_ONE = 30;
const QUALITY = 85;

// libvips reads many formats; those that nobody is to send need not be within reach.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] });
// No upload is drawn twice.
sharp.cache(false);

/** Tells types by content, and draws images one after the other: each takes all cores and up to 256 MB. */
export class SharpMediaReader extends MediaReader {
  private last: Promise<unknown> = Promise.resolve();

  async typeOf(path: string): Promise<MediaType | undefined> {
    const found = await fileTypeFromFile(path);
    return MEDIA_TYPES.find((type) => type === found?.mime);
  }

  async redraw(path: string, type: ImageType): Promise<RedrawnImage> {
    const drawn = this.last.then(() => draw(path, type));
    this.last = drawn.catch(() => undefined);
    return drawn;
  }
}

async function draw(path: string, type: ImageType): Promise<RedrawnImage> {
  try {
    const content = await encoded(inside(path, LARGEST_SIDE).autoOrient(), type);
    const thumbnail = await encoded(inside(content, THUMBNAIL_SIDE), 'image/webp');
    return { content, thumbnail };
  } catch (error) {
    throw new ImageDamaged(`The picture cannot be drawn, or has more than ${MOST_PIXELS / 1e6} megapixels.`, {
      cause: error,
    });
  }
}

/** The first frame, small enough to fit; a truncated file is an error. */
function inside(image: string | Buffer, side: number): sharp.Sharp {
  return sharp(image, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .timeout({ seconds: SECONDS_FOR_ONE });
}

/** Without EXIF, XMP, IPTC and colour profile, since nobody asks sharp to keep them: the pixels become sRGB. */
function encoded(image: sharp.Sharp, type: ImageType): Promise<Buffer> {
  switch (type) {
    case 'image/jpeg':
      return image.jpeg({ quality: QUALITY }).toBuffer();
    case 'image/png':
      return image.png({ compressionLevel: 9 }).toBuffer();
    case 'image/webp':
      return image.webp({ quality: QUALITY }).toBuffer();
  }
}
