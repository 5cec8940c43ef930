/**
 * Text that PostgreSQL's jsonb cannot hold: the character U+0000, or half of a surrogate pair. Kept out at every door, since an entry
 * that cannot be committed would hold its case for ever.
 */
export function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\u0000') && !/\p{Surrogate}/u.test(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, member]) => isStorable(key) && isStorable(member));
}
