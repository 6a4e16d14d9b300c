/** Asked about every upload before it is kept. */
export abstract class VirusScanner {
  /** The name of what was found, or undefined. Throws ScannerUnavailable where there is no answer. */
  abstract scan(path: string): Promise<string | undefined>;
}

/** Nothing is let through unscanned: the upload has to be repeated later. */
export class ScannerUnavailable extends Error {
  override readonly name = 'ScannerUnavailable';
}
