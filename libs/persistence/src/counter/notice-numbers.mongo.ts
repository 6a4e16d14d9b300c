import { NoticeNumbers } from '@app/application';
import { type NoticeKind } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { Counters } from './counters.mongo';

@Injectable()
export class MongoNoticeNumbers extends NoticeNumbers {
  constructor(private readonly counters: Counters) {
    super();
  }

  next(kind: NoticeKind, year: number): Promise<number> {
    return this.counters.allocate(`notice:${kind}:${year}`, 1);
  }
}
