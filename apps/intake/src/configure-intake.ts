import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import session from '@fastify/session';
import { LoginSessionStore } from '@app/persistence';
import { type IntakeConfig } from '@app/platform';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SESSION_COOKIE } from './access/access.decorator';
import { IMPORT_PATH } from './administration/configuration.controller';
import { serveApiDocument } from './openapi/api-document';
import { API } from './requests/api-path';
import { serveWebApp } from './web/web-app';

/** Thrice this, with what was there before and the log, still goes into one document. */
const CONFIGURATION_BYTES = 4 * 1024 * 1024;
const HOUR_MS = 3_600_000;
const YEAR_SECONDS = 31_536_000;

/** What the door itself has, beside its controllers: headers, cookies, uploads, the API document and the web app. */
export async function configureIntake(app: NestFastifyApplication, config: IntakeConfig): Promise<void> {
  await addHeaders(app);
  allowWholeConfigurations(app);
  await addLoginSessions(app, config);
  await app.register(multipart, { throwFileSizeLimit: false });
  serveApiDocument(app);
  await serveWebApp(app, config.WEB_DIR);
}

/** One route takes more than the others: a whole configuration. */
function allowWholeConfigurations(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', (route) => {
      if (route.url === IMPORT_PATH) route.bodyLimit = CONFIGURATION_BYTES;
    });
}

async function addHeaders(app: NestFastifyApplication): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        objectSrc: ["'none'"],
      },
    },
    frameguard: { action: 'deny' },
    // Not `no-referrer`: with it browsers send `Origin: null` from our own forms.
    referrerPolicy: { policy: 'same-origin' },
    // Over plain HTTP browsers ignore the first and complain about the other two.
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      if (request.protocol === 'https')
        void reply.header('strict-transport-security', `max-age=${YEAR_SECONDS}`);
      if (request.url.startsWith(`/${API}/`)) void reply.header('cache-control', 'no-store');
      done();
    });
}

/** Logins live in the database for a fixed time from the login on. Whoever is not logged in has no session at all. */
async function addLoginSessions(app: NestFastifyApplication, config: IntakeConfig): Promise<void> {
  await app.register(cookie);
  await app.register(session, {
    secret: config.SESSION_SECRET,
    cookieName: SESSION_COOKIE,
    store: app.get<LoginSessionStore>(LoginSessionStore),
    saveUninitialized: false,
    rolling: false,
    cookie: {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: config.COOKIE_SECURE,
      maxAge: config.SESSION_HOURS * HOUR_MS,
    },
  });
}
