import { acceptAnswers, type Answers, type Category, type GivenAnswer, type ServicePoint } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { Directory } from '../ports/directory.port';
import { done, refused, type Result } from '../result.types';

/** What a report says beyond its words, as it was written. */
export interface FilledIn {
  readonly category?: string;
  readonly answers?: Answers;
  readonly servicePoint?: string;
}

/** The same as a ticket keeps it. */
export interface Understood {
  readonly answers?: readonly GivenAnswer[];
  readonly servicePoint?: string;
  /** Where the service point is. */
  readonly location?: string;
}

/** The report form as the office has set it up: the questions of its categories, the places to report from. */
@Injectable()
export class ReportForm {
  constructor(private readonly directory: Directory) {}

  /** Reads what was filled in by the form of the category that was chosen; a category nobody knows asks nothing. */
  async read({
    category: stated,
    answers = {},
    servicePoint: written,
  }: FilledIn): Promise<Result<Understood>> {
    const category = stated === undefined ? undefined : await this.category(stated.trim());
    const accepted = acceptAnswers(category?.questions ?? [], answers);
    if ('faults' in accepted)
      return refused(
        'TICKET.ANSWERS_INVALID',
        '类别的问题没有答好',
        accepted.faults.map(({ pointer, message }) => ({ pointer, detail: message })),
      );
    const point = written === undefined ? undefined : await this.servicePoint(written.trim());
    if (written !== undefined && !point)
      return refused('TICKET.SERVICE_POINT_UNKNOWN', '没有这个服务点，或已停用', [
        { pointer: '/servicePoint', detail: '没有这个服务点，或已停用' },
      ]);
    return done({
      ...(accepted.answers.length === 0 ? {} : { answers: accepted.answers }),
      ...(point ? { servicePoint: point.code, location: point.location ?? point.name } : {}),
    });
  }

  /** The service point in use that is meant by a code or by the token of a QR code. */
  async servicePoint(written: string): Promise<ServicePoint | undefined> {
    const points = await this.directory.servicePoints();
    return points.find(({ active, code, token }) => active && (code === written || token === written));
  }

  private async category(written: string): Promise<Category | undefined> {
    const categories = (await this.directory.categories()).filter(({ active }) => active !== false);
    return (
      categories.find(({ code }) => code === written) ??
      categories.find(({ name, aliases }) => name === written || aliases.includes(written))
    );
  }
}
