import type { TFunction } from 'i18next';
import type { ReportFields } from './report.draft';

export const LIMITS = { title: 200, description: 20_000, location: 200, name: 50 } as const;

// The same shapes as contracts/http; kept apart so that the phone does not load the schema library.
const PHONE = /^\+?[0-9][0-9 -]{4,24}$/;
const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;

export type ReportFaults = Partial<Record<keyof ReportFields, string>>;

/** What keeps the report from being sent, by field, in words. */
export function checkReport(fields: ReportFields, t: TFunction): ReportFaults {
  const faults: ReportFaults = {};
  const length = (name: keyof typeof LIMITS) => fields[name].trim().length;
  if (length('title') === 0) faults.title = t('form.error.titleMissing');
  else if (length('title') > LIMITS.title) faults.title = t('form.error.titleLong', { max: LIMITS.title });
  if (length('description') === 0) faults.description = t('form.error.descriptionMissing');
  else if (length('description') > LIMITS.description)
    faults.description = t('form.error.descriptionLong', { max: LIMITS.description });
  if (length('location') > LIMITS.location)
    faults.location = t('form.error.locationLong', { max: LIMITS.location });
  if (fields.identity !== 'anonymous') {
    if (length('name') > LIMITS.name) faults.name = t('form.error.nameLong', { max: LIMITS.name });
    if (fields.phone.trim() !== '' && !PHONE.test(fields.phone.trim())) faults.phone = t('form.error.phone');
  }
  if (fields.email.trim() !== '' && !EMAIL.test(fields.email.trim())) faults.email = t('form.error.email');
  return faults;
}

const FIELD_OF_POINTER: Readonly<Record<string, keyof ReportFields>> = {
  '/title': 'title',
  '/description': 'description',
  '/location': 'location',
  '/category': 'category',
  '/contact/name': 'name',
  '/contact/phone': 'phone',
  '/contact/email': 'email',
};

/** The server's remarks on single fields, beside the fields they belong to. */
export function faultsFromServer(pointers: ReadonlyMap<string, string>, t: TFunction): ReportFaults {
  const faults: ReportFaults = {};
  for (const pointer of pointers.keys()) {
    const field = FIELD_OF_POINTER[pointer];
    if (field === 'phone' || field === 'email') faults[field] = t(`form.error.${field}`);
    else if (field) faults[field] = t('form.error.field');
    if (pointer === '/contact') faults.phone = t('form.error.contactMissing');
  }
  return faults;
}
