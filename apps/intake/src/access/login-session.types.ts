import { type Person } from '@app/domain';
import '@fastify/session';

declare module 'fastify' {
  interface Session {
    personId?: string;
    username?: string;
    csrfToken?: string;
  }

  interface FastifyRequest {
    /** Whoever is logged in, as read for this very request. */
    person?: Person;
  }
}
