import { type Browser } from 'playwright-core';
import { openChromium } from '../../tools/screenshots/chromium';
import { setScene } from '../../tools/screenshots/scene';
import { siteMap, type SitePage } from '../../tools/screenshots/site-map';
import { Duban } from '../harness/duban';
import { DESKTOP, PHONE, Visitor } from './visitor.harness';

const WIDTHS = [320, 360, 1280];
/** Controls without a name that a screen reader could say; antd's own hidden ones are not for people. */
const NAMELESS = `[...document.querySelectorAll('input, select, textarea, button, a[href]')]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('[aria-hidden=true]'))
  .filter((one) => ![...(one.labels ?? [])].some((label) => label.innerText.trim())
    && !one.getAttribute('aria-label') && !one.getAttribute('aria-labelledby') && !one.innerText?.trim()
    && !one.querySelector('img[alt]:not([alt=""])'))
  .map((one) => one.outerHTML.slice(0, 200))`;

let duban: Duban;
let browser: Browser;
let pages: SitePage[];
beforeAll(async () => {
  [duban, browser] = await Promise.all([Duban.start(), openChromium()]);
  pages = siteMap(await setScene(duban.url, duban.accounts));
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await duban?.stop();
}, 60_000);

describe('every page', () => {
  it('fits 320, 360 and 1280 pixels, keeps to its own host and policy, and names its controls', async () => {
    for (const role of new Set(pages.map((page) => page.role))) {
      const visitor = await Visitor.at(browser, duban.url, DESKTOP);
      const account = duban.accounts.find((each) => each.role === role);
      if (account) await visitor.login(account);
      visitor.refusals.length = 0;
      for (const { name, path } of pages.filter((page) => page.role === role)) {
        const answer = await visitor.page.goto(path, { waitUntil: 'networkidle' });
        await visitor.page.getByRole('heading').first().waitFor();
        expect([name, answer?.headers()['content-security-policy']]).toEqual([
          name,
          expect.stringContaining("default-src 'self'"),
        ]);
        for (const width of WIDTHS) {
          expect([name, width, await visitor.overhang(width)]).toEqual([name, width, 0]);
          expect([name, width, await visitor.page.evaluate<string[]>(NAMELESS)]).toEqual([name, width, []]);
        }
        expect([name, visitor.faults, visitor.refusals]).toEqual([name, [], []]);
      }
      await visitor.leave();
    }
  }, 180_000);

  it('has one title of its own and one main heading', async () => {
    const visitor = await Visitor.at(browser, duban.url, PHONE);
    const titles = new Set<string>();
    const open = pages.filter(({ role, name }) => role === undefined && !name.startsWith('tracked'));
    for (const { path } of open) {
      await visitor.page.goto(path);
      await visitor.page.getByRole('heading').first().waitFor();
      expect(await visitor.page.getByRole('main').count()).toBe(1);
      titles.add(await visitor.page.title());
    }
    await visitor.leave();
    expect(titles.size).toBe(open.length);
  }, 60_000);
});
