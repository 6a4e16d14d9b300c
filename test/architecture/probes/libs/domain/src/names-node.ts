// fires: no-node-core
import { type Readable } from 'node:stream';

export type Planted = Readable;
