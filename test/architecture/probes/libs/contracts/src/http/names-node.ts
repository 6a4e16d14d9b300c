// fires: no-node-core
import { createHash } from 'node:crypto';

export const planted = createHash;
