import {
  type Closure,
  type LetterKind,
  type LetterText,
  type NoticeKind,
  type PlannedStep,
  type Role,
} from '@app/domain';

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
  readonly clock?: PlannedStep['clock'];
  readonly overdue?: boolean;
  /** The date of what the letter is about: a sub-task is due, a notice answered, a pause over, a request fulfilled. */
  readonly subjectDueAt?: Date;
  /** Whom the letter is about: the co-handler who is done, the person who is missing, whoever asks. */
  readonly personName?: string;
  readonly notice?: { readonly number: string; readonly kind: NoticeKind; readonly mustAnswer: boolean };
  readonly requestKind?: 'extension' | 'pause';
  readonly closure?: Closure;
  /** The ticket that the reporter's own one has been merged into. */
  readonly mergedInto?: string;
  /** How often it has been urged or redone, or how many tickets follow it. */
  readonly count?: number;
  readonly cause?: 'urges' | 'redo';
  /** The offices of the two who opened the reporter's identity, the asking one first. */
  readonly offices?: readonly Role[];
  /** Where to go: the staff page, or the reporter's tracking page. */
  readonly link: string;
}

export abstract class LetterRenderer {
  /** Subject, text and HTML in Chinese, in the office's own words where it has some. The same facts give the same letter. */
  abstract render(
    facts: LetterFacts,
    own?: LetterText,
  ): {
    readonly subject: string;
    readonly text: string;
    readonly html: string;
  };
}
