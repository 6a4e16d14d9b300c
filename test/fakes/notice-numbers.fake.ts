import { NoticeNumbers } from '@app/application';
import { type NoticeKind } from '@app/domain';

export class FakeNoticeNumbers extends NoticeNumbers {
  private readonly last = new Map<string, number>();

  next(kind: NoticeKind, year: number): Promise<number> {
    const series = `${kind}:${year}`;
    const number = (this.last.get(series) ?? 0) + 1;
    this.last.set(series, number);
    return Promise.resolve(number);
  }
}
