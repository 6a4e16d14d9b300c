import { actorOf, aTicket } from '../../../../test/builders/ticket.builder';
import { anOffice, OWNER } from '../../../../test/harness/office.harness';
import { ResendNotificationHandler } from './resend-notification.handler';
import { MAX_SEND_ATTEMPTS, SendNotificationHandler } from './send-notification.handler';

/** The letter that tells the owner of an assignment, recorded and waiting. */
async function aLetter() {
  const office = anOffice();
  const ticket = office.keep(aTicket().dispatched());
  await office.plan.execute(ticket.id, ticket.log.at(-1)?.id ?? '');
  const id = [...office.notifications.records.keys()][0] ?? '';
  const now = async () => office.notifications.byId(id);
  const resend = new ResendNotificationHandler(office.notifications, office.publisher, office.clock);
  return { ...office, id, ticket, now, resend };
}

describe(SendNotificationHandler.name, () => {
  it('sends the letter once, and says when', async () => {
    const { send, id, now, notifier, clock } = await aLetter();
    await send.execute(id);
    await send.execute(id);
    expect(notifier.sent).toMatchObject([
      {
        to: { address: OWNER.email },
        messageId: expect.stringContaining('@duban.example') as string,
      },
    ]);
    await expect(now()).resolves.toMatchObject({ status: 'sent', attempts: 1, sentAt: clock.now() });
  });

  it('shows the ticket as it is when the letter goes', async () => {
    const { send, id, ticket, renderer } = await aLetter();
    await send.execute(id);
    expect(renderer.rendered).toMatchObject([
      {
        kind: 'owner-assigned',
        ticketNumber: ticket.number,
        ownerName: OWNER.name,
        resolveDueAt: ticket.clocks.resolution?.dueAt,
        link: `https://duban.example/tickets/${ticket.number}`,
      },
    ]);
  });

  it('drops a letter that the ticket has left behind', async () => {
    const { send, id, now, notifier, execute, ticket } = await aLetter();
    await execute.execute(ticket.id, { command: { name: 'accept' }, actor: actorOf(OWNER) });
    await send.execute(id);
    await expect(now()).resolves.toMatchObject({ status: 'dropped', dropReason: 'moved-on' });
    expect(notifier.sent).toEqual([]);
  });

  it('drops a letter to somebody without an address', async () => {
    const { send, id, now, directory } = await aLetter();
    const { email: _, ...unreachable } = OWNER;
    directory.set({ people: [unreachable] });
    await send.execute(id);
    await expect(now()).resolves.toMatchObject({ status: 'dropped', dropReason: 'no-address' });
  });

  it('fails at once where the server refuses for good', async () => {
    const { send, id, now, notifier } = await aLetter();
    notifier.refused.add(OWNER.email ?? '');
    await expect(send.execute(id)).rejects.toMatchObject({ name: 'PermanentFailure' });
    await expect(now()).resolves.toMatchObject({ status: 'failed', attempts: 1 });
  });

  it('counts tries while the server is away, and gives up after the last', async () => {
    const { send, id, now, notifier } = await aLetter();
    notifier.down = true;
    for (let attempt = 1; attempt < MAX_SEND_ATTEMPTS; attempt += 1) {
      await expect(send.execute(id)).rejects.toThrow('ECONNREFUSED');
      await expect(now()).resolves.toMatchObject({ status: 'pending', attempts: attempt });
    }
    await expect(send.execute(id)).rejects.toThrow('ECONNREFUSED');
    await expect(now()).resolves.toMatchObject({ status: 'failed', attempts: MAX_SEND_ATTEMPTS });
  });

  it('records why it failed without the address that the server repeats', async () => {
    const { send, id, now, notifier } = await aLetter();
    jest.spyOn(notifier, 'send').mockRejectedValue(new Error(`<${OWNER.email}>: greylisted`));
    await expect(send.execute(id)).rejects.toThrow('greylisted');
    expect((await now())?.lastError).toBe('Error: <<address>>: greylisted');
  });

  it('carries the same Message-ID when a death made it go twice', async () => {
    const { send, id, notifier, notifications } = await aLetter();
    jest.spyOn(notifications, 'save').mockRejectedValueOnce(new Error('died'));
    await expect(send.execute(id)).rejects.toThrow('died');
    await send.execute(id);
    expect(notifier.sent).toHaveLength(2);
    expect(new Set(notifier.sent.map(({ messageId }) => messageId)).size).toBe(1);
  });

  it('never tries again for a notification that is not there', async () => {
    await expect(anOffice().send.execute('none')).rejects.toMatchObject({ name: 'PermanentFailure' });
  });
});

describe(ResendNotificationHandler.name, () => {
  it('starts a failed letter anew: a new job, a clean count, the same Message-ID', async () => {
    const { send, resend, id, now, notifier, publisher } = await aLetter();
    notifier.refused.add(OWNER.email ?? '');
    await expect(send.execute(id)).rejects.toMatchObject({ name: 'PermanentFailure' });
    const before = publisher.published.length;
    await expect(resend.execute(id)).resolves.toMatchObject({
      value: { status: 'pending', attempts: 0, round: 1 },
    });
    expect((await now())?.lastError).toBeUndefined();
    expect(publisher.published.slice(before)).toMatchObject([{ payload: { notificationId: id } }]);
    notifier.refused.clear();
    await send.execute(id);
    await expect(now()).resolves.toMatchObject({ status: 'sent' });
  });

  it('is taken though the queue is away: the sweep will find the letter', async () => {
    const { resend, id, now, notifications, publisher } = await aLetter();
    const letter = await now();
    if (letter) await notifications.save(letter, { ...letter, status: 'failed' });
    publisher.failure = new Error('Redis is away');
    await expect(resend.execute(id)).resolves.toMatchObject({ ok: true });
    await expect(now()).resolves.toMatchObject({ status: 'pending' });
  });

  it('refuses a letter that has not failed, and one that is not there', async () => {
    const { resend, id } = await aLetter();
    await expect(resend.execute(id)).resolves.toMatchObject({
      error: { code: 'NOTIFICATION.NOT_RESENDABLE' },
    });
    await expect(resend.execute('none')).resolves.toMatchObject({
      error: { code: 'NOTIFICATION.NOT_FOUND' },
    });
  });
});
