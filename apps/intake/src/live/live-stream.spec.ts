import { setImmediate as turn } from 'node:timers/promises';
import { FakeTicketFeed } from '../../../../test/fakes/ticket-feed.fake';
import { aChange } from '../../../../test/contracts/ticket-feed.contract';
import { type LiveHub } from './live-hub';
import { LiveStream, type Watcher } from './live-stream';

/** Tells of every change; `answer` is what a check finds. */
class Anybody implements Watcher {
  readonly resumable = true;
  readonly missed = { name: 'reset', data: {} } as const;
  answer: 'same' | 'other' | 'ended' = 'same';
  checks = 0;

  async check() {
    this.checks += 1;
    return this.answer;
  }

  async tell({ number, version }: { number: string; version: number }) {
    return { name: 'ticket', data: { number, version } } as const;
  }
}

async function opened(beatMs = 60_000) {
  const feed = new FakeTicketFeed();
  const hub = { place: await feed.end(), join: async () => undefined, leave: jest.fn() };
  const watcher = new Anybody();
  const stream = new LiveStream(watcher, hub as unknown as LiveHub, feed, beatMs);
  const happen = async (number: string) => {
    const before = hub.place;
    await feed.append(aChange(number));
    hub.place = await feed.end();
    for (const entry of (await feed.after(before, 1)) ?? []) stream.offer(entry);
  };
  await stream.open(undefined);
  return { stream, watcher, hub, happen };
}

/** Everything that can be read at once. */
async function readAll({ body }: LiveStream): Promise<string[]> {
  const events: string[] = [];
  for (let idle = 0; idle < 20; idle += 1) {
    const chunk = body.read() as Buffer | null;
    if (chunk) idle = 0;
    events.push(...[...String(chunk ?? '').matchAll(/^event: (.*)$/gm)].map(([, name = '']) => name));
    await turn();
  }
  return events;
}

afterEach(() => jest.restoreAllMocks());

describe(LiveStream.name, () => {
  it('tells a client that does not keep up to read everything anew, and goes on with what is new', async () => {
    const { stream, happen } = await opened();
    for (let count = 0; count < 2_000; count += 1) await happen(`much-${count}`);
    const events = await readAll(stream);
    expect(events[0]).toBe('ready');
    expect(events.at(-1)).toBe('reset');
    expect(events.filter((name) => name === 'reset')).toHaveLength(1);
    expect(events.length).toBeLessThan(1_500);
    await happen('new');
    expect(await readAll(stream)).toEqual(['ticket']);
    stream.end();
  });

  it('gives up a client that reads nothing for two beats', async () => {
    const { stream, happen, hub } = await opened(20);
    for (let count = 0; count < 2_000; count += 1) await happen(`much-${count}`);
    await new Promise((resolve) => stream.body.once('close', resolve));
    expect(hub.leave).toHaveBeenCalledWith(stream);
  });

  it('closes soon after its end, also where nobody reads', async () => {
    const { stream, happen } = await opened();
    for (let count = 0; count < 2_000; count += 1) await happen(`much-${count}`);
    stream.end();
    await new Promise((resolve) => stream.body.once('close', resolve));
    expect(stream.body.destroyed).toBe(true);
  });

  it('looks once a second whether the client still may, however much happens', async () => {
    const { stream, watcher, happen } = await opened();
    const now = performance.now();
    const clock = jest.spyOn(performance, 'now').mockReturnValue(now + 5_000);
    for (let count = 0; count < 50; count += 1) await happen(`many-${count}`);
    expect((await readAll(stream)).filter((name) => name === 'ticket')).toHaveLength(50);
    expect(watcher.checks).toBe(1);
    watcher.answer = 'ended';
    clock.mockReturnValue(now + 10_000);
    await happen('not for them');
    expect(await readAll(stream)).toEqual([]);
    expect(stream.body.writableEnded).toBe(true);
  });

  it('tells nothing by what the client could see before, and that everything is to be read anew', async () => {
    const { stream, watcher, happen } = await opened();
    await readAll(stream);
    jest.spyOn(performance, 'now').mockReturnValue(performance.now() + 5_000);
    watcher.answer = 'other';
    await happen('no longer theirs');
    expect(await readAll(stream)).toEqual(['reset']);
    stream.end();
  });

  it('ends where a look fails', async () => {
    const { stream, watcher, happen } = await opened();
    jest.spyOn(stream['logger'], 'warn').mockReturnValue();
    jest.spyOn(watcher, 'tell').mockRejectedValue(new Error('database away'));
    await happen('unlucky');
    await readAll(stream);
    expect(stream.body.writableEnded).toBe(true);
  });
});
