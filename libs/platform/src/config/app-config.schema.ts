import { z } from 'zod';
import {
  attachmentVariables,
  fileVariables,
  healthVariables,
  httpVariables,
  identityVariables,
  letterVariables,
  loginVariables,
  mailServer,
  processVariables,
  publicUrlVariables,
  rateLimitVariables,
  refuseUnsafe,
  scheduleVariables,
  storeVariables,
  workVariables,
} from './variables.schema';

const intake = z
  .object({
    ...processVariables,
    ...storeVariables,
    ...publicUrlVariables,
    ...httpVariables,
    ...loginVariables,
    ...identityVariables,
    ...rateLimitVariables,
    ...fileVariables,
    ...attachmentVariables,
    /** Intake sends nothing; with this set its readiness report shows the mail server too. */
    SMTP_URL: mailServer.optional(),
  })
  .superRefine(refuseUnsafe);

const worker = z
  .object({
    ...processVariables,
    ...storeVariables,
    ...publicUrlVariables,
    ...fileVariables,
    ...letterVariables,
    ...identityVariables,
    ...healthVariables,
    ...workVariables,
  })
  .superRefine(refuseUnsafe);

const scheduler = z
  .object({ ...processVariables, ...storeVariables, ...healthVariables, ...scheduleVariables })
  .superRefine(refuseUnsafe);

/** What each process reads from its environment; anything else there is ignored. */
export const CONFIG_SCHEMAS = { intake, worker, scheduler };

export type AppName = keyof typeof CONFIG_SCHEMAS;
export type AppConfig<A extends AppName> = z.infer<(typeof CONFIG_SCHEMAS)[A]>;
export type IntakeConfig = AppConfig<'intake'>;
export type WorkerConfig = AppConfig<'worker'>;
export type SchedulerConfig = AppConfig<'scheduler'>;
/** What every process has read, whichever it is. */
export type ProcessConfig = Pick<SchedulerConfig, keyof typeof processVariables>;
