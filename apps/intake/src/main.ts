import { loadConfig, runApp, startHttpApp } from '@app/platform';
import { configureIntake } from './configure-intake';
import { IntakeModule } from './intake.module';

runApp(() => {
  const config = loadConfig('intake');
  return startHttpApp(IntakeModule.forRoot(config), {
    host: config.HTTP_HOST,
    port: config.HTTP_PORT,
    config,
    configure: (app) => configureIntake(app, config),
  });
});
