import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GENERATED } from '../../tools/docs/generated';

describe('documents drawn from the code', () => {
  it.each(Object.entries(GENERATED))('%s is what the code says (npm run docs)', (path, draw) => {
    expect(readFileSync(join(__dirname, '../..', path), 'utf8')).toBe(draw());
  });
});
