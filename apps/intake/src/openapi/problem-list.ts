import { ERROR_CODES, PROBLEMS, problemType } from '@app/contracts/problems';

/** docs/problems.md: every code there is, by the area it belongs to. */
export function problemList(): string {
  const areas = [...new Set(ERROR_CODES.map(areaOf))];
  return [
    '# Problems',
    '',
    'Every refusal is a problem document (RFC 9457, `application/problem+json`) with one of these codes. `type` is a',
    'path on the same host that answers with the texts below; `title` follows `Accept-Language` (Chinese unless English',
    'is preferred); `correlationId` is found again in the logs; `errors` points into the body where a field is at fault.',
    '',
    'This file is written by `npm run openapi` from libs/contracts/src/problems/catalogue.ts.',
    ...areas.flatMap((area) => [
      '',
      `## ${area}`,
      ...ERROR_CODES.filter((code) => areaOf(code) === area).flatMap(entry),
    ]),
    '',
  ].join('\n');
}

function areaOf(code: (typeof ERROR_CODES)[number]): string {
  return code.slice(0, code.indexOf('.'));
}

function entry(code: (typeof ERROR_CODES)[number]): string[] {
  const { status, title, titleZh } = PROBLEMS[code];
  return ['', `### ${code}`, '', `${status} · ${title} · ${titleZh} · \`${problemType(code)}\``];
}
