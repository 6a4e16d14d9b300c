import { type Role } from '@app/domain';
import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiCookieAuth } from '@nestjs/swagger';

/** Who may call a route: everyone, or people logged in who hold one of the roles. */
export type Access = 'public' | readonly Role[];

export const ACCESS = 'duban:access';
export const SESSION_COOKIE = 'duban_session';

/** Open to everyone; somebody logged in is known all the same. */
export const Public = () => SetMetadata(ACCESS, 'public' satisfies Access);

/** Open to people logged in who hold one of these roles. Whether a single ticket may be touched is the domain's. */
export const Allow = (...roles: readonly Role[]) =>
  applyDecorators(SetMetadata(ACCESS, roles satisfies Access), ApiCookieAuth(SESSION_COOKIE));
