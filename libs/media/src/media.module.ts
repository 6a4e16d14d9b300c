import { type DynamicModule, Module } from '@nestjs/common';
import { MediaReader, VirusScanner } from '@app/application';
import { ClamdScanner } from './clamd-scanner.adapter';
import { NoScanner } from './no-scanner.adapter';
import { SharpMediaReader } from './sharp-media-reader.adapter';

export interface MediaOptions {
  /** A ClamAV daemon, as in `tcp://clamav:3310`; without it nothing is scanned. */
  readonly clamdUrl?: string | undefined;
}

/** Binds what looks into uploads. */
@Module({})
export class MediaModule {
  static forRoot({ clamdUrl }: MediaOptions): DynamicModule {
    return {
      module: MediaModule,
      global: true,
      providers: [
        { provide: MediaReader, useFactory: () => new SharpMediaReader() },
        {
          provide: VirusScanner,
          useFactory: () => (clamdUrl === undefined ? new NoScanner() : new ClamdScanner(clamdUrl)),
        },
      ],
      exports: [MediaReader, VirusScanner],
    };
  }
}
