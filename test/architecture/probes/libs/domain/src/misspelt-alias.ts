// fires: domain-edges, not-to-unresolvable
import { type Anything } from '@app/nowhere';

export type Planted = Anything;
