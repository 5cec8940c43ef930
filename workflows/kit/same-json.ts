/** The same JSON value, whatever the order of the keys: PostgreSQL's jsonb and Temporal's payloads do not keep what JavaScript had. */
export const sameJson = (a: unknown, b: unknown): boolean => stable(a) === stable(b);

const stable = (value: unknown): string => JSON.stringify(value, (_key, inner: unknown) => (isRecord(inner) ? sorted(inner) : inner));

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const sorted = (record: Record<string, unknown>) => Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
