import { parseDateText } from './minutes-date.decide';
import { type MinutesMeta } from './minutes.types';

const LABELS = {
  heldAt: /^(?:会议|座谈|召开|接待)?(?:时间|日期)$/u,
  place: /^(?:会议|座谈|召开|接待)?地[点址]$/u,
  host: /^(?:会议)?主持(?:人)?$/u,
} as const;
/** What is read of a row above the header; `LABELLED` takes time by the square of it. */
const LONGEST_ROW = 500;
const LABELLED = /(\p{Script=Han}{2,6})\s*[:：]\s*(.*?)(?=[\s,，;；。]+\p{Script=Han}{2,6}\s*[:：]|$)/gsu;

/**
 * Facts of the session from the rows above the header, each given as the texts of its filled cells: `时间：… 地点：…` in
 * one cell, or label and value in neighbouring cells. The title is the first text that is no such fact.
 */
export function readMeta(rows: readonly (readonly string[])[], yearHint?: number): MinutesMeta {
  const meta: { title?: string; heldAt?: Date; place?: string; host?: string } = {};
  for (const row of rows) {
    const cells = row.map((cell) => cell.slice(0, LONGEST_ROW));
    const joined = cells
      .map((cell, at) => (isLabel(cell) && at + 1 < cells.length ? `${cell}：` : `${cell}    `))
      .join('')
      .slice(0, LONGEST_ROW)
      .trim();
    const facts = [...joined.matchAll(LABELLED)];
    if (facts.length === 0 && joined !== '') meta.title ??= joined.replace(/\s+/gu, ' ');
    for (const [, label = '', value = ''] of facts) {
      const text = value.trim();
      if (text === '') continue;
      if (LABELS.heldAt.test(label)) {
        const heldAt = parseDateText(text, yearHint);
        if (heldAt) meta.heldAt ??= heldAt;
      } else if (LABELS.place.test(label)) meta.place ??= text;
      else if (LABELS.host.test(label)) meta.host ??= text;
    }
  }
  return meta;
}

function isLabel(cell: string): boolean {
  return Object.values(LABELS).some((label) => label.test(cell.trim()));
}
