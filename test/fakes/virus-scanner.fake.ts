import { ScannerUnavailable, VirusScanner } from '@app/application';
import { readFile } from 'node:fs/promises';

/** Finds the EICAR test file, as long as it is awake. */
export class FakeVirusScanner extends VirusScanner {
  awake = true;

  async scan(path: string): Promise<string | undefined> {
    if (!this.awake) throw new ScannerUnavailable('asleep');
    const content = await readFile(path);
    return content.includes('EICAR') ? 'Eicar-Test-Signature' : undefined;
  }
}
