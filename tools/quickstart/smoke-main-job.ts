import { verifyAudit } from '../duban/audit';
import { type Json, until } from './api-client';
import { importMinutes, type LineView, type TicketView } from './forum-import';
import { expect, type SmokeOffice } from './smoke-office';

/** Minutes around the clock, so that a real escalation is seen within seconds. */
const SHORT_MINUTES = 0.05;

/** The main job: minutes in, owners and deadlines, letters, escalation, closing. */
export class MainJob {
  private lines: readonly LineView[] = [];
  private sessionId = '';
  private closed = { number: '', trackingCode: '' };

  constructor(private readonly office: SmokeOffice) {}

  async logIn(): Promise<string> {
    const roles = ['dispatcher', 'director', 'admin'] as const;
    for (const role of roles) await this.office.withRole(role);
    return roles.join(', ');
  }

  async importMinutes(): Promise<string> {
    const dispatcher = await this.office.withRole('dispatcher');
    const { sessionId, preview, result, lines } = await importMinutes(
      dispatcher,
      'samples/forum-minutes.xlsx',
    );
    this.sessionId = sessionId;
    this.lines = lines;
    const marks = lines.flatMap((line) => line.marks.map(({ kind }) => kind));
    expect(
      result.created > 0 && result.created + result.skipped === result.total,
      `counts do not add up: ${JSON.stringify(result)}`,
    );
    return `${preview.total} lines previewed with ${preview.faults.length} faults, ${result.created} imported; marks: ${[...new Set(marks)].join(', ')}`;
  }

  async placed(): Promise<string> {
    const dispatcher = await this.office.withRole('dispatcher');
    const settled = await until(
      'all lines to be placed',
      () => dispatcher.get<{ lines: LineView[] }>(`/sessions/${this.sessionId}`),
      ({ lines }) => lines.every(({ ticket }) => ticket?.owner !== undefined),
    );
    this.lines = settled.lines;
    const tickets = this.lines.map(({ ticket }) => ticket);
    expect(
      tickets.every((ticket) => ticket?.department && ticket.responseDueAt && ticket.resolveDueAt),
      'a ticket lacks a department or a deadline',
    );
    const owners = new Set(tickets.map((ticket) => ticket?.owner));
    return `${tickets.length} of ${tickets.length} dispatched to ${owners.size} owners`;
  }

  async lettersArrive(): Promise<string> {
    const numbers = this.lines.map(({ ticket }) => ticket?.number ?? '');
    const letters = await until(
      'a letter for every ticket',
      () => this.office.letters(),
      (all) => numbers.every((number) => all.some(({ subject }) => subject.includes(number))),
    );
    return `${letters.length} received, such as “${letters[0]?.subject ?? ''}”`;
  }

  async importAgain(): Promise<string> {
    const { result } = await importMinutes(
      await this.office.withRole('dispatcher'),
      'samples/forum-minutes.xlsx',
      this.sessionId,
    );
    expect(result.created === 0, `${result.created} tickets were made twice`);
    return `${result.created} created, ${result.skipped} skipped`;
  }

  async escalates(): Promise<string> {
    const admin = await this.office.withRole('admin');
    const { items } = await admin.get<{ items: (Json & { code: string })[] }>('/policies');
    const standard = items.find(({ code }) => code === 'standard');
    expect(standard !== undefined, 'there is no policy “standard”');
    const { code: _code, ...before } = standard as Json;
    const { version } = await admin.put<Json>('/policies/standard', { ...before, ...shortPolicy() });
    try {
      const { number } = await this.office.report(
        '教学楼三楼饮水机不出热水',
        '教学楼三楼饮水机从周一开始不出热水',
      );
      const director = await this.office.withRole('director');
      const ticket = await until(
        'the ticket to escalate to the university leader',
        () => director.get<TicketView>(`/tickets/${number}`),
        ({ escalationLevel }) => escalationLevel === 3,
      );
      const fired = ticket.log
        .filter(({ type }) => type === 'ticket.step-fired')
        .flatMap(({ facts }) => facts.steps as string[]);
      expect(ticket.overdue, 'it is not shown as overdue');
      expect(new Set(fired).size === fired.length, `a step fired twice: ${fired.join(', ')}`);
      const letters = await until(
        'the leader’s letter',
        () => this.office.letters(),
        (all) => all.filter(({ subject }) => subject.includes(number)).length >= 4,
      );
      return `${number}: ${fired.join(', ')}; ${letters.filter(({ subject }) => subject.includes(number)).length} letters`;
    } finally {
      await admin.put('/policies/standard', { ...before, version });
    }
  }

  async closes(): Promise<string> {
    const { number, trackingCode } = await this.office.report(
      '二食堂米饭夹生',
      '二食堂一楼今天中午的米饭是夹生的',
    );
    this.closed = { number, trackingCode };
    const dispatcher = await this.office.withRole('dispatcher');
    const placed = await until(
      'the ticket to be dispatched',
      () => dispatcher.get<TicketView>(`/tickets/${number}`),
      ({ status }) => status === 'dispatched',
    );
    const owner = await this.office.named(placed.ownerUsername);
    await owner.post(`/tickets/${number}/accept`);
    await owner.post(`/tickets/${number}/submit-result`, { text: '已更换蒸饭柜密封条，当班组长每锅试尝。' });
    const head = await this.office.withRole('head', placed.department);
    await head.post(`/tickets/${number}/approve-result`);
    const anyone = this.office.anyone();
    const rated = await anyone.post<TicketView>(`/tracking/${trackingCode}/rating`, {
      solved: true,
      contacted: true,
      satisfaction: 5,
    });
    expect(rated.status === 'closed', `it is ${rated.status}`);
    return `${number} ${rated.status}`;
  }

  async tracks(): Promise<string> {
    const { timeline, ...rest } = await this.office
      .anyone()
      .get<Json & { timeline: Json[] }>(`/tracking/${this.closed.trackingCode}`);
    const text = JSON.stringify({ timeline, rest });
    expect(!/smoke@|13800000000|周同学/.test(text), 'contact data is shown');
    return `${timeline.length} entries on the time line`;
  }

  /** As bin/duban audit verify does. */
  async audits(): Promise<string> {
    const { tickets, ticketEntries, configurationEntries, breaks } = await verifyAudit(this.office.env);
    expect(breaks.length === 0, `broken: ${JSON.stringify(breaks)}`);
    expect(configurationEntries > 0, 'no change of the configuration was recorded');
    return `${tickets} tickets with ${ticketEntries} entries, ${configurationEntries} of the configuration`;
  }
}

/** Resolution due after three seconds, and every level soon after. */
function shortPolicy(): Json {
  const clock = (amount: number) => ({ unit: 'clock-minutes', amount });
  const step = (key: string, level: number, recipients: string[], after: number) => ({
    key,
    clock: 'resolution',
    offset: after === 0 ? { kind: 'share', share: 0 } : { kind: 'after', allowance: clock(after) },
    kind: level === 0 ? 'warn' : 'escalate',
    level,
    recipients,
  });
  return {
    response: clock(SHORT_MINUTES),
    resolution: clock(SHORT_MINUTES),
    messagesAnyTime: true,
    steps: [
      step('overdue', 1, ['owner', 'head'], 0),
      step('director', 2, ['director'], SHORT_MINUTES),
      step('leader', 3, ['leader'], 2 * SHORT_MINUTES),
    ],
  };
}
