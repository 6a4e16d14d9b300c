import { type Browser } from 'playwright-core';
import { until } from '../../tools/quickstart/api-client';
import { type TicketView } from '../../tools/quickstart/forum-import';
import { openChromium } from '../../tools/screenshots/chromium';
import { Duban } from '../harness/duban';
import { PHONE, Visitor } from './visitor.harness';

let duban: Duban;
let browser: Browser;
let visitor: Visitor;
beforeAll(async () => {
  [duban, browser] = await Promise.all([Duban.start(), openChromium()]);
}, 120_000);
beforeEach(async () => {
  visitor = await Visitor.at(browser, duban.url, PHONE);
});
afterEach(() => visitor.leave());
afterAll(async () => {
  await browser?.close();
  await duban?.stop();
}, 60_000);

describe('a reporter on a phone', () => {
  it('reports, follows who does what by when, and closes the ticket with three taps', async () => {
    const { page } = visitor;
    await page.goto('/');
    await page.getByLabel('什么问题').fill('二食堂米饭夹生');
    await page.getByLabel('具体情况').fill('二食堂一楼今天中午的米饭夹生，希望换蒸饭柜');
    await page.getByLabel('地点').fill('二食堂一楼');
    await page.getByLabel('姓名').fill('周同学');
    await page.getByLabel('电话').fill('13800000000');
    await visitor.button('提交反映').click();
    await visitor.sees('已收到，会有人负责到底', /^\d{4}-\d{6}$/);
    const number = await page.getByText(/^\d{4}-\d{6}$/).innerText();
    const follow = page.getByRole('link', { name: '查看进度' });
    const code = decodeURIComponent((await follow.getAttribute('href'))?.split('/').at(-1) ?? '');
    await visitor.sees(code);

    const dispatcher = await duban.dispatcher();
    const placed = await until(
      'the dispatch',
      () => dispatcher.get<TicketView>(`/tickets/${number}`),
      ({ status }) => status === 'dispatched',
    );
    await follow.click();
    await visitor.sees('已交给责任人，等待签收', '饮食服务中心', placed.owner ?? '—', '响应时限', '办结时限');
    expect(await page.content()).not.toMatch(/周同学|13800000000/);

    const owner = await duban.as(({ username }) => username === placed.ownerUsername);
    const head = await duban.as(
      ({ role, department }) => role === 'head' && department === placed.department,
    );
    await owner.post(`/tickets/${number}/accept`);
    await owner.post(`/tickets/${number}/submit-result`, { text: '已更换蒸饭柜密封条' });
    await head.post(`/tickets/${number}/approve-result`);

    await page.goto('/track');
    await page.getByLabel('查询码').fill(` ${code} `);
    await visitor.button('查询').click();
    await visitor.sees('已办结，请您评价', '已更换蒸饭柜密封条');
    await page.getByText('联系过', { exact: true }).tap();
    await page.getByText('解决了', { exact: true }).tap();
    await page.getByRole('radio', { name: '5 星：非常满意' }).locator('..').tap();
    await visitor.button('提交评价').click();
    await visitor.sees('已销号', '谢谢您的评价', '您已确认解决');
    expect(await dispatcher.get(`/tickets/${number}`)).toMatchObject({
      status: 'closed',
      closure: 'confirmed',
    });
    expect([visitor.faults, visitor.refusals]).toEqual([[], []]);
  }, 120_000);

  it('is told in words what is missing, and keeps what was written', async () => {
    const { page } = visitor;
    await page.goto('/');
    await page.getByLabel('什么问题').fill('路灯不亮');
    await page.getByLabel('电话').fill('不告诉');
    await visitor.button('提交反映').click();
    await visitor.sees('还有 2 处需要修改', '请写一写具体情况，方便我们找到问题所在', /电话号码只能有数字/);
    await visitor.sees('草稿已保存在本机');
    await until(
      'the draft',
      () => page.evaluate<string>('JSON.stringify(localStorage)'),
      (kept) => kept.includes('路灯不亮'),
    );
    await page.reload();
    expect(await page.getByLabel('什么问题').inputValue()).toBe('路灯不亮');
    expect(visitor.faults).toEqual([]);
  }, 60_000);

  it('keeps a person who stays anonymous from leaving name and phone', async () => {
    const { page } = visitor;
    await page.goto('/');
    await page.getByRole('radio', { name: '匿名' }).check();
    await visitor.sees(/不保存您的姓名和电话/);
    expect(await page.getByLabel(/姓名|电话/).count()).toBe(0);
  }, 60_000);

  it('reads English when asked, and still does on the next visit', async () => {
    const { page } = visitor;
    await page.goto('/');
    await visitor.button('English').click();
    await page.getByRole('heading', { level: 1, name: /^[\x20-\x7e’?]+$/ }).waitFor();
    await page.goto('/track');
    await visitor.button('中文').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.getByRole('main').innerText()).not.toMatch(/\p{Script=Han}/u);
    await page.goto('/login');
    await page.getByLabel('User name').fill('nobody');
    await page.getByRole('textbox', { name: 'Password' }).fill('wrong');
    await page.getByRole('main').getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).not.toMatch(/\p{Script=Han}/u);
    expect([visitor.faults, visitor.refusals]).toEqual([[], [401]]);
  }, 60_000);
});
