import { ERROR_CODES, PROBLEMS, problemType } from '@app/contracts/problems';

/** The page docs/problems.md, drawn from the catalogue of problems. */
export function problems(): string {
  return [
    '# Problems',
    'Every refusal and failure is answered as `application/problem+json` (RFC 9457): `type`, `title`, `status`, `detail`, `instance`, and beside them `code` and `correlationId`; for a request with faults also `errors` with `pointer` and `detail`. Codes never change; new ones are added. Of a 5xx only title and correlation id are told, its cause is in the log. Drawn from `libs/contracts/src/problems/catalogue.ts` by `npm run docs`; a test holds the two together.',
    [
      '| Code | Status | Title | 中文 | Type |',
      '| --- | --- | --- | --- | --- |',
      ...ERROR_CODES.map((code) => {
        const { status, title, titleZh } = PROBLEMS[code];
        return `| \`${code}\` | ${status} | ${title} | ${titleZh} | \`${problemType(code)}\` |`;
      }),
    ].join('\n'),
  ]
    .join('\n\n')
    .concat('\n');
}
