import { type Browser } from 'playwright-core';
import { until } from '../../tools/quickstart/api-client';
import { type DemoAccount } from '../../tools/quickstart/demo-accounts';
import { type TicketView } from '../../tools/quickstart/forum-import';
import { openChromium } from '../../tools/screenshots/chromium';
import { Duban } from '../harness/duban';
import { DESKTOP, PHONE, Visitor } from './visitor.harness';

/** Sooner than any page would ask again by itself. */
const SOON_MS = 15_000;
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

async function visit(viewport: typeof PHONE, account?: DemoAccount): Promise<Visitor> {
  const visitor = await Visitor.at(browser, duban.url, viewport);
  visitors.push(visitor);
  if (account) await visitor.login(account);
  visitor.page.setDefaultTimeout(SOON_MS);
  return visitor;
}

function account(fits: (account: DemoAccount) => boolean): DemoAccount {
  const found = duban.accounts.find(fits);
  if (!found) throw new Error('there is no such demo account');
  return found;
}

async function aDispatchedTicket(title: string) {
  const { number, trackingCode } = await duban
    .anyone()
    .post<{ number: string; trackingCode: string }>('/tickets', { title, description: title });
  const dispatcher = await duban.dispatcher();
  const ticket = await until(
    'the dispatch',
    () => dispatcher.get<TicketView>(`/tickets/${number}`),
    ({ status }) => status === 'dispatched',
  );
  return { ...ticket, title, trackingCode };
}

describe('without a reload', () => {
  it('a reporter sees how the ticket goes on', async () => {
    const ticket = await aDispatchedTicket('二食堂米饭夹生');
    const { page, faults } = await visit(PHONE);
    await page.goto(`/track/${ticket.trackingCode}`);
    await page.getByRole('heading', { level: 1, name: '已交给责任人，等待签收' }).waitFor();
    const owner = await duban.as(({ username }) => username === ticket.ownerUsername);
    await owner.post(`/tickets/${ticket.number}/accept`);
    await page.getByRole('heading', { level: 1, name: '正在办理' }).waitFor();
    expect(faults).toEqual([]);
  }, 60_000);

  it('an owner sees a ticket come and go, in the list and on its page', async () => {
    const first = await aDispatchedTicket('二食堂米饭又夹生');
    const { ownerUsername, department } = first;
    const list = await visit(
      DESKTOP,
      account(({ username }) => username === ownerUsername),
    );
    const sheet = await visit(
      DESKTOP,
      account(({ username }) => username === ownerUsername),
    );
    await list.page.getByRole('link', { name: first.title }).waitFor();
    await sheet.page.goto(`/tickets/${first.number}`);
    await sheet.page.getByRole('heading', { level: 1, name: first.title }).waitFor();

    const next = account(
      (each) => each.role === 'owner' && each.department === department && each.username !== ownerUsername,
    );
    const head = await duban.as((each) => each.role === 'head' && each.department === department);
    await head.post(`/tickets/${first.number}/transfer`, { owner: next.username });
    await sheet.sees('没有找到这张工单');
    await list.page.getByRole('link', { name: first.title }).waitFor({ state: 'detached' });

    await head.post(`/tickets/${first.number}/transfer`, { owner: ownerUsername ?? '' });
    await list.page.getByRole('link', { name: first.title }).waitFor();
    expect([list.faults, sheet.faults]).toEqual([[], []]);
  }, 120_000);
});
