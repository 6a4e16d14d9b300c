import { type ErrorCode } from '@app/contracts/problems';

/** An expected refusal, with the stable code it carries to every door. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly detail: string;
  /** After how many seconds it is worth asking again, where time alone helps. */
  readonly retryAfterSeconds?: number;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Refusal };

export function done<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refused(
  code: ErrorCode,
  detail: string,
  errors?: Refusal['errors'],
): { readonly ok: false; readonly error: Refusal } {
  return { ok: false, error: { code, detail, ...(errors ? { errors } : {}) } };
}

/** A job that can never succeed, however often it is tried; everything else that is thrown is tried again. */
export class PermanentFailure extends Error {
  override readonly name = 'PermanentFailure';
}
