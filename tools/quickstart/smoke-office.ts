import { ApiClient } from './api-client';
import { type RunningSystem } from './system';

export interface Letter {
  readonly subject: string;
  readonly to: unknown;
}

export interface Report {
  readonly number: string;
  readonly trackingCode: string;
}

type Account = RunningSystem['accounts'][number];

/** The people of the running system, each logged in once, and the letters they got. */
export class SmokeOffice {
  private readonly clients = new Map<string, Promise<ApiClient>>();

  constructor(private readonly system: RunningSystem) {}

  /** Where the system keeps its data. */
  get env(): NodeJS.ProcessEnv {
    return this.system.env;
  }

  /** Whoever has nothing but the address of the page, or a tracking code. */
  readonly anyone = (): ApiClient => new ApiClient(this.system.url);

  report(title: string, description: string, email = 'smoke@duban.example'): Promise<Report> {
    const contact = { name: '周同学', phone: '13800000000', email };
    return this.anyone().post('/tickets', { title, description, contact });
  }

  async letters(): Promise<readonly Letter[]> {
    const { mailUrl } = this.system;
    expect(mailUrl !== undefined, 'letters can only be counted with the own mail catcher: unset SMTP_URL');
    const response = await fetch(`${mailUrl}/api/letters`);
    const body = (await response.json()) as Letter[] | { items: Letter[] };
    return Array.isArray(body) ? body : body.items;
  }

  withRole(role: Account['role'], department?: string): Promise<ApiClient> {
    return this.as(
      (account) => account.role === role && (department ?? account.department) === account.department,
    );
  }

  named(username: string | undefined): Promise<ApiClient> {
    return this.as((account) => account.username === username);
  }

  private as(fits: (account: Account) => boolean): Promise<ApiClient> {
    const account = this.system.accounts.find(fits);
    if (!account) throw new Error('there is no such demo account');
    const { username, password } = account;
    const client = this.clients.get(username) ?? this.anyone().login(username, password);
    this.clients.set(username, client);
    return client;
  }
}

export function expect(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise);
}
