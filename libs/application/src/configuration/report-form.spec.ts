import { type Category, type Department, type ServicePoint } from '@app/domain';
import { ENERGY } from '../../../../test/builders/fixtures.builder';
import { FakeDirectory } from '../../../../test/fakes/directory.fake';
import { HOT_WATER } from '../../../../test/harness/office.harness';
import { ReportForm } from './report-form';

const LIFT: Category = {
  ...HOT_WATER,
  code: 'lift',
  name: '电梯',
  aliases: ['升降机'],
  questions: [
    { key: 'number', label: '几号电梯', kind: 'number', required: true },
    { key: 'stuck', label: '是否困人', kind: 'choice', required: false, options: ['是', '否'] },
    { key: 'since', label: '从哪天起', kind: 'date', required: false },
  ],
};
const WINDOW: ServicePoint = {
  code: 'window-3',
  name: '三号窗口',
  kind: 'canteen',
  department: ENERGY.code,
  token: 'secret-token',
  active: true,
};
const data = {
  departments: [ENERGY] as readonly Department[],
  categories: [HOT_WATER, LIFT, { ...LIFT, code: 'old-lift', name: '旧电梯', aliases: [], active: false }],
  servicePoints: [WINDOW, { ...WINDOW, code: 'window-4', location: '东区', active: false }],
};

describe('the report form', () => {
  const form = new ReportForm(new FakeDirectory(data));

  it('keeps the answers with the questions as they were asked, by code, name or alias of the category', async () => {
    const expected = [
      { key: 'number', label: '几号电梯', value: 2 },
      { key: 'since', label: '从哪天起', value: '2026-04-20' },
    ];
    for (const category of ['lift', '电梯', ' 升降机 '])
      expect(await form.read({ category, answers: { since: '2026-04-20', number: 2, stuck: ' ' } })).toEqual({
        ok: true,
        value: { answers: expected },
      });
  });

  it.each([
    ['a required answer that is missing', {}, ['/answers/number']],
    ['a number in words', { number: '二' }, ['/answers/number']],
    ['no choice of those there are', { number: 1, stuck: '也许' }, ['/answers/stuck']],
    ['no day of the calendar', { number: 1, since: '2026-02-30' }, ['/answers/since']],
    ['an answer to nothing asked', { number: 1, 'a/b': 'x' }, ['/answers/a~1b']],
  ])('refuses %s', async (_, answers, pointers) => {
    const result = await form.read({ category: 'lift', answers });
    expect(result).toMatchObject({ error: { code: 'TICKET.ANSWERS_INVALID' } });
    expect(!result.ok && result.error.errors?.map(({ pointer }) => pointer)).toEqual(pointers);
  });

  it('asks nothing where the category is not known or not in use, and takes no answers then', async () => {
    for (const category of ['unheard-of', 'old-lift']) {
      expect(await form.read({ category })).toEqual({ ok: true, value: {} });
      expect(await form.read({ category, answers: { number: 1 } })).toMatchObject({ ok: false });
    }
    expect(await form.read({})).toEqual({ ok: true, value: {} });
  });

  it('knows a service point in use by its code and by the token of its QR code', async () => {
    const understood = { ok: true, value: { servicePoint: 'window-3', location: '三号窗口' } };
    expect(await form.read({ servicePoint: 'window-3' })).toEqual(understood);
    expect(await form.read({ servicePoint: 'secret-token' })).toEqual(understood);
    for (const servicePoint of ['window-4', 'none'])
      expect(await form.read({ servicePoint })).toMatchObject({
        error: { code: 'TICKET.SERVICE_POINT_UNKNOWN', errors: [{ pointer: '/servicePoint' }] },
      });
  });
});
