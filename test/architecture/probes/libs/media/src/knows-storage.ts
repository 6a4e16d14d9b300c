// fires: media-edges
import { DiskFileStore } from '@app/storage';

export const planted = DiskFileStore;
