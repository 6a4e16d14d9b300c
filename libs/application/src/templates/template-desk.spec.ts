import { LETTER_KINDS } from '@app/domain';
import { FakeLetterEditor } from '../../../../test/fakes/letter-editor.fake';
import { anOfficeToEdit, BY } from '../../../../test/harness/office-desk.harness';
import { TemplateDesk } from './template-desk';

const TEXT = { subject: '新的任务', body: '工单 {{number}}' };

function aDesk() {
  const office = anOfficeToEdit();
  return { ...office, templates: new TemplateDesk(office.desk, new FakeLetterEditor()) };
}

describe('letters', () => {
  it('are all there, changed or not', async () => {
    const { templates, directory } = aDesk();
    directory.set({ templates: [{ code: 'owner-redo', text: TEXT }] });
    const all = await templates.list();
    expect(all.map(({ kind }) => kind)).toEqual(LETTER_KINDS);
    expect(all.find(({ kind }) => kind === 'owner-redo')).toMatchObject({ version: 1, own: TEXT });
    expect(all[0]).toEqual({ kind: LETTER_KINDS[0], version: 0, original: expect.any(Object) as object });
  });

  it('say something else from now on, and again what they said', async () => {
    const { templates, directory, log } = aDesk();
    expect(await templates.save('owner-redo', TEXT, { by: BY, version: 0 })).toMatchObject({
      value: { version: 1, own: TEXT },
    });
    await expect(directory.letterText('owner-redo')).resolves.toEqual(TEXT);
    const reset = await templates.reset('owner-redo', { by: BY, version: 1 });
    expect(reset).toMatchObject({ value: { version: 2 } });
    expect(reset.ok && reset.value.own).toBeUndefined();
    await expect(directory.letterText('owner-redo')).resolves.toBeUndefined();
    await templates.save('owner-redo', TEXT, { by: BY, version: 2 });
    expect(log.entries.map(({ kind, subject }) => [kind, subject])).toEqual([
      ['template', 'owner-redo'],
      ['template', 'owner-redo'],
      ['template', 'owner-redo'],
    ]);
  });

  it('are changed by the version that was looked at', async () => {
    const { templates } = aDesk();
    const conflict = { error: { code: 'CONFIGURATION.CONFLICT' } };
    expect(await templates.save('owner-redo', TEXT, { by: BY, version: 3 })).toMatchObject(conflict);
    await templates.save('owner-redo', TEXT, { by: BY, version: 0 });
    const other = { ...TEXT, subject: '另一个' };
    expect(await templates.save('owner-redo', other, { by: BY, version: 0 })).toMatchObject(conflict);
    expect(await templates.reset('owner-redo', { by: BY, version: 0 })).toMatchObject(conflict);
  });

  it('are refused what they cannot say, and what is no letter', async () => {
    const { templates, log } = aDesk();
    const wrong = { ...TEXT, body: '{{secret}}' };
    const invalid = { error: { code: 'TEMPLATE.INVALID', errors: [{ pointer: '/body' }] } };
    expect(await templates.save('owner-redo', wrong, { by: BY, version: 0 })).toMatchObject(invalid);
    expect(templates.preview('owner-redo', wrong)).toMatchObject(invalid);
    expect(templates.preview('owner-redo', TEXT)).toMatchObject({ value: { text: '工单 2026-000123' } });
    const unknown = { error: { code: 'TEMPLATE.NOT_FOUND' } };
    expect(await templates.save('no-letter', TEXT, { by: BY, version: 0 })).toMatchObject(unknown);
    expect(await templates.reset('no-letter', { by: BY, version: 1 })).toMatchObject(unknown);
    expect(templates.preview('no-letter', TEXT)).toMatchObject(unknown);
    expect(log.entries).toEqual([]);
  });
});
