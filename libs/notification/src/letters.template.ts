import { type LetterKind } from '@app/domain';
import { type LetterCopy } from './letter-copy';
import { REPORTER_LETTERS } from './reporter-letters.template';
import { STAFF_LETTERS } from './staff-letters.template';

export const LETTER_COPY: { readonly [K in LetterKind]: LetterCopy } = {
  ...REPORTER_LETTERS,
  ...STAFF_LETTERS,
};
