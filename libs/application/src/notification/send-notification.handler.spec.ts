import { actorOf, aTicket } from '../../../../test/builders/ticket.builder';
import { anOffice, OWNER } from '../../../../test/harness/office.harness';
import { ResendNotificationHandler } from './resend-notification.handler';
import { GIVE_UP_AFTER_MS, SendNotificationHandler } from './send-notification.handler';

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

  it("says it in the office's own words where it has some", async () => {
    const { send, id, ticket, directory, notifier } = await aLetter();
    const own = { subject: '新的任务', body: '请办理' };
    directory.set({ templates: [{ code: 'owner-assigned', text: own }, { code: 'owner-redo' }] });
    await send.execute(id);
    expect(notifier.sent).toMatchObject([{ subject: `新的任务 ${ticket.number}` }]);
  });

  it('drops a letter that the ticket has left behind', async () => {
    const { send, id, now, notifier, execute, ticket } = await aLetter();
    await execute.execute(ticket.id, { command: { name: 'accept' }, actor: actorOf(OWNER) });
    await expect(send.execute(id)).resolves.toBe('dropped');
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
    await expect(send.execute(id)).resolves.toBe('failed');
    await expect(now()).resolves.toMatchObject({ status: 'failed', attempts: 1 });
  });

  it('waits for a server that is away, longer each time and never over five minutes, for a day', async () => {
    const { send, id, now, notifier, clock, publisher } = await aLetter();
    notifier.down = true;
    const pauses: number[] = [];
    const start = clock.now().getTime();
    for (;;) {
      const outcome = await send.execute(id);
      const { attempts = 0, round = 0, notBefore = start, lastError } = (await now()) ?? {};
      expect(lastError).toBe('Error: ECONNREFUSED');
      if (outcome !== 'pending') break;
      expect(publisher.published.at(-1)).toMatchObject({
        jobId: `notification.send-${id}-${round}-${attempts}`,
        notBefore,
      });
      pauses.push((Number(notBefore) - clock.now().getTime()) / 1000);
      clock.set(new Date(notBefore));
    }
    expect(pauses.slice(0, 10)).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
    expect(clock.now().getTime() - start).toBeGreaterThanOrEqual(GIVE_UP_AFTER_MS);
    await expect(now()).resolves.toMatchObject({ status: 'failed', attempts: pauses.length + 1 });
  });

  it('sends what an outage held up, though the next try could not be queued', async () => {
    const { send, id, now, notifier, publisher } = await aLetter();
    notifier.down = true;
    publisher.failure = new Error('Redis is away');
    await expect(send.execute(id)).resolves.toBe('pending');
    notifier.down = false;
    await expect(send.execute(id)).resolves.toBe('sent');
    expect((await now())?.failingSince).toBeUndefined();
  });

  it('fails a letter that cannot be written or is about no ticket, and waits where a store is away', async () => {
    const broken = await aLetter();
    jest.spyOn(broken.renderer, 'render').mockImplementation(() => {
      throw new RangeError('bad date');
    });
    await expect(broken.send.execute(broken.id)).resolves.toBe('failed');
    expect((await broken.now())?.lastError).toContain('RangeError: bad date');

    const lost = await aLetter();
    lost.tickets.rows.byId.clear();
    await expect(lost.send.execute(lost.id)).resolves.toBe('failed');

    const away = await aLetter();
    jest.spyOn(away.directory, 'departments').mockRejectedValueOnce(new Error('no primary'));
    await expect(away.send.execute(away.id)).resolves.toBe('pending');
    await expect(away.send.execute(away.id)).resolves.toBe('sent');
    await expect(away.send.execute(away.id)).resolves.toBeUndefined();
  });

  it('records why it failed without the address that the server repeats', async () => {
    const { send, id, now, notifier } = await aLetter();
    jest.spyOn(notifier, 'send').mockRejectedValue(new Error(`<${OWNER.email}>: greylisted`));
    await expect(send.execute(id)).resolves.toBe('pending');
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
    await expect(send.execute(id)).resolves.toBe('failed');
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
