import { type LetterKind } from '@app/domain';

/** What a letter says; all of it plain text that the renderer escapes. */
export interface LetterFacts {
  readonly kind: LetterKind;
  readonly recipientName?: string;
  readonly ticketNumber: string;
  readonly title: string;
  readonly description?: string;
  readonly department?: string;
  readonly ownerName?: string;
  readonly location?: string;
  readonly responseDueAt?: Date;
  readonly resolveDueAt?: Date;
  readonly answerBefore?: Date;
  /** The event's own text: a reason, a result, a comment. */
  readonly text?: string;
  readonly level?: number;
  /** Which clock a step letter is about. */
  readonly clock?: 'acceptance' | 'response' | 'resolution';
  readonly overdue?: boolean;
  /** Where to go: the staff page, or the reporter's tracking page. */
  readonly link: string;
}

export abstract class LetterRenderer {
  /** Subject, text and HTML in Chinese. Pure: the same facts give the same letter. */
  abstract render(facts: LetterFacts): {
    readonly subject: string;
    readonly text: string;
    readonly html: string;
  };
}
