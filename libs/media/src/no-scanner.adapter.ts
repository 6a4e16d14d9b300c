import { VirusScanner } from '@app/application';

/** For an office that has no scanner: nothing is ever found. */
export class NoScanner extends VirusScanner {
  scan(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
}
