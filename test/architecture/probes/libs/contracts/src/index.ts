// fires: contracts-edges
import { DateTime } from 'luxon';

export const planted = DateTime;
