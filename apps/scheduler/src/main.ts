import { loadConfig, runApp, startHttpApp } from '@app/platform';
import { SchedulerModule } from './scheduler.module';

runApp(() => {
  const config = loadConfig('scheduler');
  return startHttpApp(SchedulerModule.forRoot(config), {
    host: config.HEALTH_HOST,
    port: config.HEALTH_PORT,
    config: {},
  });
});
