import { MinutesRefused } from '@app/application';

/** The refusal of a file that is damaged, with what the library said as its cause. */
export function corrupt(detail: string, cause?: unknown): MinutesRefused {
  return new MinutesRefused('IMPORT.CORRUPT', detail, { cause });
}

/** Turns an error met while reading bytes into a refusal, but leaves the disk's own errors what they are. */
export function asRefusal(error: unknown, detail: string): unknown {
  const fromDisk = error instanceof Error && 'syscall' in error;
  return error instanceof MinutesRefused || fromDisk ? error : corrupt(detail, error);
}
