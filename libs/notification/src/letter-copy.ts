import { type LetterKind } from '@app/domain';

/**
 * What one kind of letter says, as Handlebars templates over LetterWords. `tone` colours the letter:
 * news, something to do by a date, something late. `deadline` is the instant that the subject and `todo` name.
 */
export interface LetterCopy {
  readonly tone: 'news' | 'task' | 'late';
  readonly deadline?: 'response' | 'resolution' | 'answer' | 'clock' | 'subject';
  /** What comes after 【督办】 in the subject, and stands over the letter. */
  readonly heading: string;
  /** What happened. */
  readonly lead: string;
  /** What to do by when. */
  readonly todo?: string;
  /** What the event's own text is called. */
  readonly textLabel?: string;
  readonly button: string;
}

/** Those that go to a reporter, whose link is a key. */
export type ReporterLetterKind = LetterKind & `reporter-${string}`;
