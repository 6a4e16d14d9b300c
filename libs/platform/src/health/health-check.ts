/** One thing this process leans on. */
export interface HealthCheck {
  readonly name: string;
  /** False where the process is of use without it: it is reported, and readiness does not hang on it. */
  readonly required: boolean;
  /** Resolves when the thing answers; throws where it does not. */
  readonly check: () => Promise<void>;
}

export interface Readiness {
  readonly status: 'up' | 'down';
  readonly checks: Readonly<Record<string, { readonly status: 'up' | 'down'; readonly ms: number }>>;
}

export const HEALTH_CHECKS = Symbol('HEALTH_CHECKS');
const TIME_OUT_MS = 2000;
const KEPT_MS = 5000;
const GIVEN_UP_MS = 30_000;

/**
 * The same check, whoever asks and however often: one under way at a time, its outcome kept for 5 s. One that has
 * not ended after 30 s is no longer waited for.
 */
export function sparing({ check, ...rest }: HealthCheck): HealthCheck {
  let asked: Promise<void> | undefined;
  return {
    ...rest,
    check: () => {
      if (asked) return asked;
      const forgetIn = (ms: number) =>
        setTimeout(() => {
          if (asked === own) asked = undefined;
        }, ms).unref();
      const own = (async () => check())().finally(() => forgetIn(KEPT_MS));
      forgetIn(GIVEN_UP_MS);
      return (asked = own);
    },
  };
}

/** Asks all at once; what does not answer within `timeOutMs` is down. Says which, never why: that is for the log. */
export async function readinessOf(
  checks: readonly HealthCheck[],
  timeOutMs = TIME_OUT_MS,
): Promise<Readiness> {
  const results = await Promise.all(
    checks.map(async ({ name, required, check }) => {
      const start = performance.now();
      const up = await answers(check, timeOutMs);
      return { name, required, up, ms: Math.round(performance.now() - start) };
    }),
  );
  return {
    status: results.every(({ up, required }) => up || !required) ? 'up' : 'down',
    checks: Object.fromEntries(
      results.map(({ name, up, ms }) => [name, { status: up ? ('up' as const) : ('down' as const), ms }]),
    ),
  };
}

async function answers(check: () => Promise<void>, timeOutMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), timeOutMs);
  });
  const asked = (async () => check())().then(
    () => true,
    () => false,
  );
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
