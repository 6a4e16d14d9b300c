import { ClsServiceManager } from 'nestjs-cls';
import { pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';
import { type ProcessConfig } from '../config/app-config.schema';
import { withoutPersonalData } from './redaction';

/** The id that follows one request through every process, or nothing outside of one. */
export function currentCorrelationId(): string | undefined {
  const cls = ClsServiceManager.getClsService();
  return cls.isActive() ? cls.getId() : undefined;
}

/**
 * The process's logger: a JSON line each, with `app` and, inside a request or job, `correlationId`.
 * Nothing personal leaves through it: of an error only what it says and where it arose is written (drivers hang
 * whole documents and addresses onto theirs), and every finished line goes through `withoutPersonalData`.
 */
export function createLogger(app: string, config: ProcessConfig, stream?: DestinationStream): Logger {
  const options = {
    level: config.LOG_LEVEL,
    base: { app },
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: describeError },
    mixin: () => {
      const correlationId = currentCorrelationId();
      return correlationId === undefined ? {} : { correlationId };
    },
    hooks: { streamWrite: withoutPersonalData },
  };
  if (stream) return pino(options, stream);
  return config.LOG_PRETTY ? pino({ ...options, ...PRETTY }) : pino(options);
}

/** pino refuses a level formatter beside a transport. */
const PRETTY = {
  formatters: {},
  transport: { target: 'pino-pretty', options: { ignore: 'app', singleLine: true } },
};

interface DescribedError {
  readonly type: string;
  readonly message: string;
  readonly code?: string | number;
  readonly stack?: string;
  readonly cause?: DescribedError;
}

function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return {
    type: error.name,
    message: error.message,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(error.stack ? { stack: error.stack } : {}),
    ...(cause instanceof Error && cause !== error ? { cause: describeError(cause) } : {}),
  };
}
