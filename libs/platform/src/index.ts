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
