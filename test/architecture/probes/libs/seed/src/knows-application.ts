// fires: seed-edges
import { type Clock } from '@app/application';

export type Planted = Clock;
