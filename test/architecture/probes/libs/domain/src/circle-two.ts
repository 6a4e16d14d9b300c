// fires: nothing (a circle is reported once, at its first file)
import { type One } from './circle-one';

export interface Two {
  readonly one?: One;
}
