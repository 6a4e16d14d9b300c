// fires: application-names-streams-only
import { type Stats } from 'node:fs';
import { type Readable } from 'node:stream';

export type Planted = Stats | Readable;
