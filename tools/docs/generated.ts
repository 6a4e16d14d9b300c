import { lifeOfATicket } from './life-of-a-ticket';
import { problems } from './problems';

/** Every document that is drawn from the code, by its path from the root. */
export const GENERATED: Readonly<Record<string, () => string>> = {
  'docs/life-of-a-ticket.md': lifeOfATicket,
  'docs/problems.md': problems,
};
