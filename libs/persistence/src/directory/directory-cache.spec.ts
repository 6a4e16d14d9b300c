import { DirectoryCache } from './directory-cache.mongo';

describe('the memory of the directory', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('asks once a second, also for many at once', async () => {
    const cache = new DirectoryCache();
    const load = jest.fn(() => Promise.resolve(['a']));
    await Promise.all([cache.get('k', load), cache.get('k', load)]);
    jest.advanceTimersByTime(999);
    await cache.get('k', load);
    expect(load).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(1);
    await cache.get('k', load);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('keeps the very object while what is read stays equal, and freezes it', async () => {
    const cache = new DirectoryCache();
    const first = await cache.get('k', () => Promise.resolve({ a: [1] }));
    jest.advanceTimersByTime(5_000);
    expect(await cache.get('k', () => Promise.resolve({ a: [1] }))).toBe(first);
    jest.advanceTimersByTime(5_000);
    expect(await cache.get('k', () => Promise.resolve({ a: [2] }))).toEqual({ a: [2] });
    expect(Object.isFrozen(first.a)).toBe(true);
  });

  it('does not remember a failure', async () => {
    const cache = new DirectoryCache();
    await expect(cache.get('k', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await cache.get('k', () => Promise.resolve(1))).toBe(1);
  });
});
