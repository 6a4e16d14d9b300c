import { readinessOf } from './health-check';

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
