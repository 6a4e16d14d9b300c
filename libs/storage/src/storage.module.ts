import { join } from 'node:path';
import { type DynamicModule, Inject, Injectable, Logger, Module, type OnModuleInit } from '@nestjs/common';
import { FileStore, Spool } from '@app/application';
import { DiskFileStore } from './disk-file-store.adapter';
import { DiskSpool } from './disk-spool.adapter';
import { bucketOf, S3FileStore } from './s3-file-store.adapter';

export interface StorageOptions {
  /** A folder of this machine's; without `bucketUrl` one that every process of the system sees. */
  readonly dir: string;
  /** Where files are kept instead; see `bucketOf`. */
  readonly bucketUrl?: string | undefined;
}

@Injectable()
class LeftoverSweep implements OnModuleInit {
  private readonly logger = new Logger(LeftoverSweep.name);

  constructor(
    private readonly disk: DiskFileStore,
    @Inject(FileStore) private readonly files: DiskFileStore | S3FileStore,
  ) {}

  async onModuleInit(): Promise<void> {
    const now = new Date();
    await this.disk.sweepLeftovers(now);
    if (this.files === this.disk) return;
    // A storage that is away must not keep a process from starting, and a full one is listed at leisure.
    void this.files
      .sweepLeftovers(now)
      .catch((err: unknown) => this.logger.warn({ err }, 'old uploads in the bucket are not swept'));
  }
}

/** Binds FileStore to a folder on disk, or to a bucket, and clears what died uploads have left there. */
@Module({})
export class StorageModule {
  static forRoot({ dir, bucketUrl }: StorageOptions): DynamicModule {
    return {
      module: StorageModule,
      global: true,
      providers: [
        { provide: DiskFileStore, useFactory: () => new DiskFileStore(dir) },
        { provide: Spool, inject: [DiskFileStore], useFactory: (disk: DiskFileStore) => new DiskSpool(disk) },
        {
          provide: FileStore,
          inject: [DiskFileStore, Spool],
          useFactory: (disk: DiskFileStore, spool: Spool) =>
            bucketUrl === undefined
              ? disk
              : new S3FileStore(bucketOf(bucketUrl), spool, new DiskFileStore(join(dir, 'copies'))),
        },
        LeftoverSweep,
      ],
      exports: [FileStore, Spool],
    };
  }
}
