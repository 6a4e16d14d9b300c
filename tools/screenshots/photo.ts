import sharp from 'sharp';

/** A JPEG as a phone might take it: a floor, a wall, and something in between of the colour asked for. */
export async function photo(colour: string): Promise<Blob> {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480">
    <rect width="640" height="480" fill="#d8d2c4"/>
    <rect y="330" width="640" height="150" fill="#9b9384"/>
    <rect x="200" y="120" width="240" height="250" rx="16" fill="${colour}"/>
    <circle cx="320" cy="230" r="60" fill="#ffffff" fill-opacity="0.6"/>
  </svg>`;
  const picture = await sharp(Buffer.from(drawing)).jpeg().toBuffer();
  return new Blob([new Uint8Array(picture)], { type: 'image/jpeg' });
}
