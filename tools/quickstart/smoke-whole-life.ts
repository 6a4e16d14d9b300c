import { type ApiClient, ApiRefusal, type Json, until } from './api-client';
import { type TicketView } from './forum-import';
import { expect, type Report, type SmokeOffice } from './smoke-office';

const DAY_MS = 86_400_000;

interface ClockView {
  readonly dueAt: string;
  readonly originalDueAt: string;
  readonly paused: boolean;
}

interface WholeTicket extends TicketView {
  readonly departmentCode?: string;
  readonly hops: number;
  readonly redo: number;
  readonly resolveDueAt: string;
  readonly clocks: { readonly resolution: ClockView };
  readonly notices: readonly { readonly id: string; readonly number: string }[];
}

/** The turns that the life of a ticket can take beside the straight way: one ticket takes nearly all of them. */
export class WholeLife {
  private ticket: Report = { number: '', trackingCode: '' };

  constructor(private readonly office: SmokeOffice) {}

  async returned(): Promise<string> {
    this.ticket = await this.office.report(
      '浴室热水忽冷忽热',
      '西区浴室热水忽冷忽热，已经三天',
      'life@duban.example',
    );
    const placed = await this.until('the ticket to be dispatched', ({ status }) => status === 'dispatched');
    const { number } = this.ticket;
    const owner = await this.office.named(placed.ownerUsername);
    const reason = '浴室管道由物业服务中心管理';
    await owner.post(`/tickets/${number}/return`, { reason, suggestedDepartment: 'property' });
    const dispatcher = await this.office.withRole('dispatcher');
    await dispatcher.post(`/tickets/${number}/dispatch`, { department: 'property' });
    const again = await this.view();
    expect(again.departmentCode === 'property' && again.hops === 1, 'it did not go to the other department');
    await (await this.owner()).post(`/tickets/${number}/accept`);
    return `${number}: ${placed.department ?? ''} → ${again.department ?? ''}, ${again.hops} hop`;
  }

  async extended(): Promise<string> {
    const { number } = this.ticket;
    const before = await this.view();
    const until = new Date(new Date(before.resolveDueAt).getTime() + 4 * DAY_MS).toISOString();
    await (
      await this.owner()
    ).post(`/tickets/${number}/request-extension`, { until, reason: '阀门要从厂家调货' });
    const pending = await this.view();
    expect(pending.resolveDueAt === before.resolveDueAt, 'the deadline moved before anyone had approved');
    const owner = await this.owner();
    expect(
      (await refusalOf(owner, `/tickets/${number}/approve`)) === 'TICKET.NOT_ALLOWED',
      'the owner approved it',
    );
    await (await this.head()).post(`/tickets/${number}/approve`, { reason: '同意' });
    const { clocks } = await this.view();
    expect(clocks.resolution.dueAt > before.resolveDueAt, 'the deadline did not move');
    expect(
      clocks.resolution.originalDueAt === before.clocks.resolution.originalDueAt,
      'the first one is lost',
    );
    await this.letter(
      'the reporter’s letter about the new deadline',
      'life@duban.example',
      number,
      /延期|延长/,
    );
    return `${before.resolveDueAt} → ${clocks.resolution.dueAt}, the first one kept`;
  }

  async paused(): Promise<string> {
    const { number } = this.ticket;
    const before = await this.view();
    const until = new Date(Date.now() + 5 * DAY_MS).toISOString();
    await (
      await this.owner()
    ).post(`/tickets/${number}/request-pause`, { until, reason: '等待停水检修窗口' });
    await (await this.head()).post(`/tickets/${number}/approve`);
    const standing = await this.view();
    expect(standing.clocks.resolution.paused, 'the clock runs on');
    await (await this.owner()).post(`/tickets/${number}/resume`, { reason: '已提前停水' });
    const { clocks } = await this.view();
    expect(!clocks.resolution.paused, 'the clock stands still');
    expect(clocks.resolution.dueAt <= standing.clocks.resolution.dueAt, 'the rest of the pause still counts');
    expect(clocks.resolution.dueAt >= before.clocks.resolution.dueAt, 'the pause took time away');
    return `paused, due ${standing.clocks.resolution.dueAt}; resumed at once, due ${clocks.resolution.dueAt}`;
  }

  async supervised(): Promise<string> {
    const { number } = this.ticket;
    await (
      await this.office.withRole('director')
    ).post(`/tickets/${number}/supervise`, { text: '请两日内说明进展' });
    await (
      await this.office.withRole('leader')
    ).post(`/tickets/${number}/instruct`, { text: '务必在周末前恢复热水' });
    const owner = await this.owner();
    const refusal = await refusalOf(owner, `/tickets/${number}/submit-result`, { text: '已修好' });
    expect(refusal === 'TICKET.NOTICES_OPEN', `a result went in past open notices: ${refusal ?? 'accepted'}`);
    const { notices } = await this.view();
    await owner.post(`/tickets/${number}/acknowledge-notice`, { noticeId: notices[0]?.id });
    for (const { id } of notices)
      await owner.post(`/tickets/${number}/answer-notice`, { noticeId: id, text: '阀门已到货，今晚更换' });
    return notices.map((notice) => notice.number).join(', ');
  }

  async followedUp(): Promise<string> {
    const { number } = this.ticket;
    const verifier = await this.office.withRole('verifier');
    await this.solve('已更换混水阀');
    const unsolved = await verifier.post<WholeTicket>(`/tickets/${number}/follow-up`, {
      reached: true,
      solved: false,
      contacted: true,
      satisfaction: 2,
      note: '晚上十点后仍然忽冷忽热',
    });
    expect(unsolved.status === 'in-progress' && unsolved.redo === 1, `it is ${unsolved.status}`);
    await this.solve('已更换循环泵控制器');
    const solved = await verifier.post<WholeTicket>(`/tickets/${number}/follow-up`, {
      reached: true,
      solved: true,
      contacted: true,
      satisfaction: 5,
    });
    expect(solved.status === 'closed', `it is ${solved.status}`);
    return `${number}: unsolved → redo ${solved.redo} → closed`;
  }

  async merged(): Promise<string> {
    const target = await this.office.report('教学楼电梯停运', '三号教学楼的电梯停运两天了');
    const dispatcher = await this.office.withRole('dispatcher');
    // Nothing in it says where it belongs, so it waits for the dispatcher.
    const { number, trackingCode } = await this.office.report(
      '同样的情况',
      '和其他同学反映的一样',
      'follower@duban.example',
    );
    await until(
      'it to wait for the dispatcher',
      () => dispatcher.get<TicketView & { queueReason?: string }>(`/tickets/${number}`),
      ({ queueReason }) => queueReason !== undefined,
    );
    await dispatcher.post(`/tickets/${number}/merge`, { into: target.number });
    const tracked = await this.office
      .anyone()
      .get<Json & { follows?: { number: string } }>(`/tracking/${trackingCode}`);
    expect(tracked.follows?.number === target.number, 'its reporter does not see what it follows');
    await this.letter('the reporter’s letter about the merge', 'follower@duban.example', number, /并案/);
    return `${number} follows ${target.number}`;
  }

  /** The owner hands the result in and the head approves it. */
  private async solve(text: string): Promise<void> {
    const { number } = this.ticket;
    await (await this.owner()).post(`/tickets/${number}/submit-result`, { text });
    await (await this.head()).post(`/tickets/${number}/approve-result`);
  }

  private async view(): Promise<WholeTicket> {
    return (await this.office.withRole('director')).get<WholeTicket>(`/tickets/${this.ticket.number}`);
  }

  private until(what: string, satisfied: (ticket: WholeTicket) => boolean): Promise<WholeTicket> {
    return until(what, () => this.view(), satisfied);
  }

  private async owner(): Promise<ApiClient> {
    return this.office.named((await this.view()).ownerUsername);
  }

  private async head(): Promise<ApiClient> {
    return this.office.withRole('head', (await this.view()).department);
  }

  private async letter(what: string, to: string, number: string, subject: RegExp): Promise<void> {
    await until(
      what,
      () => this.office.letters(),
      (letters) =>
        letters.some(
          (letter) =>
            letter.subject.includes(number) &&
            subject.test(letter.subject) &&
            JSON.stringify(letter.to).includes(to),
        ),
    );
  }
}

/** The code with which a command is refused; undefined where it was carried out. */
async function refusalOf(client: ApiClient, path: string, body: Json = {}): Promise<string | undefined> {
  try {
    await client.post(path, body);
    return undefined;
  } catch (error) {
    if (error instanceof ApiRefusal) return error.code;
    throw error;
  }
}
