const LONGEST_KEY = 200;

/** Throws RangeError on a key that could name anything but one file below the storage's root. */
export function assertFileKey(key: string): void {
  if (key.length > LONGEST_KEY || !/^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(key))
    throw new RangeError(`Not a file key: ${JSON.stringify(key.slice(0, LONGEST_KEY))}`);
}
