import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lifeOfATicket } from '../../tools/docs/life-of-a-ticket';

describe('docs/life-of-a-ticket.md', () => {
  it('is what the transition table says (npm run docs)', () => {
    const written = readFileSync(join(__dirname, '../../docs/life-of-a-ticket.md'), 'utf8');
    expect(written).toBe(lifeOfATicket());
  });
});
