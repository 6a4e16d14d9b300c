import { type TicketFeed } from '@app/application';
import { type TicketChange } from '@app/contracts/jobs';

export interface TicketFeedUnderTest {
  readonly feed: TicketFeed;
  /** Forgets everything, as a Redis that is flushed. */
  wipe(): Promise<void> | void;
}

export const aChange = (number: string, change: Partial<TicketChange> = {}): TicketChange => ({
  ticketId: `id-${number}`,
  number,
  version: 2,
  type: 'ticket.accepted',
  internal: false,
  after: { department: 'energy', owner: { id: 'p1' }, subTasks: [], reporter: { userId: 'p2' } },
  ...change,
});

/** What every TicketFeed does, real or fake. */
export function describeTicketFeed(kind: string, open: () => TicketFeedUnderTest): void {
  describe(`${kind}: TicketFeed`, () => {
    const append = async (...numbers: string[]) => {
      for (const number of numbers) await open().feed.append(aChange(number));
    };
    const numbersAfter = async (place: string, limit = 100) =>
      (await open().feed.after(place, limit))?.map(({ change }) => change?.number);

    it('gives what came after a place, oldest first, as it was appended', async () => {
      const place = await open().feed.end();
      const left = aChange('first', {
        before: { subTasks: [], reporter: {} },
        internal: true,
        type: 'ticket.commented',
      });
      await open().feed.append(left);
      await append('second');
      expect((await open().feed.after(place, 100))?.[0]?.change).toStrictEqual(left);
      expect(await numbersAfter(place)).toEqual(['first', 'second']);
    });

    it('has places that sort as they came, the last of them its end', async () => {
      const place = await open().feed.end();
      await append(...Array.from({ length: 12 }, (_, index) => `sorted-${index}`));
      const places = (await open().feed.after(place, 100))?.map((entry) => entry.place) ?? [];
      expect([place, ...places]).toEqual([place, ...places].sort());
      expect(new Set(places).size).toBe(12);
      expect(await open().feed.end()).toBe(places.at(-1));
    });

    it('gives no more than asked for, and nothing after its end', async () => {
      const place = await open().feed.end();
      await append('one', 'two', 'three');
      expect(await numbersAfter(place, 2)).toEqual(['one', 'two']);
      expect(await numbersAfter(await open().feed.end())).toEqual([]);
    });

    it('waits no longer where something came already', async () => {
      const place = await open().feed.end();
      await append('there');
      expect((await open().feed.wait(place, 100))?.map(({ change }) => change?.number)).toEqual(['there']);
    });

    it.each(['', '0', 'none', '000000000000001-000000000', '$', '-'])('knows no place %j', async (place) => {
      await append('something');
      expect(await open().feed.after(place, 100)).toBeUndefined();
      expect(await open().feed.wait(place, 100)).toBeUndefined();
    });

    it('knows no place from before it was wiped, and has a new one at once', async () => {
      await append('wiped');
      const place = await open().feed.end();
      await open().wipe();
      expect(await open().feed.after(place, 100)).toBeUndefined();
      const fresh = await open().feed.end();
      expect(await open().feed.after(fresh, 100)).toEqual([]);
      await append('fresh');
      expect(await open().feed.after(place, 100)).toBeUndefined();
      expect(await numbersAfter(fresh)).toEqual(['fresh']);
    });

    it('refuses what is no change', async () => {
      const place = await open().feed.end();
      const broken = { ...aChange('x'), type: 'ticket.none' } as unknown as TicketChange;
      await expect(open().feed.append(broken)).rejects.toThrow();
      expect(await open().feed.after(place, 100)).toEqual([]);
    });
  });
}
