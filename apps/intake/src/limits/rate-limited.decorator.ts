import { SetMetadata } from '@nestjs/common';

/** What an address may do so many times a minute; see RATE_LIMIT_* in .env.example. `track` counts misses only. */
export type RateLimit = 'submit' | 'upload' | 'track' | 'login' | 'api';

export const RATE_LIMIT = 'duban:rate-limit';

/** Counts a route on a limit of its own rather than on the one of the whole API. */
export const RateLimited = (limit: RateLimit) => SetMetadata(RATE_LIMIT, limit);
