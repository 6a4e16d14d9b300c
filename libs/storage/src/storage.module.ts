import { type DynamicModule, Injectable, Module, type OnModuleInit } from '@nestjs/common';
import { FileStore } from '@app/application';
import { DiskFileStore } from './disk-file-store.adapter';

export interface StorageOptions {
  /** A folder that every process of the system sees. */
  readonly dir: string;
}

@Injectable()
class LeftoverSweep implements OnModuleInit {
  constructor(private readonly store: DiskFileStore) {}

  async onModuleInit(): Promise<void> {
    await this.store.sweepLeftovers(new Date());
  }
}

/** Binds FileStore to a folder on disk, and clears what died uploads have left there. */
@Module({})
export class StorageModule {
  static forRoot({ dir }: StorageOptions): DynamicModule {
    return {
      module: StorageModule,
      global: true,
      providers: [
        { provide: DiskFileStore, useFactory: () => new DiskFileStore(dir) },
        { provide: FileStore, useExisting: DiskFileStore },
        LeftoverSweep,
      ],
      exports: [FileStore],
    };
  }
}
