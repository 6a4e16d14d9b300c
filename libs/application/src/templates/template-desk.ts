import { LETTER_KINDS, type LetterKind, type LetterTemplate, type LetterText } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { conflict, type Edit, findItem, OfficeDesk } from '../configuration/office-desk';
import { LetterEditor } from '../ports/letter-editor.port';
import { done, refused, type Refusal, type Result } from '../result.types';

/** A kind of letter with what it says now and what it says from the start. */
export interface EditableLetter {
  readonly kind: LetterKind;
  /** 0 where nothing was ever changed. */
  readonly version: number;
  readonly original: LetterText;
  /** The office's own text, where it has one. */
  readonly own?: LetterText;
}

/** What letters say, kind by kind. */
@Injectable()
export class TemplateDesk {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly editor: LetterEditor,
  ) {}

  async list(): Promise<readonly EditableLetter[]> {
    const office = await this.desk.read();
    return LETTER_KINDS.map((kind) => {
      const { item, version } = findItem(office, 'template', kind) ?? { item: { code: kind }, version: 0 };
      return this.letter(item, version);
    });
  }

  /** Letters of this kind say so from now on. */
  save(kind: string, text: LetterText, edit: Edit): Promise<Result<EditableLetter>> {
    const refusal = this.refusalOf(kind, text);
    return refusal ? Promise.resolve(refusal) : this.put({ code: kind as LetterKind, text }, edit);
  }

  /** Letters of this kind say again what they say from the start. */
  reset(kind: string, edit: Edit): Promise<Result<EditableLetter>> {
    return isKind(kind) ? this.put({ code: kind }, edit) : Promise.resolve(noSuchLetter(kind));
  }

  /** The letter of this kind as it would go out about an invented ticket; nothing is stored. */
  preview(kind: string, text: LetterText): Result<ReturnType<LetterEditor['preview']>> {
    return this.refusalOf(kind, text) ?? done(this.editor.preview(kind as LetterKind, text));
  }

  private async put(template: LetterTemplate, edit: Edit): Promise<Result<EditableLetter>> {
    const known = findItem(await this.desk.read(), 'template', template.code);
    if (!known && edit.version !== 0) return conflict(0);
    const saved = known
      ? await this.desk.update('template', template.code, edit, () => done(template))
      : await this.desk.create('template', template, edit);
    return saved.ok ? done(this.letter(saved.value.item, saved.value.version)) : saved;
  }

  private refusalOf(
    kind: string,
    text: LetterText,
  ): { readonly ok: false; readonly error: Refusal } | undefined {
    if (!isKind(kind)) return noSuchLetter(kind);
    const faults = this.editor.faults(text);
    return faults.length === 0
      ? undefined
      : refused(
          'TEMPLATE.INVALID',
          '信件模板有误',
          faults.map(({ pointer, message }) => ({ pointer, detail: message })),
        );
  }

  private letter({ code: kind, text }: LetterTemplate, version: number): EditableLetter {
    return { kind, version, original: this.editor.original(kind), ...(text ? { own: text } : {}) };
  }
}

function isKind(kind: string): kind is LetterKind {
  return (LETTER_KINDS as readonly string[]).includes(kind);
}

function noSuchLetter(kind: string): { readonly ok: false; readonly error: Refusal } {
  return refused('TEMPLATE.NOT_FOUND', `没有信件 ${kind}`);
}
