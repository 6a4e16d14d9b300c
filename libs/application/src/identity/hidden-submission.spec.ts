import { type GivenReporter } from '@app/domain';
import { aPerson } from '../../../../test/builders/fixtures.builder';
import { actorOf } from '../../../../test/builders/ticket.builder';
import { anOffice, Death } from '../../../../test/harness/office.harness';
import { accountAlias } from '../ports/identity-vault.port';

const STUDENT = aPerson({ id: 'u1', role: 'reporter' });
const IDENTITY = { userId: STUDENT.id, name: '李雷', phone: '13800000000', email: 'lilei@duban.example' };
const HIDDEN: GivenReporter = { identity: 'hidden', ...IDENTITY };
const aSubmission = (reporter = HIDDEN) => ({
  submission: { title: 'a', description: 'b', source: { kind: 'online' } as const, reporter },
  actor: actorOf(STUDENT),
  idempotencyKey: 'key',
  requestHash: 'hash',
});
const TEN_MINUTES = 10 * 60_000;

describe('a hidden submission', () => {
  it('leaves nothing of its reporter on the ticket but the alias of the account', async () => {
    const { submit, tickets, vault, relay } = anOffice();
    const { ticket } = await submit.one(aSubmission());
    expect(ticket.reporter).toEqual({
      identity: 'hidden',
      anonymous: false,
      accountAlias: accountAlias(vault, STUDENT.id),
    });
    expect(JSON.stringify([...tickets.rows.byId.values(), relay.nudged])).not.toMatch(
      /u1|李雷|1380000|lilei/,
    );
    await expect(vault.open(ticket.id)).resolves.toEqual(IDENTITY);
  });

  it('keeps nothing apart of who is named or anonymous', async () => {
    const { submit, vault } = anOffice();
    await submit.one({ ...aSubmission({ identity: 'named', name: '李雷' }), idempotencyKey: 'k1' });
    await submit.one({ ...aSubmission({ identity: 'anonymous' }), idempotencyKey: 'k2' });
    expect(vault.entries.size).toBe(0);
  });

  it('that is repeated stays one ticket with its reporter, and what was kept for the others is destroyed', async () => {
    const { submit, tickets, vault, clock, identitySweep } = anOffice();
    const answers = [await submit.one(aSubmission()), await submit.one(aSubmission())];
    expect(new Set(answers.map(({ ticket }) => ticket.id)).size).toBe(1);
    expect(vault.entries.size).toBe(2);
    clock.advance(TEN_MINUTES);
    await expect(identitySweep.run()).resolves.toBe(0);
    clock.advance(1);
    await expect(identitySweep.run()).resolves.toBe(2);
    expect([...vault.entries.keys()]).toEqual(tickets.rows.tickets.map(({ id }) => id));
    clock.advance(TEN_MINUTES * 1_000);
    await expect(identitySweep.run()).resolves.toBe(0);
    expect(vault.entries.size).toBe(1);
  });

  it('is one ticket with its reporter, whichever of its steps the process died at', async () => {
    for (let calls = 1; ; calls += 1) {
      const { dyingAt, submit, tickets, vault, clock, identitySweep } = anOffice();
      const { userId: _, ...withoutAccount } = HIDDEN;
      const first = await dyingAt(calls)
        .submit.one(aSubmission(withoutAccount))
        .catch((error: unknown) => {
          if (!(error instanceof Death)) throw error;
          return undefined;
        });
      await submit.one(aSubmission(withoutAccount));
      clock.advance(TEN_MINUTES + 1);
      await identitySweep.run();
      const [ticket, ...others] = tickets.rows.tickets;
      expect(others).toEqual([]);
      expect([...vault.entries.keys()]).toEqual([ticket?.id]);
      await expect(vault.open(ticket?.id ?? '')).resolves.toMatchObject({ name: '李雷' });
      if (first) return expect(calls).toBe(4);
    }
  });
});

describe('letters to a hidden reporter', () => {
  const aReceipt = async (reporter = HIDDEN) => {
    const office = anOffice();
    const { ticket } = await office.submit.one(aSubmission(reporter));
    await office.plan.execute(ticket.id, ticket.log[0]?.id ?? '');
    const [letter] = [...office.notifications.records.values()];
    if (!letter) throw new Error('no letter was planned');
    return { ...office, letter, now: () => office.notifications.records.get(letter.id) };
  };

  it('find their address when they go, and leave no trace of it', async () => {
    const { send, letter, notifier, now, publisher } = await aReceipt();
    await send.execute(letter.id);
    expect(notifier.sent).toMatchObject([{ to: { address: IDENTITY.email, name: IDENTITY.name } }]);
    expect(now()).toMatchObject({ status: 'sent', recipient: { kind: 'reporter' } });
    expect(JSON.stringify([now(), publisher.published])).not.toMatch(/u1|李雷|1380000|lilei/);
  });

  it('are dropped where there is no address', async () => {
    const { send, letter, now } = await aReceipt({ identity: 'hidden', phone: '13800000000' });
    await send.execute(letter.id);
    expect(now()).toMatchObject({ status: 'dropped', dropReason: 'no-address' });
  });

  it('wait for a key that is not at hand', async () => {
    const { send, letter, now, vault, clock } = await aReceipt();
    vault.locked = true;
    await expect(send.execute(letter.id)).resolves.toBe('pending');
    expect(now()).toMatchObject({ lastError: expect.stringContaining('IdentityUnreadable') as string });
    vault.locked = false;
    clock.advance(60_000);
    await expect(send.execute(letter.id)).resolves.toBe('sent');
  });

  it('do not hold up, by what they say of the server, whose address it was', async () => {
    const { send, letter, now, notifier } = await aReceipt();
    notifier.refused.add(IDENTITY.email);
    await send.execute(letter.id);
    expect(now()?.status).toBe('failed');
    expect(JSON.stringify(now())).not.toMatch(/李雷|lilei/);
  });
});
