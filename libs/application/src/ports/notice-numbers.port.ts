import { type NoticeKind } from '@app/domain';

/** The running numbers of official notices, one series for each kind and year. */
export abstract class NoticeNumbers {
  /** The next number of the series, from 1 on; each is given out once, and a crash may leave a gap. */
  abstract next(kind: NoticeKind, year: number): Promise<number>;
}
