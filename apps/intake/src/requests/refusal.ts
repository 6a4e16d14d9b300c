import { type Result } from '@app/application';
import { ProblemException } from '@app/platform';

/** What a use case has answered; its refusal becomes a problem document. */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  const { code, detail, errors, retryAfterSeconds } = result.error;
  throw new ProblemException(code, {
    detail,
    ...(errors ? { errors } : {}),
    ...(retryAfterSeconds === undefined ? {} : { headers: { 'retry-after': String(retryAfterSeconds) } }),
  });
}
