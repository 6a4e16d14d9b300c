// fires: no-circular
import { type Two } from './circle-two';

export interface One {
  readonly two: Two;
}
