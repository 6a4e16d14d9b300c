import { LetterEditor } from '@app/application';
import { type LetterKind, type LetterText } from '@app/domain';

/** Letters of which each says its own name, and may use one word. */
export class FakeLetterEditor extends LetterEditor {
  override readonly variables = [{ name: 'number', label: '受理编号' }];

  original(kind: LetterKind): LetterText {
    return { subject: kind, body: `工单 {{number}}：${kind}` };
  }

  faults(text: LetterText): readonly { readonly pointer: string; readonly message: string }[] {
    return (['subject', 'body'] as const).flatMap((part) => {
      const written = text[part].replaceAll('{{number}}', '');
      return written.trim() === '' || /[{}<>]/.test(written)
        ? [{ pointer: `/${part}`, message: `不能写作“${written}”` }]
        : [];
    });
  }

  preview(_kind: LetterKind, { subject, body }: LetterText) {
    const text = body.replaceAll('{{number}}', '2026-000123');
    return { subject: `${subject} 2026-000123`, text, html: `<p>${text}</p>` };
  }
}
