export { FileMinutesReader } from './file-minutes.reader';
export { MINUTES_LIMITS, type MinutesLimits } from './minutes-limits.types';
