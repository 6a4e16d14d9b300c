import { ConfigurationLog } from '@app/application';
import { type ConfigurationLogEntry, follows } from '@app/domain';
import { sha256 } from '@app/persistence';
import { ANONYMOUS, type Answer, type IntakeUnderTest, startIntake } from './intake.harness';

const TIMEOUT_MS = 60_000;

let intake: IntakeUnderTest;
beforeAll(async () => {
  intake = await startIntake();
}, TIMEOUT_MS);
afterAll(() => intake.close());

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
const as = async (username: string, method: Method, path: string, body?: unknown): Promise<Answer> =>
  intake.call(await intake.as(username), method, `/api/v1${path}`, body);
const admin = (method: Method, path: string, body?: unknown) => as('admin', method, path, body);
const codeAndPointers = ({ status, body }: Answer): unknown => [
  status,
  body.code,
  (body['errors'] as { pointer: string }[] | undefined)?.map(({ pointer }) => pointer),
];

const CANTEEN_WINDOW = { name: '一食堂三号窗口', kind: 'canteen', department: 'catering' };
const category = (code: string, more: object = {}) => ({
  code,
  name: `类别 ${code}`,
  aliases: [],
  department: 'property',
  policies: { normal: 'standard' },
  photosRequired: false,
  questions: [],
  ...more,
});

describe('departments', () => {
  it(
    'are added, changed and closed, each change going by the version that was looked at',
    async () => {
      const added = await admin('POST', '/departments', {
        code: 'sports',
        name: '体育场馆中心',
        aliases: [],
      });
      expect([added.status, added.body]).toMatchObject([201, { code: 'sports', active: true, version: 1 }]);
      const change = { name: '体育中心', aliases: ['体育馆'], active: true, version: 1 };
      const changed = await admin('PUT', '/departments/sports', change);
      expect([changed.status, changed.body]).toMatchObject([200, { name: '体育中心', version: 2 }]);
      const repeated = await admin('PUT', '/departments/sports', change);
      expect(repeated.body).toEqual(changed.body);
      const late = await admin('PUT', '/departments/sports', { ...change, name: '体育' });
      expect(late.body['errors']).toEqual([{ pointer: '/version', detail: '2' }]);
      expect([late.status, late.body.code]).toEqual([409, 'CONFIGURATION.CONFLICT']);
      const closed = await admin('PUT', '/departments/sports', { ...change, active: false, version: 2 });
      expect(closed.body).toMatchObject({ active: false, version: 3 });
      const { items } = (await as('canteen.owner1', 'GET', '/departments')).body as { items: object[] };
      expect(items.at(-1)).toEqual(closed.body);
      const offered = (await intake.call(ANONYMOUS, 'GET', '/api/v1/reference-data')).body;
      expect(offered['departments']).not.toContainEqual(expect.objectContaining({ code: 'sports' }));
    },
    TIMEOUT_MS,
  );

  it('are refused what would leave the office unsound', async () => {
    const refused = async (body: object) => codeAndPointers(await admin('POST', '/departments', body));
    expect(await refused({ code: 'energy', name: '另一个', aliases: [] })).toEqual([
      409,
      'CONFIGURATION.CODE_TAKEN',
      ['/code'],
    ]);
    expect(await refused({ code: 'new-one', name: '新部门', aliases: ['食 堂'] })).toEqual([
      422,
      'DEPARTMENT.INVALID',
      ['/aliases/0'],
    ]);
    expect(await refused({ code: 'Ünfit', name: 'x', aliases: [] })).toEqual([
      422,
      'REQUEST.INVALID',
      ['/code'],
    ]);
    expect(await refused({ code: 'a', name: '', aliases: [1], more: true })).toEqual([
      422,
      'REQUEST.INVALID',
      ['/name', '/aliases/0', '/more'],
    ]);
    expect(
      (await admin('PUT', '/departments/none', { name: 'x', aliases: [], active: true, version: 1 })).body
        .code,
    ).toBe('DEPARTMENT.NOT_FOUND');
  });

  it('stay open while tickets, people, categories or rules are left in them, and say which', async () => {
    const { items } = (await admin('GET', '/departments')).body as { items: Record<string, unknown>[] };
    const { code: _, ...energy } = items.find(({ code }) => code === 'energy')!;
    const answer = await admin('PUT', '/departments/energy', { ...energy, active: false });
    expect(codeAndPointers(answer)).toEqual([409, 'CONFIGURATION.IN_USE', ['/members']]);
  });
});

describe('categories', () => {
  it('are changed by the version that was read', async () => {
    await admin('POST', '/categories', category('renamed'));
    const { code: _, ...known } = category('renamed');
    const save = (name: string) =>
      admin('PUT', '/categories/renamed', { ...known, name, active: true, version: 1 });
    expect((await save('改名后')).body).toMatchObject({ name: '改名后', version: 2 });
    expect((await save('又改名')).body.code).toBe('CONFIGURATION.CONFLICT');
  });

  it(
    'form a tree of three levels without a circle',
    async () => {
      for (const [code, parent] of [['top'], ['middle', 'top'], ['leaf', 'middle']] as const)
        expect((await admin('POST', '/categories', category(code, parent ? { parent } : {}))).status).toBe(
          201,
        );
      expect(
        codeAndPointers(await admin('POST', '/categories', category('twig', { parent: 'leaf' }))),
      ).toEqual([422, 'CATEGORY.INVALID', ['/parent']]);
      const { code: _, ...top } = category('top', { parent: 'leaf' });
      const circle = await admin('PUT', '/categories/top', { ...top, active: true, version: 1 });
      expect(codeAndPointers(circle)).toEqual([422, 'CATEGORY.INVALID', ['/parent']]);
      expect(
        codeAndPointers(await admin('POST', '/categories', category('lost', { parent: 'none' }))),
      ).toEqual([422, 'CATEGORY.INVALID', ['/parent']]);
      expect(codeAndPointers(await admin('DELETE', '/categories/middle?version=1'))).toEqual([
        409,
        'CONFIGURATION.IN_USE',
        ['/category/leaf/parent'],
      ]);
      expect(codeAndPointers(await admin('DELETE', '/categories/leaf?version=7'))).toEqual([
        409,
        'CONFIGURATION.CONFLICT',
        ['/version'],
      ]);
      expect((await admin('DELETE', '/categories/leaf?version=1')).status).toBe(204);
      expect((await admin('DELETE', '/categories/leaf?version=1')).body.code).toBe('CATEGORY.NOT_FOUND');
      expect((await admin('POST', '/categories', category('leaf'))).body.code).toBe(
        'CONFIGURATION.CODE_TAKEN',
      );
      expect((await admin('DELETE', '/categories/middle')).status).toBe(422);
    },
    TIMEOUT_MS,
  );

  it.each([
    ['an unknown department', { department: 'none' }, '/department'],
    ['an unknown policy', { policies: { normal: 'none' } }, '/policies/normal'],
    [
      'a choice of nothing',
      { questions: [{ key: 'a', label: 'b', kind: 'choice', required: true }] },
      '/questions/0/options',
    ],
    [
      'two questions of one key',
      { questions: [1, 2].map(() => ({ key: 'a', label: 'b', kind: 'text', required: true })) },
      '/questions/1/key',
    ],
    ['a name of another', { aliases: ['宿舍'] }, '/aliases/0'],
  ])('are refused with %s', async (_, more, pointer) => {
    expect(codeAndPointers(await admin('POST', '/categories', category('odd', more)))).toEqual([
      422,
      'CATEGORY.INVALID',
      [pointer],
    ]);
  });

  it(
    'ask their own questions, whose answers the ticket keeps',
    async () => {
      const questions = [
        { key: 'lift', label: '几号电梯', kind: 'number', required: true },
        { key: 'stuck', label: '是否困人', kind: 'choice', required: false, options: ['是', '否'] },
      ];
      await admin('POST', '/categories', category('lifts', { questions, name: '升降梯' }));
      const offered = (await intake.call(ANONYMOUS, 'GET', '/api/v1/reference-data')).body;
      expect(offered['categories']).toContainEqual(expect.objectContaining({ code: 'lifts', questions }));
      const report = { title: '电梯停了', description: '不动了', category: '升降梯' };
      const submit = (body: object) => intake.call(ANONYMOUS, 'POST', '/api/v1/tickets', body);
      expect(codeAndPointers(await submit(report))).toEqual([
        422,
        'TICKET.ANSWERS_INVALID',
        ['/answers/lift'],
      ]);
      expect(
        codeAndPointers(await submit({ ...report, answers: { lift: 'zwei', stuck: '也许', x: 1 } })),
      ).toEqual([422, 'TICKET.ANSWERS_INVALID', ['/answers/x', '/answers/lift', '/answers/stuck']]);
      const { status, body } = await submit({ ...report, answers: { lift: 2, stuck: '否' } });
      expect(status).toBe(201);
      const seen = await as('dispatcher1', 'GET', `/tickets/${String(body['number'])}`);
      expect(seen.body['answers']).toEqual([
        { key: 'lift', label: '几号电梯', value: 2 },
        { key: 'stuck', label: '是否困人', value: '否' },
      ]);
    },
    TIMEOUT_MS,
  );
});

describe('service points', () => {
  it(
    'are found by code and QR token while in use, and reports from there say so',
    async () => {
      const added = await admin('POST', '/service-points', { code: 'window-3', ...CANTEEN_WINDOW });
      expect([added.status, added.body]).toMatchObject([201, { active: true, version: 1 }]);
      const again = await admin('POST', '/service-points', { code: 'window-3', ...CANTEEN_WINDOW });
      expect(again.body).toEqual(added.body);
      const token = String(added.body['token']);
      const found = { code: 'window-3', name: '一食堂三号窗口', kind: 'canteen', department: '饮食服务中心' };
      const look = async (path: string) =>
        (await intake.call(ANONYMOUS, 'GET', `/api/v1/service-points${path}`)).body;
      expect(await look('/window-3')).toEqual(found);
      expect(await look(`/${token}`)).toEqual(found);
      expect(await look('')).toEqual({ items: [found] });
      const report = { title: '排队太久', description: '中午等了半小时', servicePoint: token };
      const submit = (body: object) => intake.call(ANONYMOUS, 'POST', '/api/v1/tickets', body);
      const { body } = await submit(report);
      const seen = await as('dispatcher1', 'GET', `/tickets/${String(body['number'])}`);
      expect(seen.body).toMatchObject({ servicePoint: '一食堂三号窗口', location: '一食堂三号窗口' });
      const closed = await admin('PUT', '/service-points/window-3', {
        ...CANTEEN_WINDOW,
        active: false,
        version: 1,
      });
      expect(closed.body).toMatchObject({ active: false, token, version: 2 });
      expect((await look('/window-3')).code).toBe('SERVICE_POINT.NOT_FOUND');
      expect(codeAndPointers(await submit(report))).toEqual([
        422,
        'TICKET.SERVICE_POINT_UNKNOWN',
        ['/servicePoint'],
      ]);
    },
    TIMEOUT_MS,
  );

  it('are refused a department that is not there', async () => {
    const answer = await admin('POST', '/service-points', {
      code: 'x',
      ...CANTEEN_WINDOW,
      name: '别处',
      department: 'none',
    });
    expect(codeAndPointers(answer)).toEqual([422, 'SERVICE_POINT.INVALID', ['/department']]);
  });
});

describe('policies and rules', () => {
  it(
    'keep every version, and two administrators never overwrite one another',
    async () => {
      const { items } = (await admin('GET', '/policies')).body as { items: Record<string, unknown>[] };
      const { code: _, version, ...urgent } = items.find(({ code }) => code === 'urgent')!;
      const both = await Promise.all(
        [4, 5].map((maxHops) => admin('PUT', '/policies/urgent', { ...urgent, maxHops, version })),
      );
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
      const versions = await as('dispatcher1', 'GET', '/policies/urgent/versions');
      expect((versions.body['items'] as { version: number }[]).map((each) => each.version)).toEqual([2, 1]);
      const closing = await admin('PUT', '/policies/urgent', { ...urgent, active: false, version: 2 });
      expect([closing.status, closing.body.code]).toEqual([409, 'CONFIGURATION.IN_USE']);
      const added = await admin('POST', '/policies', { code: 'slow', ...without(urgent, 'active') });
      expect(added.body).toMatchObject({ code: 'slow', version: 1, active: true });
      const beyond = {
        max: 1,
        headLimit: { unit: 'working-days', amount: 9 },
        totalLimit: { unit: 'working-days', amount: 1 },
      };
      const unsound = await admin('PUT', '/policies/slow', { ...urgent, pause: beyond, version: 1 });
      expect(codeAndPointers(unsound)).toEqual([422, 'POLICY.INVALID', ['/pause/headLimit/amount']]);
    },
    TIMEOUT_MS,
  );

  it(
    'change one by one, and can be tried first',
    async () => {
      const { version } = (await admin('GET', '/keyword-rules')).body as { version: number };
      const rule = { keywords: ['鹦鹉'], category: 'environment', weight: 1, enabled: true };
      const words = { title: '鹦鹉太吵', description: '窗外' };
      const tried = await as('dispatcher1', 'POST', '/keyword-rules/try', {
        ...words,
        rules: [{ id: 'p', ...rule }],
      });
      expect(tried.body).toMatchObject({
        placed: true,
        category: 'environment',
        basis: 'keyword',
        keyword: '鹦鹉',
      });
      expect((await admin('POST', '/keyword-rules/try', words)).body).toMatchObject({ placed: false });
      const added = await admin('POST', '/keyword-rules', { id: 'parrots', ...rule, version });
      expect([added.status, added.body['version']]).toEqual([201, version + 1]);
      expect((await admin('POST', '/keyword-rules/try', words)).body).toMatchObject({ ruleId: 'parrots' });
      const saved = await admin('PUT', '/keyword-rules/parrots', {
        ...rule,
        weight: 2,
        version: version + 1,
      });
      expect(saved.body['version']).toBe(version + 2);
      expect((await admin('PUT', '/keyword-rules/none', { ...rule, version: version + 2 })).body.code).toBe(
        'ROUTING.NOT_FOUND',
      );
      expect((await admin('DELETE', `/keyword-rules/parrots?version=${version}`)).body.code).toBe(
        'CONFIGURATION.CONFLICT',
      );
      expect((await admin('DELETE', `/keyword-rules/parrots?version=${version + 2}`)).body['version']).toBe(
        version + 3,
      );
    },
    TIMEOUT_MS,
  );
});

describe('letters', () => {
  it(
    'say what the office wants, can be seen first, and go back to what they said',
    async () => {
      const list = (await admin('GET', '/templates')).body as {
        items: { kind: string; version: number; original: object }[];
        variables: { name: string }[];
      };
      expect(list.items.length).toBeGreaterThan(40);
      expect(list.variables.map(({ name }) => name)).toContain('deadline');
      const text = { subject: '新的任务', body: '工单 {{number}} 请您办理。' };
      const preview = await admin('POST', '/templates/owner-assigned/preview', text);
      expect(preview.body['subject']).toContain('新的任务：2026-000123');
      expect(preview.body['html']).toContain('工单 2026-000123 请您办理。');
      const unknown = { ...text, body: '{{secret}}', version: 0 };
      expect(codeAndPointers(await admin('PUT', '/templates/owner-assigned', unknown))).toEqual([
        422,
        'TEMPLATE.INVALID',
        ['/body'],
      ]);
      const saved = await admin('PUT', '/templates/owner-assigned', { ...text, version: 0 });
      expect([saved.status, saved.body]).toMatchObject([200, { version: 1, own: text }]);
      const late = await admin('PUT', '/templates/owner-assigned', { ...text, body: 'x', version: 0 });
      expect(codeAndPointers(late)).toEqual([409, 'CONFIGURATION.CONFLICT', ['/version']]);
      const reset = await admin('POST', '/templates/owner-assigned/reset', { version: 1 });
      expect(reset.body).toMatchObject({ version: 2 });
      expect(reset.body).not.toHaveProperty('own');
      const none = await admin('PUT', '/templates/no-such-letter', { ...text, version: 0 });
      expect(none.body.code).toBe('TEMPLATE.NOT_FOUND');
    },
    TIMEOUT_MS,
  );
});

describe('the log of the configuration', () => {
  it('tells who changed what, and is whole', async () => {
    const { body } = await as('director', 'GET', '/configuration/log?kind=department&subject=sports');
    const entries = body['items'] as Record<string, unknown>[];
    expect(entries.map(({ by, before, after }) => [by, before, after])).toMatchObject([
      ['唐思远', { name: '体育中心' }, { active: false }],
      ['唐思远', { name: '体育场馆中心' }, { name: '体育中心' }],
      ['唐思远', undefined, { name: '体育场馆中心' }],
    ]);
    const first = await admin('GET', '/configuration/log?limit=2');
    const next = await admin('GET', `/configuration/log?limit=2&cursor=${String(first.body['nextCursor'])}`);
    expect((next.body['items'] as { seq: number }[])[0]?.seq).toBe(
      (first.body['items'] as { seq: number }[])[1]!.seq - 1,
    );
    expect((await admin('GET', '/configuration/log?cursor=x')).body.code).toBe('REQUEST.CURSOR_INVALID');
    let last: ConfigurationLogEntry | undefined;
    for await (const entry of intake.app.get(ConfigurationLog).inOrder()) {
      expect(follows(entry, last, sha256)).toBe(true);
      last = entry;
    }
    expect(last?.seq).toBeGreaterThan(10);
  });
});

function without(record: Record<string, unknown>, key: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
