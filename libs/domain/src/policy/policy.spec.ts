import { resolvePolicyCode, validatePolicy } from './policy.decide';
import { type Policy, type PolicyStep } from './policy.types';

const days = (amount: number) => ({ unit: 'working-days', amount }) as const;
const share = (part: number): PolicyStep['offset'] => ({ kind: 'share', share: part });
const after = (amount: number): PolicyStep['offset'] => ({ kind: 'after', allowance: days(amount) });
const step = (key: string, more: Partial<PolicyStep> = {}): PolicyStep => ({
  key,
  clock: 'resolution',
  offset: share(0),
  kind: 'escalate',
  level: 1,
  recipients: ['owner'],
  ...more,
});
const policy = (more: Partial<Policy> = {}): Policy => ({
  code: 'standard',
  name: '一般事项',
  version: 1,
  acceptance: { unit: 'working-minutes', amount: 120 },
  response: days(1),
  resolution: days(5),
  redo: days(2),
  returnWithin: days(1),
  maxHops: 3,
  autoClose: days(7),
  extension: { max: 2, headLimit: days(5), totalLimit: days(15) },
  pause: { max: 2, headLimit: days(10), totalLimit: days(30) },
  reopenWithin: days(7),
  urgeQuiet: days(1),
  steps: [],
  messagesAnyTime: false,
  ...more,
});
const pointers = (more: Partial<Policy>): string[] =>
  validatePolicy(policy(more)).map(({ pointer }) => pointer);

describe('a policy', () => {
  it('gives no more than two years, which every calendar reaches', () => {
    expect(pointers({ acceptance: days(501), autoClose: { unit: 'clock-minutes', amount: 2e6 } })).toEqual([
      '/acceptance/amount',
      '/autoClose/amount',
    ]);
  });

  it('may have a step at the deadline itself, said as nothing after it', () => {
    const offset = { kind: 'after', allowance: { unit: 'working-minutes', amount: 0 } } as const;
    expect(pointers({ steps: [step('due', { offset })] })).toEqual([]);
  });

  it('is faultless with steps that rise with time, each clock by itself', () => {
    const steps = [
      step('late', { clock: 'resolution', offset: after(3), level: 3 }),
      step('warn', { clock: 'response', offset: share(-0.25), kind: 'warn', level: 0 }),
      step('due', { clock: 'response' }),
      step('half-day', { clock: 'response', offset: after(1), level: 2 }),
    ];
    expect(validatePolicy(policy({ steps }))).toEqual([]);
  });

  it('may have clock minutes with a fraction, for a test that lives through a minute', () => {
    expect(pointers({ resolution: { unit: 'clock-minutes', amount: 0.5 } })).toEqual([]);
  });

  it.each([
    ['an empty code', { code: ' ' }, ['/code']],
    ['an empty name', { name: '' }, ['/name']],
    ['no time at all', { resolution: days(0) }, ['/resolution/amount']],
    ['less than no time', { redo: days(-1) }, ['/redo/amount']],
    ['endless time', { autoClose: days(Infinity) }, ['/autoClose/amount']],
    ['half a working day', { response: days(0.5) }, ['/response/amount']],
    ['an endless wait before urging', { urgeQuiet: days(501) }, ['/urgeQuiet/amount']],
    [
      'half an extension',
      { extension: { max: 0.5, headLimit: days(1), totalLimit: days(1) } },
      ['/extension/max'],
    ],
    [
      'a head who may grant more than there is',
      { pause: { max: 1, headLimit: days(4), totalLimit: days(3) } },
      ['/pause/headLimit/amount'],
    ],
    [
      'no time to grant',
      { pause: { max: 1, headLimit: days(0), totalLimit: days(3) } },
      ['/pause/headLimit/amount'],
    ],
    [
      'a warning that issues a notice',
      { steps: [step('a', { kind: 'warn', level: 0, notice: 'urge-notice' })] },
      ['/steps/0/notice'],
    ],
    ['half a hop', { maxHops: 1.5 }, ['/maxHops']],
    ['two steps of one key', { steps: [step('a'), step('a')] }, ['/steps/1/key']],
    ['a step without key', { steps: [step('')] }, ['/steps/0/key']],
    ['nobody to tell', { steps: [step('a', { recipients: [] })] }, ['/steps/0/recipients']],
    ['a warning with a level', { steps: [step('a', { kind: 'warn' })] }, ['/steps/0/level']],
    ['an escalation without one', { steps: [step('a', { level: 0 })] }, ['/steps/0/level']],
    ['a share before the start', { steps: [step('a', { offset: share(-1.1) })] }, ['/steps/0/offset']],
    ['a share that is no number', { steps: [step('a', { offset: share(NaN) })] }, ['/steps/0/offset']],
    ['an empty allowance after', { steps: [step('a', { offset: after(0) })] }, ['/steps/0/offset']],
    ['shares that run back', { steps: [step('a'), step('b', { offset: share(-0.5) })] }, ['/steps/1/offset']],
    [
      'allowances that run back',
      { steps: [step('a', { offset: after(3) }), step('b', { offset: after(1) })] },
      ['/steps/1/offset'],
    ],
    [
      'a step before one after the deadline',
      { steps: [step('a', { offset: after(1) }), step('b')] },
      ['/steps/1/offset'],
    ],
    [
      'a level that falls',
      { steps: [step('a', { level: 2 }), step('b', { offset: after(1) })] },
      ['/steps/1/level'],
    ],
  ] satisfies [string, Partial<Policy>, string[]][])('is refused with %s', (_, more, expected) => {
    expect(pointers(more)).toEqual(expected);
  });
});

describe('the policy of a category and priority', () => {
  it('is its own where it has one, else that of normal', () => {
    const policies = { normal: 'standard', danger: 'danger' };
    expect(resolvePolicyCode({ policies }, 'normal')).toBe('standard');
    expect(resolvePolicyCode({ policies }, 'urgent')).toBe('standard');
    expect(resolvePolicyCode({ policies }, 'danger')).toBe('danger');
  });
});
