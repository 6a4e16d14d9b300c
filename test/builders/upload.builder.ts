import { type Attachment } from '@app/domain';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { zipOf } from '../minutes/zip-writer.builder';
import { nextId, sha256, START } from './ticket.builder';

/** The record of a reporter's photo that nothing has been done with. */
export function anUpload(overrides: Partial<Attachment> = {}): Attachment {
  return {
    id: sha256(nextId()).slice(0, 32),
    state: 'pending',
    name: '漏水.jpg',
    mediaType: 'image/jpeg',
    size: 1000,
    thumbnail: true,
    touchedAt: START,
    ...overrides,
  };
}

/** 39°54′ N, 116°23′ E, as a phone writes it. */
const LOCATION = {
  GPSLatitudeRef: 'N',
  GPSLatitude: '39/1 54/1 0/1',
  GPSLongitudeRef: 'E',
  GPSLongitude: '116/1 23/1 0/1',
};
/** Stands in the metadata of every photo made here. */
export const PHONE = 'DubanPhone X';

/** A photo as a phone takes it: lying on its side with a note to turn it, and with where it was taken. */
export function photo(
  type: 'jpeg' | 'png' | 'webp' = 'jpeg',
  size: { readonly width: number; readonly height: number } = { width: 800, height: 600 },
): Promise<Buffer> {
  return sharp({ create: { ...size, channels: 3, background: { r: 200, g: 40, b: 40 } } })
    .withMetadata({ orientation: 6, exif: { IFD0: { Model: PHONE }, IFD3: LOCATION } })
    [type]()
    .toBuffer();
}

/** A PNG of so many equal pixels: a few kilobytes that ask for gigabytes. */
export function pngBomb(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8);
  header.writeUInt8(2, 9);
  const rows = deflateSync(Buffer.alloc(Math.min(height, 1000) * (width * 3 + 1)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(8);
  framed.writeUInt32BE(data.length, 0);
  framed.writeUInt32BE(crc32(typed), 4);
  return Buffer.concat([framed.subarray(0, 4), typed, framed.subarray(4)]);
}

export const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

/** A Word or Excel file, so far as its outside goes. */
export function officeFile(kind: 'docx' | 'xlsx' | 'docm'): Buffer {
  const main = {
    docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
    docm: 'application/vnd.ms-word.document.macroEnabled.main+xml',
    xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  }[kind];
  const part = kind === 'xlsx' ? 'xl/workbook.xml' : 'word/document.xml';
  const types = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="${main}"/></Types>`;
  return zipOf([
    { name: '[Content_Types].xml', content: types },
    { name: part, content: '<w/>' },
  ]);
}

/** What every scanner finds and nothing is harmed by (EICAR), put together so that this file is not found. */
export const INFECTED_PDF = Buffer.concat([
  PDF,
  Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'].join('')),
]);
