import * as fc from 'fast-check';
import { numberRangeOf, queryTermsOf, searchTermsOf, textMatcherOf } from './ticket-search.mapper';

describe('search terms', () => {
  it('are the pairs of neighbouring characters, and the single ones of the title', () => {
    expect(searchTermsOf({ title: '３号楼', description: '停水 Ab' })).toEqual([
      '3',
      '号',
      '楼',
      '3号',
      '号楼',
      '停水',
      'ab',
    ]);
  });

  it('never cut a character in two', () => {
    expect(searchTermsOf({ title: '𠮷😀', description: '' })).toEqual(['𠮷', '😀', '𠮷😀']);
  });

  it('stay limited for a text of any length', () => {
    const description = Array.from({ length: 20_000 }, (_, i) =>
      String.fromCodePoint(0x4e00 + (i % 20_000)),
    ).join('');
    expect(searchTermsOf({ title: '很长', description })).toHaveLength(1_500);
  });

  it('include every term of any query that is part of the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.nat(),
        fc.nat(9),
        (text, start, length) => {
          const characters = Array.from(text);
          const from = characters.length === 0 ? 0 : start % characters.length;
          const query = characters.slice(from, from + length + 2).join('');
          const ticket = { title: text, description: text };
          if (!textMatcherOf(query)(ticket)) return;
          const terms = new Set(searchTermsOf(ticket));
          expect(queryTermsOf(query).every((term) => terms.has(term))).toBe(true);
        },
      ),
    );
  });
});

describe('the beginning of a ticket number', () => {
  it('is told from words', () => {
    expect(numberRangeOf('2026-0001')).toEqual({ $gte: '2026-0001', $lt: '2026-0001:' });
    expect(numberRangeOf('２０２６-')).toEqual({ $gte: '2026-', $lt: '2026-:' });
    expect(numberRangeOf('2026')).toBeUndefined();
    expect(numberRangeOf('2026-座谈')).toBeUndefined();
    expect(numberRangeOf('停水')).toBeUndefined();
  });
});
