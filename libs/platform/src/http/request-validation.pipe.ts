import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { isZodDto } from 'nestjs-zod/dto';
import { z } from 'zod';
import { currentLanguage } from './language';
import { ProblemException } from './problem-exception';

const MESSAGES = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError };

/**
 * What `value` means by `schema`, its faults told in the request's language where the schema has no words of its own.
 * Throws ProblemException REQUEST.INVALID with a pointer to every fault.
 */
export function validRequest<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value, { error: MESSAGES[currentLanguage()] });
  if (parsed.success) return parsed.data;
  throw new ProblemException('REQUEST.INVALID', {
    errors: parsed.error.issues.flatMap((issue) =>
      // An unknown key is a fault at that key, not at the object it stands in.
      (issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path]).map(
        (path) => ({ pointer: jsonPointer(path), detail: issue.message }),
      ),
    ),
  });
}

/** RFC 6901; the whole document is the empty pointer. */
function jsonPointer(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** A query as people write it: a blank parameter is one that is not given, a repeated one is a list. */
function plainQuery(query: unknown): unknown {
  const given = Object.entries(query as Record<string, unknown>).filter(([, value]) => value !== '');
  return Object.fromEntries(
    given.map(([name, value]) => [name, Array.isArray(value) ? value.filter(Boolean).join(',') : value]),
  );
}

/** Parses every argument whose class was made by `createZodDto`; leaves the rest alone. */
@Injectable()
export class RequestValidationPipe implements PipeTransform {
  transform(value: unknown, { metatype, type }: ArgumentMetadata): unknown {
    if (!isZodDto(metatype)) return value;
    return validRequest(metatype.schema as z.ZodType, type === 'query' ? plainQuery(value) : value);
  }
}
