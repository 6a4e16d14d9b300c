import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, type Server as NetServer, type Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { letterPage, listPage } from './letter.pages';
import { type CaughtLetter, LetterStore } from './letter.store';

/**
 * What the server does with a letter. `refuse` answers the recipient 550, `defer` 451; `hang` never answers the
 * letter; `drop` cuts the line instead of answering it, `lose-reply` does so after keeping it.
 */
export type Behaviour = 'accept' | 'refuse' | 'defer' | 'hang' | 'drop' | 'lose-reply';

export interface MailCatcherOptions {
  /** 0 takes any free port. */
  readonly smtpPort: number;
  /** 0 takes any free port; without one there is no web page. */
  readonly httpPort?: number;
  /** Where letters are kept as .eml files; without one they live as long as the process. */
  readonly dir?: string;
  /** 127.0.0.1 unless told. */
  readonly host?: string;
}

export interface MailCatcher {
  readonly smtpPort: number;
  /** 0 where there is no web page. */
  readonly httpPort: number;
  /** Every letter kept, in order of arrival. */
  letters(): readonly CaughtLetter[];
  /** From now on, for all letters or those to one address. */
  behave(behaviour: Behaviour, only?: string): void;
  /** SMTP connections accepted since the start. */
  connections(): number;
  /** Cuts every connection and resolves when both ports are free again. */
  stop(): Promise<void>;
}

/** A real SMTP server that delivers nothing and keeps everything. Rejects where a port is taken. */
export async function startMailCatcher(options: MailCatcherOptions): Promise<MailCatcher> {
  const { smtpPort, httpPort, dir, host = '127.0.0.1' } = options;
  const store = await LetterStore.open(dir);
  const behaviour = { is: 'accept' as Behaviour, only: undefined as string | undefined };
  const sockets = new Map<number, Socket>();
  let connections = 0;

  const behaviourFor = ({ envelope }: SMTPServerSession, recipient?: string): Behaviour => {
    const recipients = recipient === undefined ? envelope.rcptTo.map(({ address }) => address) : [recipient];
    return behaviour.only === undefined || recipients.includes(behaviour.only) ? behaviour.is : 'accept';
  };
  const cut = (session: SMTPServerSession) => sockets.get(session.remotePort)?.destroy();

  async function take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<boolean> {
    const raw = await buffer(stream);
    const doing = behaviourFor(session);
    if (doing === 'hang') return false;
    if (doing === 'drop') cut(session);
    else await store.add(raw, new Date());
    if (doing === 'lose-reply') cut(session);
    return doing === 'accept';
  }

  const smtp = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    banner: 'duban mail catcher',
    onAuth: ({ username }, _session, callback) => callback(null, { user: username }),
    onRcptTo: ({ address }, session, callback) => {
      const doing = behaviourFor(session, address);
      if (doing === 'refuse') return callback(smtpError(550, 'No such mailbox here'));
      if (doing === 'defer') return callback(smtpError(451, 'Busy, try again later'));
      callback();
    },
    onData: (stream, session, callback) => {
      take(stream, session).then(
        (answered) => answered && callback(),
        () => callback(smtpError(452, 'The letter could not be kept')),
      );
    },
  });
  // A client that goes away in the middle is nothing to die of.
  smtp.on('error', () => undefined);
  smtp.server.on('connection', (socket: Socket) => {
    connections++;
    const port = socket.remotePort ?? 0;
    sockets.set(port, socket);
    socket.once('close', () => sockets.delete(port));
  });

  await listening(smtp.server, smtpPort, host);
  const web = httpPort === undefined ? undefined : webServer(store);
  try {
    if (web) await listening(web, httpPort ?? 0, host);
  } catch (error) {
    smtp.server.close();
    throw error;
  }

  return {
    smtpPort: portOf(smtp.server),
    httpPort: web ? portOf(web) : 0,
    letters: () => store.all(),
    behave: (is, only) => Object.assign(behaviour, { is, only }),
    connections: () => connections,
    stop: async () => {
      const closed = [smtp.server, ...(web ? [web] : [])].map((server) => once(server, 'close'));
      smtp.close();
      web?.close();
      web?.closeAllConnections();
      for (const socket of sockets.values()) socket.destroy();
      await Promise.all(closed);
    },
  };
}

function webServer(store: LetterStore): Server {
  return createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const [, room, id = '', part = ''] = url.pathname.split('/');
    const letter = room === 'letters' ? store.byId(id) : undefined;
    const answer = (status: number, type: string, body: string | Buffer, policy = PAGE_POLICY): void => {
      const headers = {
        'content-type': type,
        'content-security-policy': policy,
        'cache-control': 'no-store',
      };
      response.writeHead(status, headers).end(body);
    };
    if (request.method !== 'GET') return answer(405, 'text/plain', 'GET only');
    if (url.pathname === '/')
      return answer(200, HTML, listPage(store.all(), url.searchParams.get('q') ?? ''));
    if (url.pathname === '/api/letters') {
      const to = url.searchParams.get('to');
      const letters = store.all().filter((each) => to === null || each.to.includes(to));
      return answer(200, 'application/json; charset=utf-8', JSON.stringify(letters));
    }
    if (letter && part === '') return answer(200, HTML, letterPage(letter));
    if (letter && part === 'html')
      return answer(200, HTML, `<base target="_blank">${letter.html}`, LETTER_POLICY);
    if (letter && part === 'eml') return answer(200, 'message/rfc822', store.rawOf(letter.id) ?? '');
    answer(404, 'text/plain; charset=utf-8', '没有这一页');
  });
}

const HTML = 'text/html; charset=utf-8';
const PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'";
/** A letter may look as it likes and link out, and do nothing else. */
const LETTER_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups allow-popups-to-escape-sandbox";

async function listening(server: NetServer, port: number, host: string): Promise<void> {
  server.listen(port, host);
  await once(server, 'listening');
}

function portOf(server: NetServer): number {
  return (server.address() as AddressInfo).port;
}

function smtpError(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
