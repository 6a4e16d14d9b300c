// fires: domain-edges, front-door
import { type Clock } from '../../../../../../libs/application/src/ports/clock.port';

export type Planted = Clock;
