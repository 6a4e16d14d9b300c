import { type LetterKind, type LetterText } from '@app/domain';

/** A word that a letter's text may name in double braces, and what stands for it in the sample. */
export interface LetterVariable {
  readonly name: string;
  readonly label: string;
}

/** What the office's own letters may say. */
export abstract class LetterEditor {
  /** The words that every letter may use; those that a letter knows nothing of are empty. */
  abstract readonly variables: readonly LetterVariable[];
  /** What a kind of letter says from the start. */
  abstract original(kind: LetterKind): LetterText;
  /** What is wrong with a text: JSON pointers (RFC 6901) and sentences for the administrator; none where it may be used. */
  abstract faults(text: LetterText): readonly { readonly pointer: string; readonly message: string }[];
  /** The letter as it would go out about an invented ticket. Throws for a text with faults. */
  abstract preview(
    kind: LetterKind,
    text: LetterText,
  ): { readonly subject: string; readonly text: string; readonly html: string };
}
