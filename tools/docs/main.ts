/** Writes the documents that are drawn from the code. */
import { writeFileSync } from 'node:fs';
import { lifeOfATicket } from './life-of-a-ticket';

writeFileSync('docs/life-of-a-ticket.md', lifeOfATicket());
