import { AnnounceChangeHandler } from '@app/application';
import { PersistenceModule } from '@app/persistence';
import { parseConfig, PlatformModule } from '@app/platform';
import { QueueModule } from '@app/queue';
import { type INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { type AddressInfo } from 'node:net';
import { TicketAnnounceJob } from '../../apps/worker/src/jobs/ticket-announce/ticket-announce.job';
import { until } from '../platform/queue-app';
import { apiContract } from './api-contract.harness';
import { type Caller, type IntakeUnderTest } from './intake.harness';

export interface Told {
  readonly id?: string;
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A client of a live stream, which keeps everything that it is told. */
export class LiveClient {
  readonly told: Told[] = [];
  beats = 0;
  status = 0;
  headers: IncomingMessage['headers'] = {};
  text = '';
  ended = false;
  private rest = '';
  private request: ClientRequest | undefined;

  private constructor(private readonly path: string) {}

  /** Opens the stream and resolves when it has answered. */
  static async open(
    intake: IntakeUnderTest,
    caller: Caller,
    path = '/api/v1/live',
    lastEventId?: string,
  ): Promise<LiveClient> {
    const client = new LiveClient(path);
    const { port } = intake.app.getHttpServer().address() as AddressInfo;
    const headers = {
      ...caller.headers,
      accept: 'text/event-stream',
      ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
    };
    await new Promise<void>((resolve, reject) => {
      client.request = request({ port, path, headers, host: '127.0.0.1', agent: false }, (response) => {
        client.status = response.statusCode ?? 0;
        client.headers = response.headers;
        response.setEncoding('utf8').on('data', (text: string) => client.read(text));
        response.on('close', () => (client.ended = true)).on('error', () => undefined);
        resolve();
      });
      client.request.once('error', reject).end();
    });
    return client;
  }

  /** As `open`, and resolves when the first event is there. */
  static async ready(...asked: Parameters<typeof LiveClient.open>): Promise<LiveClient> {
    const client = await LiveClient.open(...asked);
    await until(`an event of ${client.status} ${client.text}`, () => client.told.length > 0);
    return client;
  }

  get names(): string[] {
    return this.told.map(({ event }) => event);
  }

  get lastId(): string | undefined {
    return this.told.findLast(({ id }) => id !== undefined)?.id;
  }

  of(number: string): string[] {
    return this.told.filter(({ data }) => data['number'] === number).map(({ event }) => event);
  }

  close(): void {
    this.request?.destroy();
  }

  private keep(told: Told): void {
    apiContract.holdEvent(this.path, told.event, told.data);
    this.told.push(told);
  }

  private read(text: string): void {
    this.text += text;
    const blocks = (this.rest + text).split('\n\n');
    this.rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = new Map(
        block.split('\n').map((line) => line.split(/: ?(.*)/) as [string, string | undefined]),
      );
      const [id, event, data] = [fields.get('id'), fields.get('event'), fields.get('data')];
      if (fields.has('')) this.beats += 1;
      if (event !== undefined && data !== undefined)
        this.keep({
          ...(id === undefined ? {} : { id }),
          event,
          data: JSON.parse(data) as Told['data'],
        });
    }
  }
}

/** The one job of the worker that tells the feed, beside an intake. */
export async function startAnnouncer({ config }: IntakeUnderTest): Promise<INestApplicationContext> {
  const { MONGODB_URI, MONGODB_DATABASE, REDIS_URL, QUEUE_PREFIX } = config;
  const settings = { MONGODB_URI, MONGODB_DATABASE, REDIS_URL, QUEUE_PREFIX };
  const module = await Test.createTestingModule({
    imports: [
      PlatformModule.forRoot('scheduler', parseConfig('scheduler', { ...settings, LOG_LEVEL: 'fatal' })),
      PersistenceModule.forRoot({ uri: MONGODB_URI, dbName: MONGODB_DATABASE }),
      QueueModule.forRootAsync(
        { useFactory: () => ({ redisUrl: REDIS_URL, prefix: QUEUE_PREFIX }) },
        { serves: ['announcements'] },
      ),
    ],
    providers: [AnnounceChangeHandler, TicketAnnounceJob],
  }).compile();
  module.useLogger(false);
  return module.init();
}
