// fires: domain-edges, not-to-unresolvable
import { type Anything } from './there-is-no-such-file';

export type Planted = Anything;
