import { mappingSchema } from '@app/contracts/http';
import { ProblemException } from '@app/platform';
import { z } from 'zod';
import { type FormFields } from '../requests/upload.reader';

export interface ImportFields {
  readonly mapping?: Readonly<Record<string, string>>;
  readonly commit: boolean;
}

/** The fields beside a file of minutes. Throws REQUEST.INVALID or IMPORT.MAPPING_INVALID. */
export function importFieldsOf(values: FormFields): ImportFields {
  const commit = z.enum(['true', 'false']).safeParse(values.get('commit')?.trim() || 'false');
  if (!commit.success)
    throw new ProblemException('REQUEST.INVALID', {
      errors: [{ pointer: '/commit', detail: '须为 true 或 false / must be true or false' }],
    });
  const written = values.get('mapping')?.trim();
  return { commit: commit.data === 'true', ...(written ? { mapping: mappingOf(written) } : {}) };
}

function mappingOf(written: string): Readonly<Record<string, string>> {
  const parsed = mappingSchema.safeParse(jsonOf(written));
  if (!parsed.success)
    throw new ProblemException('IMPORT.MAPPING_INVALID', {
      errors: parsed.error.issues.map(({ path, message }) => ({
        pointer: ['', 'mapping', ...path.map(String)].join('/'),
        detail: message,
      })),
    });
  return parsed.data;
}

function jsonOf(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
}
