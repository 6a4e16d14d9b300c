import { DEFAULT_CALENDAR } from './calendar.seed';
import { CATEGORIES } from './categories.seed';
import { DEPARTMENTS } from './departments.seed';
import { KEYWORD_RULES } from './keyword-rules.seed';
import { DEMO_PEOPLE } from './people.seed';
import { POLICIES } from './policies.seed';

/** All that a new installation starts from; the people only where demo data was asked for. */
export const SEED = {
  calendar: DEFAULT_CALENDAR,
  departments: DEPARTMENTS,
  categories: CATEGORIES,
  policies: POLICIES,
  keywordRules: KEYWORD_RULES,
  demoPeople: DEMO_PEOPLE,
} as const;

export { DEFAULT_CALENDAR } from './calendar.seed';
export { CATEGORIES } from './categories.seed';
export { DEPARTMENTS } from './departments.seed';
export { KEYWORD_RULES } from './keyword-rules.seed';
export { DEMO_PEOPLE, type DemoPerson } from './people.seed';
export { POLICIES } from './policies.seed';
