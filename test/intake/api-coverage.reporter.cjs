const { mkdtempSync, readFileSync, readdirSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/**
 * The other direction of test/intake/api-contract.harness.ts: after a whole run of the integration tests, every
 * documented operation must have been seen with every success that it documents. A run of some of them asks nothing.
 */
class ApiCoverageReporter {
  constructor({ testNamePattern }) {
    this.isWhole = !testNamePattern;
  }

  onRunStart() {
    this.dir = mkdtempSync(join(tmpdir(), 'duban-test-api-'));
    // The workers are started after this, and inherit it.
    process.env.DUBAN_API_SEEN = this.dir;
  }

  onRunComplete(_contexts, { testResults }) {
    const seen = new Set(
      readdirSync(this.dir).flatMap((file) => readFileSync(join(this.dir, file), 'utf8').split('\n')),
    );
    rmSync(this.dir, { recursive: true });
    const ran = new Set(testResults.map(({ testFilePath }) => testFilePath));
    const specs = readdirSync(__dirname).filter((file) => file.endsWith('.int-spec.ts'));
    if (!this.isWhole || !specs.every((file) => ran.has(join(__dirname, file)))) return;
    const documented = documentedSuccesses();
    const unseen = documented.filter((answer) => !seen.has(answer));
    process.stderr.write(
      `api: ${documented.length - unseen.length} of ${documented.length} documented successes seen\n`,
    );
    if (unseen.length === 0) return;
    const words = `documented in docs/openapi.json and caused by no integration test:\n${unseen.join('\n')}\n`;
    process.stderr.write(words);
    // Jest does not say it, but ends as failed.
    this.error = new Error(words);
  }

  getLastError() {
    return this.error;
  }
}

/** As `GET /api/v1/tickets/{number} 200`. */
function documentedSuccesses() {
  const { paths } = JSON.parse(readFileSync(join(__dirname, '../../docs/openapi.json'), 'utf8'));
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, { responses }]) =>
      Object.keys(responses)
        .filter((status) => Number(status) < 400)
        .map((status) => `${method.toUpperCase()} ${path} ${status}`),
    ),
  );
}

module.exports = ApiCoverageReporter;
