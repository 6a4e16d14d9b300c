import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Test } from '@nestjs/testing';
import { MediaReader, VirusScanner } from '@app/application';
import { describeVirusScanner } from '../../../test/contracts/virus-scanner.contract';
import { FakeVirusScanner } from '../../../test/fakes/virus-scanner.fake';
import { type ClamdManners, type ClamdServer, startClamd } from '../../../test/harness/clamd-server';
import { ClamdScanner } from './clamd-scanner.adapter';
import { MediaModule } from './media.module';
import { NoScanner } from './no-scanner.adapter';
import { SharpMediaReader } from './sharp-media-reader.adapter';

const IMPATIENT_MS = 300;
const SAMPLE = join(__dirname, '../../../samples/forum-minutes.xlsx');
let clamd: ClamdServer;
beforeEach(async () => {
  clamd = await startClamd();
});
afterEach(() => clamd.close());

describeVirusScanner('the fake', () => {
  const scanner = new FakeVirusScanner();
  return Promise.resolve({ scanner, silence: () => (scanner.awake = false) });
});
describeVirusScanner('a ClamAV daemon', () =>
  Promise.resolve({
    scanner: new ClamdScanner(clamd.url, IMPATIENT_MS),
    silence: () => clamd.behave('deaf'),
  }),
);

describe('a ClamAV daemon', () => {
  it('is sent the whole file', async () => {
    await new ClamdScanner(clamd.url).scan(SAMPLE);
    expect(clamd.seen).toEqual([await readFile(SAMPLE)]);
  });

  it.each<ClamdManners>(['deaf', 'refuses'])('that is %s lets nothing through', async (manners) => {
    clamd.behave(manners);
    const scan = new ClamdScanner(clamd.url, IMPATIENT_MS).scan(SAMPLE);
    await expect(scan).rejects.toMatchObject({ name: 'ScannerUnavailable' });
  });

  it('that is not there lets nothing through', async () => {
    const { url } = clamd;
    await clamd.close();
    await expect(new ClamdScanner(url).scan(SAMPLE)).rejects.toMatchObject({ name: 'ScannerUnavailable' });
    clamd = await startClamd();
  });
});

describe('the module', () => {
  it.each([
    ['by its URL', () => clamd.url, ClamdScanner],
    ['none without', () => undefined, NoScanner],
  ])('takes a scanner %s', async (_how, clamdUrl, expected) => {
    const app = await Test.createTestingModule({
      imports: [MediaModule.forRoot({ clamdUrl: clamdUrl() })],
    }).compile();
    expect(app.get(VirusScanner)).toBeInstanceOf(expected);
    expect(app.get(MediaReader)).toBeInstanceOf(SharpMediaReader);
    await app.close();
  });

  it('without a scanner finds nothing', async () => {
    await expect(new NoScanner().scan()).resolves.toBeUndefined();
  });
});
