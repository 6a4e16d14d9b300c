import { AccountRepository, Actors, Ids, LoginHandler, OwnPassword } from '@app/application';
import { changePasswordSchema, loginSchema, meSchema } from '@app/contracts/http';
import { type Person, ROLES } from '@app/domain';
import { CONFIG, type IntakeConfig } from '@app/platform';
import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Allow, Public, SESSION_COOKIE } from '../access/access.decorator';
import { CurrentPerson } from '../access/current-person.decorator';
import { RateLimited } from '../limits/rate-limited.decorator';
import { Office } from '../reference/office-names';
import { Problems } from '../requests/problems.decorator';
import { valueOf } from '../requests/refusal';
import { API } from '../requests/api-path';
import { presentMe } from './me.presenter';

class LoginDto extends createZodDto(loginSchema) {}
class ChangePasswordDto extends createZodDto(changePasswordSchema) {}
class MeDto extends createZodDto(meSchema) {}

@ApiTags('auth')
@Controller(API)
export class AuthController {
  constructor(
    private readonly handler: LoginHandler,
    private readonly office: Office,
    private readonly actors: Actors,
    private readonly accounts: AccountRepository,
    private readonly ownPassword: OwnPassword,
    private readonly ids: Ids,
    @Inject(CONFIG) private readonly config: IntakeConfig,
  ) {}

  /** Logs in under a fresh session id, whatever the request came with. */
  @Post('auth/login')
  @Public()
  @RateLimited('login')
  @Problems('AUTH.INVALID_CREDENTIALS', 'AUTH.LOCKED')
  @ZodResponse({ status: 200, type: MeDto })
  async login(@Body() body: LoginDto, @Req() request: FastifyRequest) {
    const { LOGIN_MAX_FAILURES: maxFailures, LOGIN_LOCK_MINUTES: minutes } = this.config;
    const person = valueOf(await this.handler.execute(body, { maxFailures, minutes }));
    return this.begin(request, person);
  }

  @Post('auth/logout')
  @Public()
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'Logged out, or was not logged in.' })
  async logout(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    if (request.session.personId !== undefined) await request.session.destroy();
    void reply.clearCookie(SESSION_COOKIE, { path: '/' });
  }

  @Get('me')
  @Allow(...ROLES)
  @ZodResponse({ status: 200, type: MeDto })
  me(@CurrentPerson() person: Person, @Req() request: FastifyRequest) {
    return this.present(person, request.session.csrfToken ?? '');
  }

  /** Ends every login of the person but this one, which goes on under a fresh session id. */
  @Post('me/password')
  @Allow(...ROLES)
  @HttpCode(200)
  @RateLimited('login')
  @Problems('PERSON.PASSWORD_WRONG', 'PERSON.INVALID')
  @ZodResponse({ status: 200, type: MeDto })
  async changePassword(
    @Body() { current, next }: ChangePasswordDto,
    @CurrentPerson() person: Person,
    @Req() request: FastifyRequest,
  ) {
    valueOf(await this.ownPassword.change(person, current, next));
    return this.begin(request, person);
  }

  private async begin(request: FastifyRequest, person: Person) {
    const csrfToken = this.ids.secret();
    await request.session.regenerate();
    Object.assign(request.session, { personId: person.id, username: person.username, csrfToken });
    return this.present(person, csrfToken);
  }

  private async present(person: Person, csrfToken: string) {
    const [names, actor, account] = await Promise.all([
      this.office.names(),
      this.actors.of(person),
      this.accounts.byUsername(person.username),
    ]);
    return {
      ...presentMe(person, actor, names, csrfToken),
      mustChangePassword: !!account?.mustChangePassword,
    };
  }
}
