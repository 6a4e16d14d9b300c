import 'i18next';
import type { reporterZh } from './reporter.zh.words';
import type { staffZh } from './staff.zh.words';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'reporter';
    resources: { reporter: typeof reporterZh; staff: typeof staffZh };
    /** Event types, roles and the like arrive as plain strings: `word()` looks those up with a fallback. */
    returnNull: false;
  }
}
