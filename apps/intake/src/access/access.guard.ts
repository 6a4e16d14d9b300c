import { type Person } from '@app/domain';
import { CONFIG, ProblemException, type IntakeConfig } from '@app/platform';
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { API } from '../requests/api-path';
import './login-session.types';
import { isFromInside } from './inside';
import { Logins } from './logins';
import { Routes } from './routes';
import { mayChange } from './same-origin';

/** All that somebody may do whose password was set by an administrator. */
const OPEN_BEFORE_CHANGE: readonly string[] = [`/${API}/me`, `/${API}/me/password`];

/**
 * The one gate: a route is closed unless it says to whom it is open, and a change must come from this site.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly routes: Routes,
    private readonly logins: Logins,
    @Inject(CONFIG) private readonly config: Pick<IntakeConfig, 'PUBLIC_URL'>,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const path = request.routeOptions.url ?? '';
    if (path === '/metrics' && !isFromInside(request)) throw new ProblemException('AUTH.FORBIDDEN');
    const access = this.routes.accessOf(context.getHandler() as () => unknown, context.getClass(), path);
    const account = await this.logins.accountOf(request.session);
    const person = account?.person;
    this.refuseForeign(request, person);
    if (person) request.person = person;
    if (access === 'public') return true;
    if (!person) throw new ProblemException('AUTH.REQUIRED');
    if (!access?.includes(person.role)) throw new ProblemException('AUTH.FORBIDDEN');
    if (account?.mustChangePassword && !OPEN_BEFORE_CHANGE.includes(path))
      throw new ProblemException('AUTH.PASSWORD_CHANGE_REQUIRED');
    return true;
  }

  private refuseForeign(request: FastifyRequest, person: Person | undefined): void {
    const sentToken = request.headers['x-csrf-token'];
    const isOurs = mayChange({
      method: request.method,
      origin: request.headers.origin,
      host: request.host,
      publicUrl: this.config.PUBLIC_URL,
      csrfToken: person && (request.session.csrfToken ?? ''),
      sentToken: typeof sentToken === 'string' ? sentToken : undefined,
    });
    if (!isOurs) throw new ProblemException('AUTH.CSRF');
  }
}
