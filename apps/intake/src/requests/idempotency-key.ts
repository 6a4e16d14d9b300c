import { ProblemException } from '@app/platform';
import { type FastifyRequest } from 'fastify';

/** The request's `Idempotency-Key`, if it has one. Throws REQUEST.INVALID unless it is 8 to 128 visible ASCII characters. */
export function idempotencyKeyOf({ headers }: Pick<FastifyRequest, 'headers'>): string | undefined {
  const key = headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key === 'string' && /^[\x21-\x7e]{8,128}$/.test(key)) return key;
  throw new ProblemException('REQUEST.INVALID', {
    errors: [
      {
        pointer: '/Idempotency-Key',
        detail: '须为 8–128 个可见 ASCII 字符 / 8 to 128 visible ASCII characters',
      },
    ],
  });
}

/** JSON with sorted keys, so that two bodies that say the same are the same. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, field: unknown) =>
    typeof field === 'object' && field !== null && !Array.isArray(field)
      ? Object.fromEntries(Object.entries(field).sort(([a], [b]) => (a < b ? -1 : 1)))
      : field,
  );
}

/** For the OpenAPI document. */
export const IDEMPOTENCY_HEADER = {
  name: 'Idempotency-Key',
  required: false,
  description: 'The same key with the same body is carried out once and answered as the first time.',
  schema: { type: 'string', minLength: 8, maxLength: 128, pattern: '^[!-~]+$' },
};
