export { DiskFileStore } from './disk-file-store.adapter';
export { StorageModule, type StorageOptions } from './storage.module';
