/**
 * Lints snippets as if each stood in a file of the house: reads [{file, code}] from stdin, writes to stdout for each
 * the rules that fired. A process of its own, since ESLint loads its config as an ES module.
 */
import { ESLint } from 'eslint';
import { json } from 'node:stream/consumers';

const eslint = new ESLint();
const fired = [];
for (const { file, code } of await json(process.stdin)) {
  const [{ messages }] = await eslint.lintText(code, { filePath: file });
  fired.push(messages.map(({ ruleId, message }) => ruleId ?? message));
}
process.stdout.write(JSON.stringify(fired));
