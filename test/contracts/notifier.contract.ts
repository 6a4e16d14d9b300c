import { type Letter, LetterRefused, type Notifier } from '@app/application';

/** A notifier with the other side of its channel in the test's hand. */
export interface NotifierUnderTest {
  readonly notifier: Notifier;
  received(): readonly Pick<Letter, 'messageId' | 'subject' | 'text'>[];
  refuse(address: string): void;
  goDown(): Promise<void>;
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

export function aLetter(change: Partial<Letter> = {}): Letter {
  return {
    messageId: '<n1@duban.test>',
    to: { name: '张三', address: 'zhang@example.edu' },
    subject: '【督办】请签收：2026-000123 一食堂二楼排队',
    text: '请签收',
    html: '<p>请签收</p>',
    ...change,
  };
}

/** What every Notifier does, whatever its channel. */
export function describeNotifier(name: string, open: () => Promise<NotifierUnderTest>): void {
  describe(`${name} as a notifier`, () => {
    let channel: NotifierUnderTest;
    beforeEach(async () => {
      channel = await open();
    });
    afterEach(() => channel.close());

    it('hands over what it was given', async () => {
      await channel.notifier.send(aLetter());
      expect(channel.received()).toEqual([
        expect.objectContaining({ messageId: '<n1@duban.test>', subject: aLetter().subject, text: '请签收' }),
      ]);
    });

    it('sends a repeat with the same Message-ID', async () => {
      await channel.notifier.send(aLetter());
      await channel.notifier.send(aLetter());
      expect(channel.received().map(({ messageId }) => messageId)).toEqual([
        '<n1@duban.test>',
        '<n1@duban.test>',
      ]);
    });

    it('says when an address is refused for good, and goes on with others', async () => {
      channel.refuse('gone@example.edu');
      await expect(channel.notifier.send(aLetter({ to: { address: 'gone@example.edu' } }))).rejects.toThrow(
        LetterRefused,
      );
      await channel.notifier.send(aLetter());
      expect(channel.received()).toHaveLength(1);
    });

    it('fails while the channel is down, not for good, and works again afterwards', async () => {
      await channel.notifier.send(aLetter());
      await channel.goDown();
      await expect(channel.notifier.check()).rejects.toThrow();
      await expect(channel.notifier.send(aLetter())).rejects.not.toBeInstanceOf(LetterRefused);
      await channel.comeBack();
      await expect(channel.notifier.check()).resolves.toBeUndefined();
      await channel.notifier.send(aLetter());
      expect(channel.received().length).toBeGreaterThanOrEqual(1);
    });
  });
}
