import { type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';
import { WINDOW } from '../../tools/screenshots/chromium';
import { type DemoAccount } from '../../tools/quickstart/demo-accounts';

export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1280, height: 800 };

/** Someone in front of a browser of their own, who sees only what is written and what things are called. */
export class Visitor {
  /** What no page of ours may do: errors in the console (breaches of the CSP are among them), requests elsewhere. */
  readonly faults: string[] = [];
  /** Refusals of the API as the browser reports them. */
  readonly refusals: number[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly origin: string,
  ) {
    context.on('console', (message) => {
      const status = /^Failed to load resource: .* status of (4\d\d)/.exec(message.text())?.[1];
      if (status) this.refusals.push(Number(status));
      else if (message.type() === 'error' || message.type() === 'warning') this.faults.push(message.text());
    });
    context.on('weberror', (error) => this.faults.push(error.error().message));
    context.on('request', (request) => {
      const { origin: asked, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && asked !== origin) this.faults.push(`request to ${asked}`);
    });
  }

  static async at(browser: Browser, origin: string, viewport: typeof PHONE): Promise<Visitor> {
    const phone = viewport.width < 720;
    const context = await browser.newContext({ ...WINDOW, baseURL: origin, viewport, hasTouch: phone });
    return new Visitor(context, await context.newPage(), origin);
  }

  /** Through the form, as people do. */
  async login({ username, password }: DemoAccount): Promise<void> {
    await this.page.goto('/login');
    await this.page.getByLabel('用户名').fill(username);
    await this.page.getByRole('textbox', { name: '密码' }).fill(password);
    await this.button('登录').click();
    await this.button('退出登录').waitFor();
  }

  /** Resolves when the words are on the page; rejects when patience ends. */
  async sees(...words: (string | RegExp)[]): Promise<void> {
    for (const each of words) await this.page.getByText(each).filter({ visible: true }).first().waitFor();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** How many pixels the page is wider than a window of this width. */
  async overhang(width: number): Promise<number> {
    await this.page.setViewportSize({ ...DESKTOP, width });
    // Styles move to a new width within a frame, also where motion is reduced.
    await this.page.evaluate(
      'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))',
    );
    return this.page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  }

  leave(): Promise<void> {
    return this.context.close();
  }
}
