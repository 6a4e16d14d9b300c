import { type ErrorCode } from '@app/contracts/problems';
import { ApiExtension } from '@nestjs/swagger';

export const PROBLEMS_EXTENSION = 'x-problem-codes';

/** The refusals of a route's own, for the OpenAPI document; those that every route has are added there. */
export const Problems = (...codes: readonly ErrorCode[]) => ApiExtension(PROBLEMS_EXTENSION, codes);
