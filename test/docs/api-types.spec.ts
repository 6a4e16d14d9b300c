import { execFileSync } from 'node:child_process';

it("the web app's types of the API are what docs/openapi.json says", () => {
  const check = () => execFileSync(process.execPath, ['tools/api-types/main.mjs', '--check']);
  expect(check).not.toThrow();
}, 30_000);
