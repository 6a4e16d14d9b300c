/**
 * Pictures of every page, on a phone and on a desktop, of a Duban that is running with demo data; it adds three
 * tickets and a session to it: `npm run screenshots -- --url URL --data DIR [--out .local/screenshots] [--window]`;
 * whole pages, or with --window what fits the window.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { demoAccounts } from '../quickstart/demo-accounts';
import { openChromium, WINDOW } from './chromium';
import { setScene } from './scene';
import { siteMap } from './site-map';

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:3000' },
    data: { type: 'string', default: '.local/quickstart' },
    window: { type: 'boolean', default: false },
    out: { type: 'string', default: '.local/screenshots' },
  },
});
const VIEWPORTS = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 800 } };

async function takePictures(): Promise<void> {
  const accounts = demoAccounts(resolve(values.data));
  const pages = siteMap(await setScene(values.url, accounts));
  mkdirSync(values.out, { recursive: true });
  const browser = await openChromium();
  try {
    for (const role of new Set(pages.map((page) => page.role))) {
      const context = await browser.newContext({ ...WINDOW, baseURL: values.url });
      const account = accounts.find((each) => each.role === role);
      if (account)
        await context.request.post('/api/v1/auth/login', {
          data: { username: account.username, password: account.password },
          failOnStatusCode: true,
        });
      const page = await context.newPage();
      for (const { name, path } of pages.filter((each) => each.role === role))
        for (const [device, viewport] of Object.entries(VIEWPORTS)) {
          await page.setViewportSize(viewport);
          await page.goto(path, { waitUntil: 'networkidle' });
          await page.screenshot({
            path: join(values.out, `${name}-${device}.png`),
            fullPage: !values.window,
          });
        }
      await context.close();
    }
  } finally {
    await browser.close();
  }
  process.stdout.write(`${pages.length * 2} pictures in ${values.out}\n`);
}

takePictures().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
