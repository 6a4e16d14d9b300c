// fires: contracts-edges
import { ulid } from 'ulid';

export const planted = ulid;
