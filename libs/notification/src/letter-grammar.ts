import Handlebars from 'handlebars';
import { type LetterText } from '@app/domain';

export interface GrammarFault {
  readonly pointer: string;
  readonly message: string;
}

const LONGEST: Readonly<Record<keyof LetterText, number>> = { subject: 60, body: 4_000 };
/** Questions within questions: deeper ones nobody can read. */
const DEEPEST = 3;
const QUESTIONS = ['if', 'unless'];
const MARKUP = /<\/?[a-z!][^>]*>/i;

/**
 * What is wrong with the office's text of a letter. Of the template language it may use only known words, `{{word}}`,
 * and questions about them, `{{#if word}}…{{else}}…{{/if}}`: nothing that runs, includes, loops or is put in unescaped.
 */
export function letterFaults(text: LetterText, words: ReadonlySet<string>): readonly GrammarFault[] {
  return (['subject', 'body'] as const).flatMap((part) => {
    const faults = partFaults(text[part], words, LONGEST[part]);
    const oneLine = part === 'subject' && /[\r\n]/.test(text.subject) ? ['标题须为一行'] : [];
    return [...faults, ...oneLine].map((message) => ({ pointer: `/${part}`, message }));
  });
}

function partFaults(written: string, words: ReadonlySet<string>, longest: number): readonly string[] {
  if (written.trim() === '') return ['不能为空'];
  if (written.length > longest) return [`不能超过 ${longest} 个字符`];
  const markup = MARKUP.test(written) ? ['不能包含 HTML 标记'] : [];
  try {
    return [...markup, ...bodyFaults(Handlebars.parse(written).body, words, 0)];
  } catch {
    return [...markup, '花括号不成对，或写法有误'];
  }
}

function bodyFaults(body: readonly hbs.AST.Statement[], words: ReadonlySet<string>, depth: number): string[] {
  return body.flatMap((statement) => {
    switch (statement.type) {
      case 'ContentStatement':
        return [];
      case 'MustacheStatement':
        return wordFaults(statement as hbs.AST.MustacheStatement, words);
      case 'BlockStatement':
        return questionFaults(statement as hbs.AST.BlockStatement, words, depth + 1);
      default:
        return ['只能使用 {{变量}} 和 {{#if 变量}}…{{/if}}'];
    }
  });
}

function wordFaults(
  { path, params, hash, escaped }: hbs.AST.MustacheStatement & { readonly escaped?: boolean },
  words: ReadonlySet<string>,
): string[] {
  if (escaped === false) return ['不能使用三重花括号'];
  const isPlain = params.length === 0 && !hash?.pairs.length;
  return isPlain ? unknownWord(path, words) : ['只能使用 {{变量}} 和 {{#if 变量}}…{{/if}}'];
}

function questionFaults(
  { path, params, hash, program, inverse }: hbs.AST.BlockStatement,
  words: ReadonlySet<string>,
  depth: number,
): string[] {
  const asked = params[0];
  if (!QUESTIONS.includes(path.original) || params.length !== 1 || !asked || hash?.pairs.length)
    return ['只能使用 {{变量}} 和 {{#if 变量}}…{{/if}}'];
  if (depth > DEEPEST) return [`条件最多嵌套 ${DEEPEST} 层`];
  // Absent where the block has no such branch, whatever its type says.
  const branches = [program, inverse as hbs.AST.Program | undefined];
  return [
    ...unknownWord(asked, words),
    ...branches.flatMap((branch) => (branch ? bodyFaults(branch.body, words, depth) : [])),
  ];
}

function unknownWord(expression: hbs.AST.Expression, words: ReadonlySet<string>): string[] {
  const written = 'original' in expression ? String(expression.original) : '';
  return expression.type === 'PathExpression' && words.has(written) ? [] : [`没有变量“${written}”`];
}
