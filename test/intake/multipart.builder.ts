/** A field, or a file where it has a name. */
export type Part = readonly [name: string, value: string | Buffer, fileName?: string];

export const MULTIPART = 'multipart/form-data; boundary=X';

/** The body of a multipart form; `end` may be left out to break it off. */
export function multipart(parts: readonly Part[], end = '--X--\r\n'): Buffer {
  const chunks = parts.flatMap(([name, value, fileName]) => [
    Buffer.from(
      `--X\r\nContent-Disposition: form-data; name="${name}"${fileName === undefined ? '' : `; filename="${fileName}"`}\r\n` +
        `${fileName === undefined ? '' : 'Content-Type: application/octet-stream\r\n'}\r\n`,
    ),
    Buffer.from(value),
    Buffer.from('\r\n'),
  ]);
  return Buffer.concat([...chunks, Buffer.from(end)]);
}
