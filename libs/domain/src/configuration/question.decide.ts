import { type Answers, type GivenAnswer, type Question } from '../people/people.types';

const KEY = /^[a-z][a-z0-9-]{0,39}$/;
const LONGEST_ANSWER = 500;

interface Fault {
  readonly pointer: string;
  readonly message: string;
}

/** What is wrong with the questions of a category: keys once each, something to choose from exactly for a choice. */
export function questionFaults(questions: readonly Question[]): readonly Fault[] {
  return questions.flatMap(({ key, kind, options = [] }, index) => {
    const at = `/questions/${index}`;
    const choices = new Set(options.map((option) => option.trim()));
    return [
      ...(KEY.test(key)
        ? []
        : [{ pointer: `${at}/key`, message: '标识由小写字母、数字和连字符组成，以字母开头' }]),
      ...(questions.findIndex((other) => other.key === key) === index
        ? []
        : [{ pointer: `${at}/key`, message: `标识“${key}”重复` }]),
      ...(kind !== 'choice' && options.length > 0
        ? [{ pointer: `${at}/options`, message: '只有选择题才有选项' }]
        : []),
      ...(kind === 'choice' && (choices.size < 2 || choices.size < options.length)
        ? [{ pointer: `${at}/options`, message: '至少要有两个不同的选项' }]
        : []),
    ];
  });
}

/** The answers to a category's questions in the order asked, or what is wrong with them. */
export function acceptAnswers(
  questions: readonly Question[],
  answers: Answers,
): { readonly answers: readonly GivenAnswer[] } | { readonly faults: readonly Fault[] } {
  const faults: Fault[] = [
    ...Object.keys(answers)
      .filter((key) => !questions.some((question) => question.key === key))
      .map((key) => ({ pointer: `/answers/${pointed(key)}`, message: '没有这个问题' })),
    ...questions.flatMap((question) => {
      const message = answerFault(question, given(answers, question.key));
      return message === undefined ? [] : [{ pointer: `/answers/${question.key}`, message }];
    }),
  ];
  if (faults.length > 0) return { faults };
  return {
    answers: questions.flatMap(({ key, label }) => {
      const value = given(answers, key);
      return value === undefined ? [] : [{ key, label, value }];
    }),
  };
}

/** The answer, undefined where it is left out or blank. */
function given(answers: Answers, key: string): string | number | undefined {
  const value = Object.hasOwn(answers, key) ? answers[key] : undefined;
  return typeof value === 'string' ? value.trim() || undefined : value;
}

function answerFault(
  { label, kind, required, options = [] }: Question,
  value: string | number | undefined,
): string | undefined {
  if (value === undefined) return required ? `请填写“${label}”` : undefined;
  switch (kind) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? undefined : `“${label}”须为数字`;
    case 'date':
      return typeof value === 'string' && isDate(value) ? undefined : `“${label}”须为日期，如 2026-04-20`;
    case 'choice':
      return typeof value === 'string' && options.includes(value) ? undefined : `“${label}”须从选项中选择`;
    case 'text':
      return typeof value === 'string' && value.length <= LONGEST_ANSWER
        ? undefined
        : `“${label}”须为不超过 ${LONGEST_ANSWER} 字的文字`;
  }
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** A key inside a JSON pointer (RFC 6901). */
function pointed(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
