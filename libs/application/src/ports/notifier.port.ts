/** A letter ready to go: rendered, addressed, and identified so that a repeat is recognisable. */
export interface Letter {
  /** Deterministic: the same notification always carries the same one. */
  readonly messageId: string;
  readonly to: { readonly name?: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly correlationId?: string;
}

/** The channel refused for good; trying again cannot help. Anything else that is thrown may be tried again. */
export class LetterRefused extends Error {
  override readonly name = 'LetterRefused';
}

export abstract class Notifier {
  /** Resolves when the server has taken the letter; throws LetterRefused for a permanent refusal. */
  abstract send(letter: Letter): Promise<void>;
  /** Resolves when the server answers; throws where it does not. */
  abstract check(): Promise<void>;
}
