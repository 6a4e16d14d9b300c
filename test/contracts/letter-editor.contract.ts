import { type LetterEditor } from '@app/application';
import { LETTER_KINDS } from '@app/domain';

/** What every LetterEditor does. */
export function describeLetterEditor(name: string, open: () => LetterEditor): void {
  describe(`${name} as the editor of letters`, () => {
    const editor = open();

    it('finds no fault in what letters say from the start, and can show it', () => {
      for (const kind of LETTER_KINDS) {
        const original = editor.original(kind);
        expect(editor.faults(original)).toEqual([]);
        expect(editor.preview(kind, original).subject).toContain('2026-000123');
      }
    });

    it('names the words that a text may use, the number among them', () => {
      expect(editor.variables.map((variable) => variable.name)).toContain('number');
      for (const variable of editor.variables)
        expect(editor.faults({ subject: '请签收', body: `工单 {{${variable.name}}}` })).toEqual([]);
    });

    it.each([
      ['a word that nobody knows', { subject: '请签收', body: '{{secret}}' }, '/body'],
      ['markup', { subject: '<b>请</b>签收', body: '工单' }, '/subject'],
      ['nothing', { subject: '请签收', body: '' }, '/body'],
    ])('refuses %s, pointing at it', (_, text, pointer) => {
      expect(editor.faults(text)).toMatchObject([{ pointer }]);
    });

    it('puts words in, and into the HTML the same', () => {
      const { text, html } = editor.preview('owner-assigned', { subject: '请签收', body: '请看 {{number}}' });
      expect(text).toContain('请看 2026-000123');
      expect(html).toContain('请看 2026-000123');
    });
  });
}
