/** A value of evidence as it is written; any database may hold a number or a list. Undefined for nothing. */
export function writtenOf(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (Array.isArray(value)) return value.map(writtenOf).filter(Boolean).join(', ') || undefined;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
