import { CONFIG_SCHEMAS } from '@app/platform';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const ROOT = join(__dirname, '../..');
const source = readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8');

interface Service {
  readonly image: string;
  readonly build?: { readonly target: string };
  readonly user?: string;
  readonly privileged?: boolean;
  readonly restart?: string;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly read_only?: boolean;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly healthcheck: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}
const compose = parse(source, { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
};
const services = Object.entries(compose.services);
const ONE_SHOT = ['seed', 'seed-demo'];
const APPS = Object.keys(CONFIG_SCHEMAS) as (keyof typeof CONFIG_SCHEMAS)[];
const service = (name: string): Service => {
  const found = compose.services[name];
  if (!found) throw new Error(`there is no service ${name}`);
  return found;
};

describe('docker-compose.yml', () => {
  it('has the stores, the mail catcher, the processes and the seed', () => {
    expect(services.map(([name]) => name).sort()).toEqual(
      ['mail', 'mongodb', 'redis', ...APPS, ...ONE_SHOT].sort(),
    );
  });

  it.each(services)('pins the image of %s', (_name, { image }) => {
    expect(image).toMatch(/:v?\d+\.\d+/);
  });

  it.each(services)('gives %s no right that it does not need', (_name, each) => {
    expect(each.privileged).toBeUndefined();
    expect(each.cap_drop).toEqual(['ALL']);
    expect(each.security_opt).toEqual(['no-new-privileges:true']);
    // Our own image says who it runs as (dockerfile.spec.ts); of the others we say it here.
    expect(each.build ? 'node' : each.user).toMatch(/^(?!root|0)/);
  });

  it.each(services)('watches over %s', (name, { healthcheck, restart }) => {
    expect(healthcheck.disable === true).toBe(ONE_SHOT.includes(name));
    if (!ONE_SHOT.includes(name)) expect(healthcheck.test?.[0]).toMatch(/^CMD/);
    expect(restart).toBe(ONE_SHOT.includes(name) ? 'on-failure' : 'unless-stopped');
  });

  it.each(services)('waits with %s for what it needs, by its health', (_name, { depends_on }) => {
    for (const [needed, { condition }] of Object.entries(depends_on ?? {})) {
      const ends = service(needed).healthcheck.disable === true;
      expect(condition).toBe(ends ? 'service_completed_successfully' : 'service_healthy');
    }
  });

  it('publishes intake, and the page of the mail catcher on loopback', () => {
    const published = services.filter(([, { ports }]) => ports).map(([name, { ports }]) => [name, ports]);
    expect(published).toEqual([
      ['mail', ['127.0.0.1:8025:8025']],
      ['intake', ['${HTTP_PORT:-3000}:3000']],
    ]);
  });

  it('keeps what must stay in named volumes that are declared', () => {
    const used = services.flatMap(([, { volumes }]) => (volumes ?? []).map((volume) => volume.split(':')[0]));
    expect([...new Set(used)].sort()).toEqual(Object.keys(compose.volumes).sort());
  });

  it('shares the uploads between intake and worker', () => {
    expect(service('intake').volumes).toContain('files:/data/files');
    expect(service('worker').volumes).toContain('files:/data/files');
  });

  it('lets Redis lose nothing to make room', () => {
    expect(service('redis').command?.join(' ')).toMatch(/--appendonly yes.*--maxmemory-policy noeviction/);
  });

  it.each(APPS)('builds %s from its own target and sets only what it reads', (app) => {
    expect(service(app).build?.target).toBe(app);
    const readSomewhere = new Set(APPS.flatMap((each) => Object.keys(CONFIG_SCHEMAS[each].shape)));
    const set = Object.keys(service(app).environment ?? {});
    expect(set.filter((name) => !readSomewhere.has(name))).toEqual([]);
    const required = Object.entries(CONFIG_SCHEMAS[app].shape)
      .filter(([, schema]) => !schema.safeParse(undefined).success)
      .map(([name]) => name);
    expect(set).toEqual(expect.arrayContaining(required));
  });

  it('starts the seed that is there', () => {
    for (const name of ONE_SHOT) {
      const [, main] = /dist\/server\/(\S+)\.js/.exec(service(name).command?.join(' ') ?? '') ?? [];
      expect(existsSync(join(ROOT, `${main}.ts`))).toBe(true);
    }
  });

  it('holds no secret, and reads exactly the variables of compose.env.example with their defaults', () => {
    const read = new Map(
      [...source.matchAll(/(?<!\$)\$\{([A-Z_]+):([-?])([^}]*)\}/g)].map(([, name = '', sign, rest = '']) => [
        name,
        sign === '-' ? rest : undefined,
      ]),
    );
    expect(source.match(/(?<!\$)\$(?:[A-Za-z_]|\{\w+\})/g)).toBeNull();
    const example = new Map(
      readFileSync(join(ROOT, 'compose.env.example'), 'utf8')
        .split('\n')
        .flatMap((line) => {
          const [, commented, name, value] = /^(#?)([A-Z_]+)=(.*)$/.exec(line) ?? [];
          return name ? [[name, commented ? value : undefined] as const] : [];
        }),
    );
    expect(example).toEqual(read);
    const secret = [...read.keys()].filter((name) => /PASSWORD|SECRET|KEY/.test(name));
    expect(secret.map((name) => [name, read.get(name)])).toEqual(secret.map((name) => [name, undefined]));
  });
});
