import { ANONYMOUS, type Answer, type Caller, type IntakeUnderTest, startIntake } from './intake.harness';
import { aTicketAt, type Reported, track } from './tickets.harness';

let intake: IntakeUnderTest;
beforeAll(async () => {
  intake = await startIntake();
}, 60_000);
afterAll(() => intake.close());

/** A ticket that has waited for two months. */
async function anOldTicket(): Promise<Reported> {
  const ticket = await aTicketAt(intake, 'dispatched');
  const submittedAt = new Date(Date.now() - 60 * 24 * 60 * 60_000);
  await intake.connection
    .collection('tickets')
    .updateOne({ number: ticket.number }, { $set: { submittedAt } });
  return ticket;
}

describe('a reporter', () => {
  it('takes a report back by its tracking code, once', async () => {
    const { trackingCode } = await aTicketAt(intake, 'submitted');
    const withdraw = () => intake.call(ANONYMOUS, 'POST', `/api/v1/tracking/${trackingCode}/withdraw`);
    expect([(await withdraw()).status, (await withdraw()).body.code]).toEqual([
      200,
      'TICKET.ILLEGAL_TRANSITION',
    ]);
    expect((await track(intake, trackingCode)).body).toMatchObject({ status: 'withdrawn', can: [] });
  });

  it.each<[string, (ticket: Reported) => Promise<[Caller, string]>]>([
    ['by the tracking code', async ({ trackingCode }) => [ANONYMOUS, `tracking/${trackingCode}`]],
    ['logged in', async ({ number }) => [await intake.as('student1'), `tickets/${number}`]],
  ])('urges %s, not too early and once a day', async (_how, asked) => {
    const urge = async (ticket: Reported): Promise<Answer> => {
      const [caller, path] = await asked(ticket);
      return intake.call(caller, 'POST', `/api/v1/${path}/urge`, { text: '还没有人来' });
    };
    expect((await urge(await aTicketAt(intake, 'dispatched'))).body.code).toBe('TICKET.URGE_TOO_EARLY');
    const old = await anOldTicket();
    expect([(await urge(old)).status, (await urge(old)).body.code]).toEqual([200, 'TICKET.URGED_TODAY']);
  });
});

describe('letters', () => {
  it('that failed are sent again when asked to, and only those', async () => {
    const letter = {
      ticketId: 't1',
      ticketNumber: '2026-000001',
      kind: 'owner-assigned',
      channel: 'email',
      recipient: { kind: 'person', personId: 'p1' },
      status: 'failed',
      attempts: 10,
      lastError: 'the mail server refuses the address',
      createdAt: new Date(),
      notBefore: new Date(),
      round: 1,
    };
    const letters = ['failed', 'sent'].map((status) => ({
      ...letter,
      status,
      _id: `letter-${status}`,
      eventId: `event-${status}`,
      recipientKey: `person:${status}`,
    }));
    await intake.connection.collection('notifications').insertMany(letters as never[]);
    const dispatcher = await intake.as('dispatcher1');
    const resend = (id: string) => intake.call(dispatcher, 'POST', `/api/v1/notifications/${id}/resend`);
    expect(await resend('letter-failed')).toMatchObject({ status: 200, body: { status: 'pending' } });
    expect((await resend('letter-sent')).body.code).toBe('NOTIFICATION.NOT_RESENDABLE');
  });
});
