import { type ConfigurationFile, type ImportReport } from '@app/application';
import { type configurationFileSchema, type importReportSchema } from '@app/contracts/http';
import { LETTER_KINDS, type LetterKind } from '@app/domain';
import { ProblemException } from '@app/platform';
import { type z } from 'zod';
import { presentCalendar, readCalendar } from '../calendar/calendar.presenter';
import { presentCategory, presentDepartment } from './office.presenter';
import { presentKeywordRules, presentPolicy } from './rules.presenter';

type Wire = z.output<typeof configurationFileSchema>;

/** The file as it is handed out. */
export function presentFile(
  file: ConfigurationFile,
  exportedAt: Date,
): z.input<typeof configurationFileSchema> {
  const version = 1;
  return {
    format: 'duban-configuration',
    formatVersion: 1,
    exportedAt: exportedAt.toISOString(),
    departments: file.departments?.map((item) => unversioned(presentDepartment({ item, version }))),
    policies: file.policies?.map((policy) => unversioned(presentPolicy({ ...policy, version }))),
    categories: file.categories?.map((item) => unversioned(presentCategory({ item, version }))),
    servicePoints: file.servicePoints?.map((point) => ({ ...point })),
    keywordRules: file.keywordRules && presentKeywordRules({ item: file.keywordRules, version }).rules,
    templates: file.templates?.map(({ code, text }) => ({ kind: code, ...text })),
    calendar: file.calendar && presentCalendar(file.calendar),
    people: file.people?.map(({ alsoIn, ...person }) => ({
      ...person,
      ...(alsoIn ? { alsoIn: [...alsoIn] } : {}),
    })),
  };
}

/** The file out of a request whose shape has been checked. Throws CONFIGURATION.IMPORT_INVALID for unknown letters. */
export function readFile({
  format: _format,
  formatVersion: _version,
  exportedAt: _at,
  templates,
  calendar,
  ...parts
}: Wire): ConfigurationFile {
  const unknown = (templates ?? []).flatMap(({ kind }, index) =>
    isLetter(kind) ? [] : [{ pointer: `/templates/${index}/kind`, detail: `没有信件 ${kind}` }],
  );
  if (unknown.length > 0) throw new ProblemException('CONFIGURATION.IMPORT_INVALID', { errors: unknown });
  const { departments, policies, categories, servicePoints, keywordRules, people } = parts;
  return {
    ...(departments ? { departments } : {}),
    ...(policies ? { policies } : {}),
    ...(categories ? { categories } : {}),
    ...(servicePoints ? { servicePoints } : {}),
    ...(keywordRules ? { keywordRules } : {}),
    ...(people ? { people } : {}),
    ...(calendar ? { calendar: readCalendar(calendar) } : {}),
    ...(templates
      ? { templates: templates.map(({ kind, ...text }) => ({ code: kind as LetterKind, text })) }
      : {}),
  };
}

export function presentImport({
  applied,
  differences,
  faults,
  calendar,
}: ImportReport): z.input<typeof importReportSchema> {
  return {
    applied,
    differences: differences.map(({ part, added, changed, untouched }) => ({
      part,
      added: [...added],
      changed: [...changed],
      untouched: [...untouched],
    })),
    faults: [...faults],
    calendar,
  };
}

function isLetter(kind: string): kind is LetterKind {
  return (LETTER_KINDS as readonly string[]).includes(kind);
}

function unversioned<T extends { readonly version: number }>({ version: _, ...item }: T): Omit<T, 'version'> {
  return item;
}
