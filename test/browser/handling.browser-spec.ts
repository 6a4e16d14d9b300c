import { type Browser, type Locator } from 'playwright-core';
import { until } from '../../tools/quickstart/api-client';
import { type DemoAccount } from '../../tools/quickstart/demo-accounts';
import { type TicketView } from '../../tools/quickstart/forum-import';
import { openChromium } from '../../tools/screenshots/chromium';
import { photo } from '../../tools/screenshots/photo';
import { Duban } from '../harness/duban';
import { DESKTOP, PHONE, Visitor } from './visitor.harness';

const DAY_MS = 86_400_000;
let duban: Duban;
let browser: Browser;
const visitors: Visitor[] = [];
beforeAll(async () => {
  [duban, browser] = await Promise.all([Duban.start(), openChromium()]);
}, 120_000);
afterEach(async () => {
  for (const visitor of visitors.splice(0)) await visitor.leave();
});
afterAll(async () => {
  await browser?.close();
  await duban?.stop();
}, 60_000);

async function visit(viewport: typeof PHONE, fits?: (account: DemoAccount) => boolean): Promise<Visitor> {
  const visitor = await Visitor.at(browser, duban.url, viewport);
  visitors.push(visitor);
  const account = fits && duban.accounts.find(fits);
  if (account) await visitor.login(account);
  return visitor;
}

async function report(title: string, description: string) {
  return duban.anyone().post<{ number: string; trackingCode: string }>('/tickets', { title, description });
}

async function settled(
  number: string,
  satisfied: (ticket: TicketView & { queueReason?: string }) => boolean,
) {
  const dispatcher = await duban.dispatcher();
  return until(
    `${number} to be placed`,
    () => dispatcher.get<TicketView & { queueReason?: string }>(`/tickets/${number}`),
    satisfied,
  );
}

/** Opens a command's dialog: by its button above the ticket, or from the menu there. */
async function ask({ page }: Visitor, command: string): Promise<Locator> {
  const bar = page.getByRole('group', { name: '操作' });
  await bar.getByRole('button').first().waitFor();
  const button = bar.getByRole('button', { name: command, exact: true });
  if ((await button.count()) > 0) await button.click();
  else {
    await bar.getByRole('button', { name: '更多' }).click();
    await page.getByRole('menuitem', { name: command, exact: true }).click();
  }
  const dialog = page.getByRole('dialog', { name: command });
  await dialog.waitFor();
  return dialog;
}

async function confirm(dialog: Locator, command: string): Promise<void> {
  await dialog.getByRole('button', { name: command, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** As the browser's own control takes it: the wall clock in Beijing. */
function wallClock(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 16);
}

const jpeg = async () => ({
  name: '新水槽.jpg',
  mimeType: 'image/jpeg',
  buffer: Buffer.from(await (await photo('#3c7a5a')).arrayBuffer()),
});

describe.each([
  ['a phone', PHONE],
  ['a desktop', DESKTOP],
])('the office on %s', (_name, viewport) => {
  it('asks for more time, grants it, instructs, answers, and hands a result in with a photo', async () => {
    const { number, trackingCode } = await report('一食堂洗碗间积水', '一食堂洗碗间地漏排水慢，高峰时积水');
    const placed = await settled(number, ({ status }) => status === 'dispatched');
    const path = `/tickets/${number}`;
    const owner = await visit(viewport, ({ username }) => username === placed.ownerUsername);
    await owner.page.goto(path);
    await confirm(await ask(owner, '签收'), '签收');

    const asking = await ask(owner, '申请延期');
    const due = new Date(placed.resolveDueAt ?? '').getTime();
    await asking.getByLabel('延到什么时候').fill(wallClock(due + 4 * DAY_MS));
    await asking.getByLabel('理由').fill('不锈钢水槽需要定制');
    await confirm(asking, '申请延期');
    await owner.sees('由中心主任审批', '不锈钢水槽需要定制');

    const head = await visit(
      viewport,
      ({ role, department }) => role === 'head' && department === placed.department,
    );
    await head.page.goto(path);
    await head.sees('由中心主任审批');
    await confirm(await ask(head, '批准申请'), '批准申请');
    await head.sees('批准延期', /原定/);

    const leader = await visit(viewport, ({ role }) => role === 'leader');
    await leader.page.goto(path);
    const instruction = await ask(leader, '作出批示');
    await instruction.getByLabel('内容').fill('食品安全无小事，请尽快解决');
    await confirm(instruction, '作出批示');

    await owner.sees(/^批示〔\d{4}〕\d+号$/);
    const refused = await ask(owner, '提交办理结果');
    await refused.getByLabel('办理结果').fill('水槽已更换');
    await refused.getByRole('button', { name: '提交办理结果', exact: true }).click();
    await owner.sees('请先在本页答复督办单和批示。');
    await refused.getByRole('button', { name: '取消' }).click();
    const answer = await ask(owner, '答复');
    await answer.getByText('食品安全无小事').waitFor();
    await answer.getByLabel('答复内容').fill('水槽今天到货');
    await confirm(answer, '答复');
    await owner.sees('已答复');

    const result = await ask(owner, '提交办理结果');
    await result.getByLabel('办理结果').fill('水槽已更换，排水通畅');
    await result.locator('input[type=file]').setInputFiles(await jpeg());
    await result.getByText('正在上传').waitFor({ state: 'detached' });
    await confirm(result, '提交办理结果');
    await owner.page.getByRole('img', { name: '新水槽.jpg' }).waitFor();

    await head.page.goto(path);
    await confirm(await ask(head, '审核通过'), '审核通过');
    const reporter = await visit(viewport);
    await reporter.page.goto(`/track/${trackingCode}`);
    await reporter.sees('批准延期', '不锈钢水槽需要定制', /新的办结时限/, '水槽已更换，排水通畅');
    await reporter.page.getByRole('img', { name: '新水槽.jpg' }).waitFor();
    expect(await reporter.page.content()).not.toMatch(/食品安全无小事|批示〔/);
    for (const { faults } of [owner, head, leader, reporter]) expect(faults).toEqual([]);
    expect(owner.refusals).toEqual([409]);
  }, 180_000);
});

describe('a reporter on a phone', () => {
  it('is told when to urge, adds a photo, and takes the report back', async () => {
    const { number, trackingCode } = await report('同样的情况', '和别人说的一样，说不清归谁管');
    await settled(number, ({ queueReason }) => queueReason !== undefined);
    const reporter = await visit(PHONE);
    const { page } = reporter;
    await page.goto(`/track/${trackingCode}`);
    await reporter.button('催办').click();
    await reporter.button('确认催办').click();
    await reporter.sees(/\d+月\d+日 \d\d:\d\d 起可以催办/);
    await reporter.button('取消').click();
    await page.locator('input[type=file]').setInputFiles(await jpeg());
    await reporter.button('添加到工单').click();
    await page.getByRole('link', { name: '新水槽.jpg' }).waitFor();
    await reporter.button('撤回').click();
    await reporter.sees('撤回后不再办理，不能恢复。');
    await reporter.button('确认撤回').click();
    await page.getByRole('heading', { level: 1, name: '已撤回' }).waitFor();
    expect([reporter.faults, reporter.refusals]).toEqual([[], [409]]);
  }, 120_000);

  it('sees how the ticket goes that the report was merged into', async () => {
    const target = await report('二食堂热水机停用', '二食堂热水机显示故障，打不了热水');
    const placed = await settled(target.number, ({ status }) => status === 'dispatched');
    const { number, trackingCode } = await report('同样的情况', '和别人说的一样，说不清归谁管');
    await settled(number, ({ queueReason }) => queueReason !== undefined);
    const dispatcher = await visit(DESKTOP, ({ role }) => role === 'dispatcher');
    await dispatcher.page.goto(`/tickets/${number}`);
    const merging = await ask(dispatcher, '并入其他工单');
    await merging.getByLabel('并入哪张工单').fill(target.number);
    await confirm(merging, '并入其他工单');
    await dispatcher.page.getByRole('link', { name: target.number }).waitFor();

    const reporter = await visit(PHONE);
    await reporter.page.goto(`/track/${trackingCode}`);
    await reporter.sees('您的问题正随这张工单一起办理', target.number, placed.owner ?? '—');
    const owner = await duban.as(({ username }) => username === placed.ownerUsername);
    await owner.post(`/tickets/${target.number}/accept`);
    await reporter.page.reload();
    await reporter.sees('责任人签收');
    expect([reporter.faults, dispatcher.faults]).toEqual([[], []]);
  }, 120_000);
});
