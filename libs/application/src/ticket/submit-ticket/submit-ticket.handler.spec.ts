import { anOffice } from '../../../../../test/harness/office.harness';
import { REPORTER } from '../../queries/ticket-desk';
import { type SubmitTicketCommand, type SubmitTicketHandler } from './submit-ticket.handler';

const aSubmission = (title: string, key?: string): SubmitTicketCommand => ({
  submission: { title, description: title, source: { kind: 'online' }, reporter: { identity: 'anonymous' } },
  actor: REPORTER,
  ...(key === undefined ? {} : { idempotencyKey: key, requestHash: title }),
});

type Way = (
  submit: SubmitTicketHandler,
  commands: SubmitTicketCommand[],
) => ReturnType<typeof submit.execute>;
const WAYS: [string, Way][] = [
  ['together', (submit, commands) => submit.execute(commands)],
  ['one by one at the same moment', (submit, commands) => Promise.all(commands.map((c) => submit.one(c)))],
];

describe.each(WAYS)('tickets submitted %s', (_, given) => {
  it('get numbers without a gap, answered in the order they were given in', async () => {
    const { submit } = anOffice();
    const created = await given(
      submit,
      ['a', 'b', 'c'].map((title) => aSubmission(title)),
    );
    expect(created.map(({ ticket }) => [ticket.title, ticket.number]).sort()).toEqual([
      ['a', '2026-000001'],
      ['b', '2026-000002'],
      ['c', '2026-000003'],
    ]);
    expect(created.map(({ ticket }) => ticket.title)).toEqual(['a', 'b', 'c']);
  });

  it('are one ticket under one key, and the relay hears of that one only', async () => {
    const { submit, tickets, relay } = anOffice();
    const [first] = await given(submit, [aSubmission('a', 'key')]);
    const told = relay.nudged.length;
    const repeats = await given(submit, [aSubmission('a', 'key'), aSubmission('b', 'key')]);
    expect(repeats.map(({ ticket }) => ticket.id)).toEqual([first?.ticket.id, first?.ticket.id]);
    expect(repeats).toMatchObject([{ sameRequest: true }, { sameRequest: false }]);
    expect(tickets.rows.tickets).toHaveLength(1);
    expect(relay.nudged).toHaveLength(told);
  });
});

describe('a submission', () => {
  it('asks for its dispatch and its receipt', async () => {
    const { submit, relay, tickets } = anOffice();
    await submit.execute([aSubmission('a')]);
    expect(relay.nudged.map(({ job }) => job)).toEqual(['ticket.dispatch', 'notification.plan']);
    expect(relay.nudged).toEqual(tickets.rows.outbox);
  });

  it('that cannot be stored fails, and those after it are taken as ever', async () => {
    const { submit, tickets } = anOffice();
    const broken = jest.spyOn(tickets, 'create').mockRejectedValueOnce(new Error('store away'));
    await expect(submit.one(aSubmission('a'))).rejects.toThrow('store away');
    broken.mockRestore();
    await expect(submit.one(aSubmission('b'))).resolves.toMatchObject({ outcome: 'created' });
  });
});
