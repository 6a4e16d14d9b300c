import { CONFIG_SCHEMAS, type AppConfig, type AppName } from './app-config.schema';

type Environment = Readonly<Record<string, string | undefined>>;

/** The injection token of the parsed configuration (`IntakeConfig`, `WorkerConfig` or `SchedulerConfig`). */
export const CONFIG = Symbol('CONFIG');

/** Every fault of the environment at once. */
export class ConfigInvalid extends Error {
  override readonly name = 'ConfigInvalid';

  constructor(
    readonly app: AppName,
    readonly faults: readonly { readonly variable: string; readonly detail: string }[],
  ) {
    const lines = faults.map(({ variable, detail }) => `  ${variable}: ${detail}`);
    super(`${app} cannot start: the environment has faults\n${lines.join('\n')}`);
  }
}

/**
 * What `app` reads from `env`; a variable that is set to nothing counts as not set.
 * Throws ConfigInvalid with every fault, never with the value of a variable.
 */
export function parseConfig<A extends AppName>(app: A, env: Environment): AppConfig<A> {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = CONFIG_SCHEMAS[app].safeParse(set);
  if (parsed.success) return parsed.data as AppConfig<A>;
  throw new ConfigInvalid(
    app,
    parsed.error.issues.map((issue) => {
      const variable = issue.path.join('.');
      return { variable, detail: variable in set ? issue.message : `is required` };
    }),
  );
}

/** `parseConfig` of this process's environment; where it has faults, prints all of them and exits with 1. */
export function loadConfig<A extends AppName>(app: A): AppConfig<A> {
  try {
    return parseConfig(app, process.env);
  } catch (error) {
    if (!(error instanceof ConfigInvalid)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
