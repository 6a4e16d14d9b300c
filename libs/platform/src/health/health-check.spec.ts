import { type HealthCheck, readinessOf, sparing } from './health-check';

describe('readiness', () => {
  it('takes what does not answer in time for down', async () => {
    const never = { name: 'slow', required: true, check: () => new Promise<void>(() => undefined) };
    await expect(readinessOf([never], 20)).resolves.toMatchObject({
      status: 'down',
      checks: { slow: { status: 'down' } },
    });
  });

  it('takes a check that throws at once for down', async () => {
    const broken = {
      name: 'broken',
      required: false,
      check: (): Promise<void> => {
        throw new Error('no client');
      },
    };
    await expect(readinessOf([broken])).resolves.toMatchObject({
      status: 'up',
      checks: { broken: { status: 'down' } },
    });
  });
});

describe(sparing.name, () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const counted = (answer: () => Promise<void>) => {
    const asked = jest.fn(answer);
    return { asked, kept: sparing({ name: 'mail', required: false, check: asked }) };
  };
  const statusOf = async (check: HealthCheck) => (await readinessOf([check])).checks['mail']?.status;

  it('asks once for all who ask, and again when the outcome is 5 s old', async () => {
    const { asked, kept } = counted(() => Promise.reject(new Error('down')));
    await Promise.all([statusOf(kept), statusOf(kept)]);
    jest.advanceTimersByTime(4999);
    await expect(statusOf(kept)).resolves.toBe('down');
    expect(asked).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(1);
    asked.mockResolvedValue();
    await expect(statusOf(kept)).resolves.toBe('up');
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('gives up what never ends', async () => {
    const { asked, kept } = counted(() => new Promise(() => undefined));
    void kept.check();
    jest.advanceTimersByTime(29_999);
    void kept.check();
    expect(asked).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(1);
    asked.mockResolvedValue();
    await expect(statusOf(kept)).resolves.toBe('up');
  });
});
