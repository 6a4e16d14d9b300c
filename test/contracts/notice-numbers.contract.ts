import { type NoticeNumbers } from '@app/application';

/** What every implementation of the port keeps. */
export function describeNoticeNumbers(name: string, subject: () => NoticeNumbers): void {
  describe(`${name}, as NoticeNumbers`, () => {
    it('counts each kind and year on its own, from 1', async () => {
      const numbers = subject();
      expect(await numbers.next('instruction', 2091)).toBe(1);
      expect(await numbers.next('instruction', 2091)).toBe(2);
      expect(await numbers.next('urge-notice', 2091)).toBe(1);
      expect(await numbers.next('instruction', 2092)).toBe(1);
    });

    it('gives a number to one of many who ask at once', async () => {
      const numbers = subject();
      const given = await Promise.all(
        Array.from({ length: 30 }, () => numbers.next('supervision-order', 2093)),
      );
      expect(given.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
    });
  });
}
