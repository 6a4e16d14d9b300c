import { type VirusScanner } from '@app/application';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INFECTED_PDF, PDF } from '../builders/upload.builder';

/** What every VirusScanner that scans does; `silence` makes it unable to answer. */
export function describeVirusScanner(
  name: string,
  open: () => Promise<{ readonly scanner: VirusScanner; readonly silence: () => void }>,
): void {
  describe(`${name} as a virus scanner`, () => {
    let dir: string;
    beforeEach(async () => {
      dir = await mkdtemp(join(tmpdir(), 'duban-test-scan-'));
    });
    afterEach(() => rm(dir, { recursive: true }));
    const fileOf = async (content: Buffer) => {
      const path = join(dir, 'file');
      await writeFile(path, content);
      return path;
    };

    it('names what it finds, wherever in the file, and nothing where there is nothing', async () => {
      const { scanner } = await open();
      expect(await scanner.scan(await fileOf(PDF))).toBeUndefined();
      expect(await scanner.scan(await fileOf(Buffer.alloc(0)))).toBeUndefined();
      expect(await scanner.scan(await fileOf(INFECTED_PDF))).toMatch(/eicar/i);
      const deep = Buffer.concat([Buffer.alloc(300_000, 'x'), INFECTED_PDF]);
      expect(await scanner.scan(await fileOf(deep))).toMatch(/eicar/i);
    });

    it('says so when it cannot tell', async () => {
      const { scanner, silence } = await open();
      silence();
      const unavailable = { name: 'ScannerUnavailable' };
      await expect(scanner.scan(await fileOf(PDF))).rejects.toMatchObject(unavailable);
    });
  });
}
