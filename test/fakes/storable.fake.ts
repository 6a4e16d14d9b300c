/** A deep copy as a database would give it back: absent fields stay absent, and nothing is shared. */
export function stored<T>(value: T): T {
  if (Array.isArray(value)) return value.map((item: unknown) => stored(item)) as T;
  if (value instanceof Date) return new Date(value) as T;
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(fields.map(([key, field]) => [key, stored(field as unknown)])) as T;
}
