import { LETTER_KINDS } from '@app/domain';
import { describeLetterEditor } from '../../../test/contracts/letter-editor.contract';
import { HandlebarsLetterEditor } from './handlebars-letter-editor.adapter';
import { HandlebarsLetterRenderer } from './handlebars-letter-renderer.adapter';

const renderer = new HandlebarsLetterRenderer();
const editor = new HandlebarsLetterEditor(renderer);
const text = (body: string, subject = '请签收') => ({ subject, body });
const messages = (body: string, subject?: string) =>
  editor.faults(text(body, subject)).map(({ pointer, message }) => `${pointer} ${message}`);

describeLetterEditor('HandlebarsLetterEditor', () => editor);

describe("the office's own text", () => {
  it.each(LETTER_KINDS)(
    'may begin with what the letter %s says from the start, and says the same then',
    (kind) => {
      const original = editor.original(kind);
      expect(editor.faults(original)).toEqual([]);
      const own = editor.preview(kind, original);
      const facts = { kind, ticketNumber: '1', title: '灯坏', link: 'https://duban.example', overdue: true };
      expect(renderer.render(facts, original)).toEqual(renderer.render(facts));
      expect(own.subject).toContain('2026-000123 三号楼热水供应不足');
    },
  );

  it.each([
    ['a word that nobody knows', '编号 {{secret}}', '/body 没有变量“secret”'],
    ['a way out of the words', '{{constructor.constructor}}', '/body 没有变量“constructor.constructor”'],
    ['a word of the letter around it', '{{../number}}', '/body 没有变量“../number”'],
    ['what is put in unescaped', '{{{title}}}', '/body 不能使用三重花括号'],
    ['the same in other signs', '{{&title}}', '/body 不能使用三重花括号'],
    ['a loop', '{{#each number}}x{{/each}}', '/body 只能使用 {{变量}} 和 {{#if 变量}}…{{/if}}'],
    ['a part from elsewhere', '{{> layout}}', '/body 只能使用 {{变量}} 和 {{#if 变量}}…{{/if}}'],
    ['a call', '{{lookup number 1}}', '/body 只能使用 {{变量}} 和 {{#if 变量}}…{{/if}}'],
    ['an open question', '{{#if number}}x', '/body 花括号不成对，或写法有误'],
    ['a question about nothing known', '{{#if x}}{{else}}{{y}}{{/if}}', '/body 没有变量“x”'],
    ['questions without end', '{{#if number}}'.repeat(4) + '{{/if}}'.repeat(4), '/body 条件最多嵌套 3 层'],
    ['markup', '<script>alert(1)</script>', '/body 不能包含 HTML 标记'],
    ['nothing', ' ', '/body 不能为空'],
    ['too much', 'x'.repeat(4_001), '/body 不能超过 4000 个字符'],
  ])('is refused with %s', (_, body, message) => expect(messages(body)).toContain(message));

  it('is refused a subject of two lines', () => {
    expect(messages('x', '请签收\r\nBcc: spy@example.com')).toEqual(['/subject 标题须为一行']);
  });

  it('stands in the letter by paragraphs, what is to be done last and in bold, all of it escaped', () => {
    const letter = editor.preview(
      'owner-assigned',
      text(
        '工单 {{number}}（{{title}}）请您办理。\n\n{{#if location}}地点：{{location}} & 周边{{else}}无{{/if}}\n\n请于 {{deadline}} 前签收。',
        '新的任务',
      ),
    );
    expect(letter.subject).toBe('【督办】新的任务：2026-000123 三号楼热水供应不足（8月4日12:00前）');
    expect(letter.text).toContain(
      '工单 2026-000123（三号楼热水供应不足）请您办理。\n\n地点：三号楼 & 周边\n\n请于 2026年8月4日（周二）12:00 前签收。\n',
    );
    expect(letter.html).toContain('地点：三号楼 &amp; 周边</p>');
    expect(letter.html).toMatch(/font-weight:600[^>]*>请于 2026年8月4日/);
  });
});
