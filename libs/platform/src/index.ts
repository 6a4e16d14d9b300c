export {
  CONFIG_SCHEMAS,
  type AppConfig,
  type AppName,
  type IntakeConfig,
  type ProcessConfig,
  type SchedulerConfig,
  type WorkerConfig,
} from './config/app-config.schema';
export { CONFIG, ConfigInvalid, loadConfig, parseConfig } from './config/load-config';
export { type HealthCheck } from './health/health-check';
export { HealthModule } from './health/health.module';
export { createFastifyAdapter } from './http/fastify-adapter';
export { currentLanguage, type Language } from './http/language';
export { ProblemException, type FieldFault, type ProblemDetails } from './http/problem-exception';
export { ProblemFilter } from './http/problem.filter';
export { RequestValidationPipe, validRequest } from './http/request-validation.pipe';
export { joinPlatform, startHttpApp } from './http/start-http-app';
export { createLogger, currentCorrelationId } from './logging/create-logger';
export { Metrics, type JobOutcome, type NotificationOutcome } from './metrics/metrics';
export { PlatformModule } from './platform.module';
export { runApp } from './shutdown/run-app';
export { Argon2PasswordHasher } from './system/argon2-password-hasher';
export { SystemClock } from './system/system-clock';
export { SystemIds } from './system/system-ids';
