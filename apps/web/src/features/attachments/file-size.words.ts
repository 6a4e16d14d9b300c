const KB = 1_024;

/** `2.4 MB`, `310 kB`: as much as one wants to know before a download. */
export function sizeWords(bytes: number): string {
  return bytes < KB * KB ? `${Math.max(1, Math.round(bytes / KB))} kB` : `${(bytes / KB / KB).toFixed(1)} MB`;
}
