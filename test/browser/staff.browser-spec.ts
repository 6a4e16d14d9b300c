import { type Browser } from 'playwright-core';
import { until } from '../../tools/quickstart/api-client';
import { type DemoAccount } from '../../tools/quickstart/demo-accounts';
import { type LineView, type TicketView } from '../../tools/quickstart/forum-import';
import { openChromium } from '../../tools/screenshots/chromium';
import { Duban } from '../harness/duban';
import { DESKTOP, Visitor } from './visitor.harness';

let duban: Duban;
let browser: Browser;
let visitor: Visitor;
beforeAll(async () => {
  [duban, browser] = await Promise.all([Duban.start(), openChromium()]);
}, 120_000);
beforeEach(async () => {
  visitor = await Visitor.at(browser, duban.url, DESKTOP);
});
afterEach(() => visitor.leave());
afterAll(async () => {
  await browser?.close();
  await duban?.stop();
}, 60_000);

function account(fits: (account: DemoAccount) => boolean): DemoAccount {
  const found = duban.accounts.find(fits);
  if (!found) throw new Error('there is no such demo account');
  return found;
}

/** Gives a command by its button and, in the dialog that opens, by the button of the same name. */
async function give(command: string, written: Readonly<Record<string, string>> = {}): Promise<void> {
  await visitor.page.getByRole('group', { name: '操作' }).getByRole('button', { name: command }).click();
  const dialog = visitor.page.getByRole('dialog', { name: command });
  for (const [label, text] of Object.entries(written)) await dialog.getByLabel(label).fill(text);
  await dialog.getByRole('button', { name: command }).click();
  await dialog.waitFor({ state: 'detached' });
}

describe('the login', () => {
  it('refuses in words, lets in, and comes back to where one was going', async () => {
    const { page } = visitor;
    const dispatcher = account(({ role }) => role === 'dispatcher');
    await page.goto('/sessions');
    await page.getByLabel('用户名').fill(dispatcher.username);
    await page.getByRole('textbox', { name: '密码' }).fill('不是这个密码');
    await visitor.button('登录').click();
    expect(await page.getByRole('alert').innerText()).toMatch(/用户名或密码/);
    await page.getByRole('textbox', { name: '密码' }).fill(dispatcher.password);
    await visitor.button('登录').click();
    await page.getByRole('heading', { level: 1, name: '场次' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/sessions');
    await visitor.button('退出登录').click();
    await page.getByLabel('用户名').waitFor();
    await page.goto('/work');
    await page.getByLabel('用户名').waitFor();
    expect(visitor.faults).toEqual([]);
  }, 60_000);
});

describe("a forum's minutes on a desktop", () => {
  it('become lines with owners and deadlines, and one of them is solved and approved', async () => {
    const { page } = visitor;
    await visitor.login(account(({ role }) => role === 'dispatcher'));
    await page.goto('/sessions');
    await visitor.button('新建场次').click();
    await page.getByLabel('名称').fill('2026年春季学期学生后勤服务座谈会');
    await page.getByLabel('召开时间').fill('2026-04-15T15:00');
    await page.getByLabel('地点').fill('第三会议室');
    await visitor.button('创建并上传纪要').click();
    await page.getByLabel(/把会议纪要拖到这里/).setInputFiles('samples/forum-minutes.xlsx');

    await visitor.sees(/共 12 行，其中 1 处提示/, '疑似重复', '可能含两个问题', '表扬', '没有写部门');
    await page.getByText(/逐行提示/).click();
    await visitor.sees('第 13 行', '没有填写涉及部门');
    await visitor.button('确认导入 12 条').click();
    await visitor.sees('导入完成', '新建工单');

    const sessionId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const dispatcher = await duban.dispatcher();
    const { lines } = await until(
      'every line to have an owner',
      () => dispatcher.get<{ lines: LineView[] }>(`/sessions/${sessionId}`),
      (session) => session.lines.length === 12 && session.lines.every(({ ticket }) => ticket?.owner),
    );
    await page.goto(`/sessions/${sessionId}`);
    const table = page.getByRole('table', { name: '条目' });
    await table.waitFor();
    for (const { text, ticket } of lines) {
      const row = table
        .getByRole('row')
        .filter({ has: page.getByRole('link', { name: ticket?.number ?? '—' }) });
      expect(await row.innerText()).toEqual(expect.stringContaining(text));
      expect(await row.innerText()).toEqual(expect.stringContaining(ticket?.owner ?? '—'));
      expect(await row.innerText()).toMatch(/还剩 \d+ 天/);
    }
    expect([visitor.faults, visitor.refusals]).toEqual([[], []]);

    await solve(lines[0]?.ticket?.number ?? '');
  }, 180_000);

  async function solve(number: string): Promise<void> {
    const dispatcher = await duban.dispatcher();
    const { ownerUsername, department, title } = await dispatcher.get<TicketView & { title: string }>(
      `/tickets/${number}`,
    );
    const as = async (fits: (account: DemoAccount) => boolean) => {
      await visitor.leave();
      visitor = await Visitor.at(browser, duban.url, DESKTOP);
      await visitor.login(account(fits));
    };

    await as(({ username }) => username === ownerUsername);
    await visitor.page.getByRole('link', { name: title }).click();
    await give('签收');
    await visitor.sees('已签收');
    await give('提交办理结果', { 办理结果: '已核对配菜标准并在窗口公示' });
    await visitor.sees('已提交，等待审核', '已核对配菜标准并在窗口公示');
    expect([visitor.faults, visitor.refusals]).toEqual([[], []]);

    await as((each) => each.role === 'owner' && each.department !== department);
    await visitor.page.goto(`/tickets/${number}`);
    await visitor.sees('没有找到这张工单');
    expect([visitor.faults, [...new Set(visitor.refusals)]]).toEqual([[], [404]]);

    await as((each) => each.role === 'head' && each.department === department);
    await visitor.sees('待我审核');
    await visitor.page.getByRole('link', { name: title }).click();
    await give('审核通过');
    await visitor.sees('已通过，等待反映人评价', '记录未被改动');
    expect([visitor.faults, visitor.refusals]).toEqual([[], []]);
    expect(await dispatcher.get(`/tickets/${number}`)).toMatchObject({
      status: 'resolved',
      auditVerified: true,
    });
  }
});
