import { type LetterFacts, LetterRenderer } from '@app/application';
import { type LetterText } from '@app/domain';

/** A letter that says which one it is and what it was given. */
export class FakeLetterRenderer extends LetterRenderer {
  readonly rendered: LetterFacts[] = [];

  render(facts: LetterFacts, own?: LetterText) {
    this.rendered.push(facts);
    const text = JSON.stringify(facts);
    return { subject: `${own?.subject ?? facts.kind} ${facts.ticketNumber}`, text, html: `<p>${text}</p>` };
  }
}
