import type { SubmitTicket } from '../../api/contract.types';
import { newIdempotencyKey } from '../../api/idempotency';
import { readStored, writeStored } from '../../ui/device-store';

/** How much the office may know of the reporter. */
export const IDENTITIES = ['named', 'hidden', 'anonymous'] as const;

export interface ReportFields {
  readonly title: string;
  readonly description: string;
  readonly location: string;
  readonly category: string;
  readonly identity: (typeof IDENTITIES)[number];
  readonly name: string;
  readonly phone: string;
  readonly email: string;
}

interface Draft {
  readonly fields: ReportFields;
  /** The last sending whose answer did not arrive: sent again unchanged, it keeps its key and makes one ticket. */
  readonly attempt?: { readonly content: string; readonly key: string };
}

const STORED = 'duban.draft';

export const EMPTY_REPORT: ReportFields = {
  title: '',
  description: '',
  location: '',
  category: '',
  identity: 'named',
  name: '',
  phone: '',
  email: '',
};

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null || !('fields' in value)) return false;
  const { fields } = value;
  return (
    typeof fields === 'object' &&
    fields !== null &&
    Object.entries(EMPTY_REPORT).every(([name, empty]) => typeof Reflect.get(fields, name) === typeof empty)
  );
}

export function readDraft(): ReportFields {
  return readStored(STORED, isDraft)?.fields ?? EMPTY_REPORT;
}

export function isUntouched(fields: ReportFields): boolean {
  return Object.entries(EMPTY_REPORT).every(([name, empty]) => Reflect.get(fields, name) === empty);
}

export function keepDraft(fields: ReportFields): void {
  const attempt = readStored(STORED, isDraft)?.attempt;
  writeStored(STORED, isUntouched(fields) ? undefined : { fields, ...(attempt ? { attempt } : {}) });
}

export function dropDraft(): void {
  writeStored(STORED, undefined);
}

/** The key under which this content is sent, kept with the draft so that it outlives a reload. */
export function keyForSending(fields: ReportFields): string {
  const content = JSON.stringify(reportBody(fields));
  const last = readStored(STORED, isDraft)?.attempt;
  const attempt = last?.content === content ? last : { content, key: newIdempotencyKey() };
  writeStored(STORED, { fields, attempt });
  return attempt.key;
}

/** What is sent: trimmed, empty fields left out, name and phone never with an anonymous report. */
export function reportBody(fields: ReportFields): SubmitTicket {
  const isAnonymous = fields.identity === 'anonymous';
  const given = (value: string) => value.trim() || undefined;
  const contact = withoutAbsent({
    name: isAnonymous ? undefined : given(fields.name),
    phone: isAnonymous ? undefined : given(fields.phone),
    email: given(fields.email),
  });
  return {
    title: fields.title.trim(),
    description: fields.description.trim(),
    ...withoutAbsent({ location: given(fields.location), category: given(fields.category) }),
    ...(Object.keys(contact).length > 0 ? { contact } : {}),
    identity: fields.identity,
  };
}

function withoutAbsent<K extends string>(
  values: Readonly<Record<K, string | undefined>>,
): Partial<Record<K, string>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<
    Record<K, string>
  >;
}
