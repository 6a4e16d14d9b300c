export const SESSION_KINDS = ['forum', 'reception-day', 'online', 'other'] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

/** An occasion at which problems were raised: a forum (座谈会), a reception day (校长接待日). */
export interface Session {
  readonly id: string;
  /** `2026-座谈-03`: year it was held, kind, running number within both. */
  readonly number: string;
  readonly kind: SessionKind;
  readonly title: string;
  readonly heldAt: Date;
  readonly place?: string;
  readonly host?: string;
  readonly createdAt: Date;
  readonly createdBy: string;
}

const KIND_WORD: Readonly<Record<SessionKind, string>> = {
  forum: '座谈',
  'reception-day': '接待日',
  online: '网络',
  other: '其他',
};

/** `2026-座谈-03`. `year` is the year it was held in Asia/Shanghai, `ordinal` counts from 1 within year and kind. */
export function sessionNumber(kind: SessionKind, year: number, ordinal: number): string {
  return `${year}-${KIND_WORD[kind]}-${String(ordinal).padStart(2, '0')}`;
}

/** `2026-座谈-03-07`, for the line that stands `ordinal`th in the session. */
export function lineNumber(session: string, ordinal: number): string {
  return `${session}-${String(ordinal).padStart(2, '0')}`;
}
