import { SendNotificationHandler } from '@app/application';
import { type Actor, type Person, type Ticket, type TicketCommand } from '@app/domain';
import { aPerson } from '../../../test/builders/fixtures.builder';
import { actorOf, aTicket, REPORTER, START, TIMER, WORKER } from '../../../test/builders/ticket.builder';
import { anOffice, OWNER } from '../../../test/harness/office.harness';
import { HandlebarsLetterRenderer } from './handlebars-letter-renderer.adapter';

const named = (role: Person['role'], name: string, more: Partial<Person> = {}): Person =>
  aPerson({ role, name, id: `person-${role}`, email: `${role}@duban.example`, ...more });
const head = named('head', '赵主任');
const director = named('director', '钱处长');
const leader = named('leader', '孙校长');
const dispatcher = named('dispatcher', '周派单');
const verifier = named('verifier', '吴回访');
const helper = named('owner', '郑协办', { id: 'person-helper', email: 'helper@duban.example' });
const people = [OWNER, head, director, leader, dispatcher, verifier, helper];
const owner = actorOf(OWNER);
/** The reporter of every ticket that `aTicket` makes. */
const STUDENT = 'lilei@duban.example';

const hours = (count: number): Date => new Date(START.getTime() + count * 3_600_000);

/** One office that writes real letters; each turn answers with the letters it caused. */
function anOfficeThatWrites() {
  const office = anOffice({ people });
  const { notifications, tickets, directory, vault, notifier, publisher, clock } = office;
  const settings = { publicUrl: 'https://duban.example', messageIdDomain: 'duban.example' };
  const renderer = new HandlebarsLetterRenderer();
  const send = new SendNotificationHandler(
    notifications,
    tickets,
    directory,
    vault,
    renderer,
    notifier,
    publisher,
    settings,
    clock,
  );
  const planned = new Set<string>();
  const post = async () => {
    for (const { ticketId, eventId, job } of tickets.rows.outbox) {
      if (job !== 'notification.plan' || planned.has(eventId)) continue;
      planned.add(eventId);
      await office.plan.execute(ticketId, eventId);
    }
    const before = notifier.sent.length;
    for (const { id, status } of [...notifications.records.values()])
      if (status === 'pending') await send.execute(id);
    return notifier.sent
      .slice(before)
      .map(({ to, subject, text }) => ({ to: to.address, subject, text }))
      .sort((a, b) => (a.to < b.to ? -1 : 1));
  };
  return {
    ...office,
    post,
    async turn(ticket: Ticket, actor: Actor, command: TicketCommand, at = clock.now()) {
      clock.set(at);
      const result = await office.execute.execute(ticket.id, { command, actor });
      if (!result.ok) throw new Error(`${command.name}: ${result.error.code}`);
      return { ticket: result.value, letters: await post() };
    },
  };
}

const addressed = (letters: readonly { readonly to: string; readonly subject: string }[]): string[] =>
  letters.map(({ to, subject }) => `${to} ${/^【督办】([^：]+)：/.exec(subject)?.[1] ?? subject}`);

describe('the letters of a life', () => {
  it('tell of a sub-task and of what became of it', async () => {
    const { keep, turn } = anOfficeThatWrites();
    const ticket = keep(aTicket().inProgress());
    const dueAt = hours(48);
    const added = await turn(
      ticket,
      owner,
      { name: 'addCoHandler', coHandler: helper, department: 'energy', text: '请先关闭总阀', dueAt },
      hours(1),
    );
    expect(addressed(added.letters)).toEqual(['helper@duban.example 请协办']);
    expect(added.letters[0]?.subject).toContain('（3月4日09:00前）');
    expect(added.letters[0]?.text).toContain('主办责任人是王强');
    expect(added.letters[0]?.text).toContain('【协办事项】\n请先关闭总阀');
    const subTaskId = added.ticket.subTasks[0]?.id ?? '';
    const late = await turn(added.ticket, TIMER, { name: 'fireSteps' }, hours(49));
    expect(addressed(late.letters)).toEqual([
      'helper@duban.example 协办逾期',
      'owner@duban.example 逾期提醒',
    ]);
    expect(late.letters[0]?.text).toContain(
      '由您协办的事项已于 2026年3月4日（周三）09:00 到期，目前仍未完成',
    );
    expect(late.letters[1]?.text).toContain('协办时限已于 2026年3月4日（周三）09:00 到期');
    const done = await turn(late.ticket, actorOf(helper), {
      name: 'completeSubTask',
      subTaskId,
      text: '已关阀',
    });
    expect(addressed(done.letters)).toEqual(['owner@duban.example 协办事项已完成']);
    expect(done.letters[0]?.text).toContain('郑协办已完成工单');
  });

  it('tell of more time: who asks, who may grant it, and what the reporter is promised now', async () => {
    const { keep, turn } = anOfficeThatWrites();
    const ticket = keep(aTicket().inProgress());
    const until = new Date('2026-03-10T09:00:00.000Z');
    const asked = await turn(
      ticket,
      owner,
      { name: 'requestExtension', until, reason: '配件须从外地调运' },
      hours(1),
    );
    expect(addressed(asked.letters)).toEqual(['head@duban.example 请审批延期申请']);
    expect(asked.letters[0]?.text).toContain('提出延期申请，延长至 2026年3月10日（周二）17:00');
    expect(asked.letters[0]?.text).toContain('【申请理由】\n配件须从外地调运');
    const granted = await turn(asked.ticket, actorOf(head), { name: 'approve', reason: '同意' });
    expect(addressed(granted.letters)).toEqual([
      `${STUDENT} 办结时限延长`,
      'owner@duban.example 延期申请已批准',
    ]);
    expect(granted.letters[0]?.text).toContain('办结时限延长至 2026年3月10日（周二）17:00');
    expect(granted.letters[0]?.text).toContain('【延期原因】\n配件须从外地调运');
    expect(granted.letters[1]?.text).toContain('【审批意见】\n同意');

    const pausing = await turn(
      granted.ticket,
      owner,
      { name: 'requestPause', until: hours(72), reason: '放假无人在场' },
      hours(2),
    );
    const paused = await turn(pausing.ticket, actorOf(head), { name: 'approve' });
    expect(addressed(paused.letters)).toEqual([
      `${STUDENT} 暂停计时`,
      'owner@duban.example 暂停计时申请已批准',
    ]);
    expect(paused.letters[0]?.text).toContain('预计于 2026年3月5日（周四）09:00 恢复');
    const resumed = await turn(paused.ticket, TIMER, { name: 'resume' }, hours(72));
    expect(addressed(resumed.letters)).toEqual([`${STUDENT} 恢复办理`, 'owner@duban.example 恢复计时']);
    expect(resumed.letters[0]?.text).toMatch(/承诺在 2026年3月\d+日（周.）\d\d:\d\d 前办结/);
  });

  it('carry the numbered notice: its number, its text, until when to answer and how', async () => {
    const { keep, turn } = anOfficeThatWrites();
    const ticket = keep(aTicket().inProgress());
    const ordered = await turn(
      ticket,
      actorOf(director),
      { name: 'supervise', text: '请本周内恢复供水', replyBy: hours(72) },
      hours(1),
    );
    expect(ordered.letters.map(({ to }) => to)).toEqual(['head@duban.example', 'owner@duban.example']);
    const [, toOwner] = ordered.letters;
    expect(toOwner?.subject).toMatch(/^【督办】督办单（督办〔2026〕1号）：.+（3月5日09:00前）$/);
    expect(toOwner?.text).toContain('下达督办单（督办〔2026〕1号）');
    expect(toOwner?.text).toContain('在工单中签收，并于 2026年3月5日（周四）09:00 前书面答复');
    expect(toOwner?.text).toContain('答复之前不能提交办结申请');
    expect(toOwner?.text).toContain('【通知内容】\n请本周内恢复供水');
    expect(toOwner?.text).toContain('通知文号：督办〔2026〕1号');
    const late = await turn(ordered.ticket, TIMER, { name: 'fireSteps' }, hours(73));
    const reminder = late.letters.find(({ to }) => to === 'owner@duban.example');
    expect(reminder?.subject).toMatch(/^【督办】一级督办：.+（3月5日09:00到期）$/);
    expect(reminder?.text).toContain('的答复时限已于 2026年3月5日（周四）09:00 到期，目前仍未完成');
    expect(reminder?.text).toContain('答复时限：2026年3月5日（周四）09:00（已逾期）');
    const noticeId = ordered.ticket.notices[0]?.id ?? '';
    const answered = await turn(ordered.ticket, owner, { name: 'answerNotice', noticeId, text: '周四完成' });
    expect(addressed(answered.letters)).toEqual(['director@duban.example 督办单已答复']);
    expect(answered.letters[0]?.text).toContain('已由王强答复');

    const instructed = await turn(answered.ticket, actorOf(leader), { name: 'instruct', text: '举一反三' });
    expect(instructed.letters[1]?.text).toContain('作出批示（批示〔2026〕1号）');
    expect(addressed(instructed.letters)).toEqual([
      'head@duban.example 批示（批示〔2026〕1号）',
      'owner@duban.example 批示（批示〔2026〕1号）',
    ]);
  });

  it('reach everyone who follows a ticket, each with a number and a link of their own', async () => {
    const { keep, turn, merge, post, clock, tickets } = anOfficeThatWrites();
    const target = keep(aTicket().inProgress());
    const reportedBy = (email: string) => ({ reporter: { identity: 'anonymous', email } }) as const;
    const first = keep(aTicket(reportedBy('first@duban.example')));
    const second = keep(aTicket(reportedBy('second@duban.example')));
    clock.set(hours(1));
    const into = async (ticket: Ticket, number: string) => {
      const result = await merge.execute(ticket.id, { into: number, actor: actorOf(dispatcher) });
      if (!result.ok) throw new Error(result.error.code);
      return post();
    };
    // A chain: the second follows the first, and then the first the target.
    await into(second, first.number);
    const told = await into(first, target.number);
    expect(addressed(told)).toEqual(['first@duban.example 已并案办理', 'second@duban.example 已并案办理']);
    expect(told[0]?.text).toContain(
      `与工单 ${target.number} 反映的是同一事项，现并案办理，由能源服务中心负责，责任人是王强`,
    );
    const submitted = await turn(target, owner, { name: 'submitResult', text: '已更换循环泵' });
    const approved = await turn(submitted.ticket, actorOf(head), { name: 'approveResult' });
    expect(addressed(approved.letters)).toEqual([
      'first@duban.example 办理结果',
      `${STUDENT} 请您评价`,
      'second@duban.example 办理结果',
    ]);
    const [toFirst, , toSecond] = approved.letters;
    expect(toFirst?.subject).toContain(first.number);
    expect(toFirst?.text).toContain(`/track/${first.trackingCode}`);
    expect(toFirst?.text).toContain(`与工单 ${target.number} 并案办理，现已办理完毕`);
    expect(toFirst?.text).toContain('【办理结果】\n已更换循环泵');
    expect(toSecond?.text).toContain(`/track/${second.trackingCode}`);

    const alone = (await tickets.byId(first.id)) ?? first;
    const unmerged = await turn(alone, actorOf(dispatcher), { name: 'unmerge', reason: '不同楼栋' });
    expect(addressed(unmerged.letters)).toEqual(['first@duban.example 恢复单独办理']);
  });

  it('tell dispatchers of those who follow what was withdrawn', async () => {
    const { keep, turn, merge, post, clock } = anOfficeThatWrites();
    const target = keep(aTicket());
    const follower = keep(aTicket({ reporter: { identity: 'anonymous' } }));
    clock.set(hours(1));
    await merge.execute(follower.id, {
      into: target.number,
      actor: actorOf(aPerson({ role: 'dispatcher', id: 'x' })),
    });
    await post();
    const withdrawn = await turn(target, REPORTER, { name: 'withdraw' });
    expect(addressed(withdrawn.letters)).toEqual(['dispatcher@duban.example 并案工单待处理']);
    expect(withdrawn.letters[0]?.text).toContain('仍有 1 件工单并入该工单');
  });

  it('tell of a closing that two leaders decide, and of what a verifier noted', async () => {
    const { keep, turn } = anOfficeThatWrites();
    const ticket = keep(aTicket().inProgress());
    const proposed = await turn(
      ticket,
      actorOf(director),
      { name: 'closeByDecision', closure: 'deferred', text: '列入暑期改造' },
      hours(1),
    );
    expect(addressed(proposed.letters)).toEqual(['leader@duban.example 请确认关闭工单']);
    expect(proposed.letters[0]?.text).toContain('钱处长提议关闭工单');
    const closed = await turn(proposed.ticket, actorOf(leader), { name: 'confirmClosing' });
    expect(addressed(closed.letters)).toEqual([
      `${STUDENT} 已列入后续计划`,
      'owner@duban.example 工单已关闭',
    ]);
    expect(closed.letters[0]?.text).toContain('【处理说明】\n列入暑期改造');
    const reopened = await turn(closed.ticket, REPORTER, { name: 'reopen', reason: '等不到暑期' });
    expect(addressed(reopened.letters)).toEqual([
      'head@duban.example 关闭后重新办理',
      'owner@duban.example 关闭后重新办理',
    ]);

    const resolved = keep(aTicket().resolved());
    const called = await turn(
      resolved,
      actorOf(verifier),
      { name: 'followUp', reached: true, solved: true, contacted: true, satisfaction: 5 },
      hours(3),
    );
    expect(addressed(called.letters)).toEqual([`${STUDENT} 经回访确认已解决`]);
  });

  it('tell of an owner who is gone, of urges, and of what they raise', async () => {
    const { keep, turn } = anOfficeThatWrites();
    const ticket = keep(aTicket().inProgress());
    const flag = { name: 'flagReassignment', personId: OWNER.id, reason: '调离岗位' } as const;
    const flagged = await turn(ticket, WORKER, flag, hours(1));
    expect(addressed(flagged.letters)).toEqual([
      'dispatcher@duban.example 请重新指定责任人',
      'head@duban.example 请重新指定责任人',
    ]);
    expect(flagged.letters[0]?.text).toContain('王强不能继续承担');
    const taken = await turn(flagged.ticket, actorOf(head), { name: 'reassign', owner: helper });
    expect(addressed(taken.letters)).toEqual(['helper@duban.example 请签收']);
    expect(taken.letters[0]?.text).toContain('请尽快接手办理并联系反映人，于 ');
    let urged = await turn(taken.ticket, REPORTER, { name: 'urge', text: '还没有人来' }, hours(48));
    expect(addressed(urged.letters)).toEqual(['helper@duban.example 反映人催办']);
    urged = await turn(urged.ticket, REPORTER, { name: 'urge' }, hours(72));
    urged = await turn(urged.ticket, REPORTER, { name: 'urge' }, hours(96));
    expect(addressed(urged.letters)).toEqual([
      'director@duban.example 二级督办',
      'head@duban.example 二级督办',
      'helper@duban.example 反映人催办',
    ]);
    expect(urged.letters[0]?.text).toContain('被反映人催办 3 次，现启动二级督办');
  });
});
