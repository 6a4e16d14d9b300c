/**
 * The value as a database can give it back: a half of a surrogate pair, which UTF-8 cannot carry, becomes U+FFFD
 * before the log is sealed rather than after, and absent values are left out. Unchanged parts stay the same object.
 */
export function storable<T>(value: T): T {
  if (typeof value === 'string') return value.replace(/\p{Surrogate}/gu, '\uFFFD') as T;
  if (Array.isArray(value)) {
    const items: unknown[] = value.map(storable);
    return items.some((item, index) => item !== value[index]) ? (items as T) : value;
  }
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const fields = Object.entries(value).map(([key, field]) => [key, storable(field as unknown)] as const);
  const changed = fields.some(([key, field]) => field === undefined || field !== value[key as keyof T]);
  return changed ? (Object.fromEntries(fields.filter(([, field]) => field !== undefined)) as T) : value;
}
