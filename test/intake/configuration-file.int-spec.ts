import { type Answer, type IntakeUnderTest, startIntake } from './intake.harness';

const TIMEOUT_MS = 60_000;

let intake: IntakeUnderTest;
beforeAll(async () => {
  intake = await startIntake();
}, TIMEOUT_MS);
afterAll(() => intake.close());

type Item = Record<string, unknown> & { code: string };
interface File extends Record<string, unknown> {
  departments: Item[];
  policies: Item[];
  categories: Item[];
  servicePoints: Item[];
  keywordRules: (Record<string, unknown> & { id: string })[];
  calendar: Record<string, unknown> & { overrides: unknown[] };
}

const admin = async (method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer> =>
  intake.call(await intake.as('admin'), method, `/api/v1/configuration/${path}`, body);
const exported = async (): Promise<File> => (await admin('GET', 'export')).body as unknown as File;
const imported = (file: unknown) => admin('POST', 'import', file);
const tried = (file: unknown) => admin('POST', 'import?dryRun=true', file);
const differences = ({ body }: Answer) =>
  (body['differences'] as { part: string; added: string[]; changed: string[]; untouched: string[] }[]).filter(
    ({ added, changed }) => added.length + changed.length > 0,
  );
const pointers = ({ body }: Answer, field = 'errors') =>
  (body[field] as { pointer: string }[]).map(({ pointer }) => pointer);
const logged = async () => {
  const { body } = await intake.call(await intake.as('admin'), 'GET', '/api/v1/configuration/log?limit=100');
  return body['items'] as { kind: string; subject: string; reason?: string }[];
};

/** The file with a part changed. */
const changed = <K extends keyof File>(file: File, part: K, change: (items: File[K]) => unknown) => ({
  ...file,
  [part]: change(file[part]),
});

describe('the configuration as a file', () => {
  it(
    'comes back as it went out, and changes nothing then',
    async () => {
      const answer = await admin('GET', 'export');
      expect(answer.headers['content-disposition']).toContain('duban-configuration.json');
      expect(answer.text).not.toMatch(/argon2|passwordHash|"people"/);
      const file = answer.body as unknown as File;
      expect(file).toMatchObject({ format: 'duban-configuration', formatVersion: 1 });
      const again = await imported(file);
      expect([again.status, differences(again), again.body['applied']]).toEqual([200, [], true]);
      expect(await logged()).toEqual([]);
    },
    TIMEOUT_MS,
  );

  it(
    'is compared first, then taken as one recorded change; what it does not name stays',
    async () => {
      const file = await exported();
      const [first, ...others] = file.keywordRules;
      const next = {
        ...file,
        departments: [
          ...file.departments.filter(({ code }) => code !== 'office'),
          { code: 'sports', name: '体育中心', aliases: [], active: true },
        ],
        policies: file.policies.map((policy) =>
          policy.code === 'urgent' ? { ...policy, maxHops: 5 } : policy,
        ),
        categories: [
          ...file.categories,
          { ...file.categories[0]!, code: 'pitch', name: '球场', aliases: [], department: 'sports' },
        ],
        keywordRules: [
          { ...first!, weight: 99 },
          { ...others[0]!, id: 'fresh', keywords: ['球门'] },
        ],
        servicePoints: [
          {
            code: 'gym',
            name: '体育馆',
            kind: 'facility',
            department: 'sports',
            active: true,
            token: 'gym-token',
          },
        ],
        templates: [{ kind: 'owner-redo', subject: '重办', body: '工单 {{number}} 请重办。' }],
        calendar: {
          ...file.calendar,
          overrides: [
            ...file.calendar.overrides,
            { date: '2030-05-04', kind: 'holiday', source: 'university' },
          ],
        },
      };
      const expected = [
        { part: 'departments', added: ['sports'], changed: [], untouched: ['office'] },
        { part: 'policies', added: [], changed: ['urgent'], untouched: [] },
        { part: 'categories', added: ['pitch'], changed: [], untouched: [] },
        { part: 'servicePoints', added: ['gym'], changed: [], untouched: [] },
        {
          part: 'keywordRules',
          added: ['fresh'],
          changed: [first!.id],
          untouched: others.map(({ id }) => id),
        },
        { part: 'templates', added: ['owner-redo'], changed: [], untouched: [] },
      ];
      const dry = await tried(next);
      expect([dry.status, dry.body['applied'], dry.body['faults']]).toEqual([200, false, []]);
      expect(differences(dry)).toEqual(expected);
      expect(dry.body['calendar']).toEqual({ tickets: 0, earlier: 0, later: 0 });
      expect(await logged()).toEqual([]);

      const taken = await imported(next);
      expect([taken.status, taken.body['applied'], differences(taken)]).toEqual([200, true, expected]);
      const after = await exported();
      expect(after.departments.map(({ code }) => code)).toEqual([
        ...file.departments.map(({ code }) => code),
        'sports',
      ]);
      expect(after.keywordRules).toHaveLength(file.keywordRules.length + 1);
      expect(after.calendar).toEqual(next.calendar);
      const entries = await logged();
      expect(entries.map(({ kind }) => kind).sort()).toEqual([
        'calendar',
        'category',
        'configuration',
        'department',
        'keyword-rules',
        'policy',
        'service-point',
        'template',
      ]);
      expect(differences(await imported(next))).toEqual([]);
      expect(await logged()).toHaveLength(entries.length);
    },
    TIMEOUT_MS,
  );

  it(
    'is refused as a whole, pointing at everything that is wrong',
    async () => {
      const file = await exported();
      const last = file.departments.length;
      const wrong = {
        ...file,
        departments: [
          ...file.departments.map((item) => (item.code === 'energy' ? { ...item, active: false } : item)),
          { code: 'twin', name: '饮食服务中心', aliases: [], active: true },
        ],
        categories: [{ ...file.categories[0]!, parent: 'nowhere', policies: { normal: 'none' } }],
        templates: [{ kind: 'owner-redo', subject: '重办', body: '{{secret}}' }],
        calendar: { ...file.calendar, officialYears: [1] },
      };
      const energy = file.departments.findIndex(({ code }) => code === 'energy');
      const expected = expect.arrayContaining([
        `/departments/${energy}`,
        `/departments/${last}/name`,
        '/categories/0/parent',
        '/categories/0/policies/normal',
        '/templates/0/body',
        '/calendar/officialYears/0',
      ]) as unknown;
      const dry = await tried(wrong);
      expect([dry.status, pointers(dry, 'faults')]).toEqual([200, expected]);
      const before = await logged();
      const refused = await imported(wrong);
      expect([refused.status, refused.body.code, pointers(refused)]).toEqual([
        422,
        'CONFIGURATION.IMPORT_INVALID',
        expected,
      ]);
      expect(await logged()).toEqual(before);
      expect(await exported()).toMatchObject({ departments: file.departments, categories: file.categories });
      const letter = await imported({ ...file, templates: [{ kind: 'none', subject: 'x', body: 'y' }] });
      expect([letter.status, pointers(letter)]).toEqual([422, ['/templates/0/kind']]);
      expect((await imported({ ...file, formatVersion: 2 })).body.code).toBe('REQUEST.INVALID');
      expect((await imported({ ...file, surprise: [] })).body.code).toBe('REQUEST.INVALID');
      expect(
        (await imported(changed(file, 'policies', ([policy]) => [{ ...policy, maxHops: 'x' }]))).status,
      ).toBe(422);
      expect((await tried({ format: 'duban-configuration', formatVersion: 1 })).body['differences']).toEqual(
        [],
      );
    },
    TIMEOUT_MS,
  );

  it(
    'carries people by user name, without passwords, and takes nobody the last administrator',
    async () => {
      const { body, text, status } = await admin('GET', 'export?people=true');
      expect([status, body.code]).toEqual([200, undefined]);
      expect(text).not.toMatch(/argon2|password/i);
      const people = body['people'] as { username: string; role: string; name: string }[];
      expect(people.some(({ role }) => role === 'reporter')).toBe(false);
      const file = { format: 'duban-configuration', formatVersion: 1 };
      const next = [
        ...people.map((person) => (person.username === 'verifier1' ? { ...person, name: '谢婷' } : person)),
        { username: 'new.verifier', name: '新人', role: 'verifier', onDuty: true, active: true },
      ];
      const taken = await imported({ ...file, people: next });
      expect(differences(taken)).toEqual([
        { part: 'people', added: ['new.verifier'], changed: ['verifier1'], untouched: [] },
      ]);
      expect(differences(await imported({ ...file, people: next }))).toEqual([]);
      const lost = people.map((person) =>
        person.role === 'admin' ? { ...person, role: 'director' } : person,
      );
      const refused = await imported({ ...file, people: [...lost, lost.at(-1)] });
      const at = people.findIndex(({ role }) => role === 'admin');
      expect([refused.status, pointers(refused)]).toEqual([
        422,
        [`/people/${at}/role`, `/people/${people.length}/username`, '/people'],
      ]);
    },
    TIMEOUT_MS,
  );

  it('may be larger than other requests', async () => {
    const file = { format: 'duban-configuration', formatVersion: 1, padding: 'x'.repeat(300 * 1024) };
    expect((await imported(file)).body.code).toBe('REQUEST.INVALID');
    const huge = { ...file, padding: 'x'.repeat(5 * 1024 * 1024) };
    expect((await imported(huge)).status).toBe(413);
  });
});
