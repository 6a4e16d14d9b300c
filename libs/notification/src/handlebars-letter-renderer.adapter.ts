import Handlebars from 'handlebars';
import { LETTER_KINDS, type LetterKind, type LetterText } from '@app/domain';
import { type LetterFacts, LetterRenderer } from '@app/application';
import { type LetterCopy } from './letter-copy';
import { LETTER_COPY } from './letters.template';
import { HTML_LAYOUT, TEXT_LAYOUT } from './letter-layout.template';
import {
  customWordsOf,
  type CustomWords,
  deadlineOf,
  factsOf,
  isToReporter,
  type LetterWords,
  linesOf,
  oneLine,
  subjectOf,
  wordsOf,
} from './letter-view.presenter';

type Sentence = (words: LetterWords) => string;

interface CompiledText {
  readonly subject: Sentence;
  readonly body: Sentence;
}

interface CompiledLetter {
  readonly copy: LetterCopy;
  readonly heading: Sentence;
  readonly lead: Sentence;
  readonly todo: Sentence;
}

const COLOUR = { news: '#1557b0', task: '#b54708', late: '#b42318' } as const;

/**
 * Chinese letters from Handlebars templates. The sentences are filled in as plain text and then put, like every
 * value, through one layout that escapes: what people write is never itself a template or markup.
 */
export class HandlebarsLetterRenderer extends LetterRenderer {
  private readonly engine = Handlebars.create();
  private readonly html = this.compile(HTML_LAYOUT, false);
  private readonly text = this.compile(TEXT_LAYOUT, true);
  private readonly own = new WeakMap<LetterText, CompiledText>();
  private readonly letters: Readonly<Record<LetterKind, CompiledLetter>>;

  /** Compiles every template, so that a fault in one shows at start. Throws Handlebars' error. */
  constructor() {
    super();
    this.letters = Object.fromEntries(
      LETTER_KINDS.map((kind) => [kind, this.compileLetter(LETTER_COPY[kind])]),
    ) as Record<LetterKind, CompiledLetter>;
    for (const kind of LETTER_KINDS) this.render({ kind, ticketNumber: '', title: '', link: '' });
  }

  render(facts: LetterFacts, own?: LetterText) {
    const { copy, ...sentences } = this.letters[facts.kind];
    const deadline = deadlineOf(facts, copy);
    const words = wordsOf(facts, deadline);
    const { heading, lead, todo } = own
      ? this.ownSentences(own, copy, customWordsOf(facts, words))
      : { heading: sentences.heading(words), lead: [sentences.lead(words)], todo: sentences.todo(words) };
    const name = oneLine(facts.recipientName);
    const quoted = linesOf(facts.text ?? '');
    const view = {
      subject: subjectOf(facts, copy, heading, deadline),
      preview: `${oneLine(facts.title)} ${todo || lead.join(' ')}`,
      colour: COLOUR[copy.tone],
      heading,
      greeting: name ? `${name}，您好：` : '您好：',
      lead,
      todo,
      quote: quoted.length > 0 ? { label: copy.textLabel ?? '说明', lines: quoted } : undefined,
      button: copy.button,
      link: facts.link,
      facts: factsOf(facts),
      notice: isToReporter(facts)
        ? '此邮件由系统自动发送，请勿直接回复。链接仅供您本人查询，请勿转发。'
        : '此邮件由系统自动发送，请勿直接回复。',
    };
    return { subject: view.subject, text: this.text(view), html: this.html(view) };
  }

  /** The office's body by paragraphs; the last one asks for something where the letter does. */
  private ownSentences(own: LetterText, copy: LetterCopy, words: CustomWords) {
    const compiled = this.compiled(own);
    const paragraphs = linesOf(compiled.body(words)).filter((line) => line !== '');
    const asks = copy.todo !== undefined && paragraphs.length > 1;
    return {
      heading: oneLine(compiled.subject(words)),
      lead: asks ? paragraphs.slice(0, -1) : paragraphs,
      todo: asks ? (paragraphs.at(-1) ?? '') : '',
    };
  }

  /** Compiled once as long as the text stays the same object, which the directory sees to. */
  private compiled(own: LetterText): CompiledText {
    const known = this.own.get(own);
    if (known) return known;
    const fresh = { subject: this.compile(own.subject, true), body: this.compile(own.body, true) };
    this.own.set(own, fresh);
    return fresh;
  }

  private compileLetter(copy: LetterCopy): CompiledLetter {
    return {
      copy,
      heading: this.compile(copy.heading, true),
      lead: this.compile(copy.lead, true),
      todo: this.compile(copy.todo ?? '', true),
    };
  }

  private compile(template: string, noEscape: boolean): Handlebars.TemplateDelegate {
    return this.engine.compile(template, { noEscape, strict: false, knownHelpersOnly: true });
  }
}
