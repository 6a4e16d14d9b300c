/** A refusal of the API, with its stable code. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export type Json = Record<string, unknown>;

interface Problem {
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly errors?: unknown;
}

/** Speaks to intake as a browser does: one cookie, one CSRF token. */
export class ApiClient {
  private cookie = '';
  private csrfToken = '';

  constructor(private readonly base: string) {}

  async login(username: string, password: string): Promise<this> {
    const me = await this.post<{ csrfToken: string }>('/auth/login', { username, password });
    this.csrfToken = me.csrfToken;
    return this;
  }

  get<T = Json>(path: string): Promise<T> {
    return this.send<T>('GET', path);
  }

  post<T = Json>(path: string, body: Json | FormData = {}): Promise<T> {
    return this.send<T>('POST', path, body);
  }

  put<T = Json>(path: string, body: Json): Promise<T> {
    return this.send<T>('PUT', path, body);
  }

  private async send<T>(method: string, path: string, body?: Json | FormData): Promise<T> {
    const json = body !== undefined && !(body instanceof FormData);
    const response = await fetch(`${this.base}/api/v1${path}`, {
      method,
      headers: {
        ...(json ? { 'content-type': 'application/json' } : {}),
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(this.csrfToken ? { 'x-csrf-token': this.csrfToken } : {}),
      },
      ...(body === undefined ? {} : { body: json ? JSON.stringify(body) : body }),
    });
    const cookie = response.headers.getSetCookie().find((line) => line.startsWith('duban_session='));
    if (cookie) this.cookie = cookie.split(';')[0] ?? '';
    const text = await response.text();
    const answer = (text === '' ? {} : JSON.parse(text)) as Json;
    if (!response.ok) {
      const { code = 'UNKNOWN', title = '', detail = title, errors } = answer as Problem;
      throw new ApiRefusal(
        response.status,
        code,
        `${method} ${path}: ${response.status} ${code} ${detail}${errors ? ` ${JSON.stringify(errors)}` : ''}`,
      );
    }
    return answer as T;
  }
}

/** Asks until the answer satisfies; throws with what was waited for, and the last answer, when patience ends. */
export async function until<T>(
  what: string,
  ask: () => Promise<T>,
  satisfied: (answer: T) => boolean,
  patienceMs = 60_000,
): Promise<T> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (satisfied(answer)) return answer;
    if (Date.now() > deadline)
      throw new Error(
        `waited ${patienceMs / 1000} s for ${what}; last answer: ${JSON.stringify(answer).slice(0, 500)}`,
      );
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
