import { loadConfig, runApp, startHttpApp } from '@app/platform';
import { WorkerModule } from './worker.module';

runApp(() => {
  const config = loadConfig('worker');
  return startHttpApp(WorkerModule.forRoot(config), {
    host: config.HEALTH_HOST,
    port: config.HEALTH_PORT,
    config: {},
  });
});
