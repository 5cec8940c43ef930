import type { Field } from './field.js';

/** What a form holds while it is written: incomplete, in the shape that its schema reads. */
export type FormValue = Readonly<Record<string, unknown>>;
export type Path = readonly (string | number)[];

export const isRecord = (value: unknown): value is FormValue => typeof value === 'object' && value !== null && !Array.isArray(value);
export const recordOf = (value: unknown): FormValue => (isRecord(value) ? value : {});
export const rowsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : []);

/** The value at a path. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((found, key) => (Array.isArray(found) ? (found as unknown[])[Number(key)] : recordOf(found)[key]), value);
}

/** A copy with another value at a path; the objects and lists on the way are made when they are missing. */
export function withValueAt(value: unknown, path: Path, next: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return next;
  if (typeof key === 'number') return rowsOf(value).with(key, withValueAt(rowsOf(value)[key], rest, next));
  const record = recordOf(value);
  return { ...record, [key]: withValueAt(record[key], rest, next) };
}

/**
 * A copy in which every group is an object, every list a list and every field that has an initial value holds it, so that the schema
 * names the fields that are missing rather than their group.
 */
export function completed(fields: readonly Field[], value: unknown): FormValue {
  return fields.reduce<FormValue>((result, field) => ({ ...result, ...completedField(field, result) }), recordOf(value));
}

function completedField(field: Field, record: FormValue): FormValue {
  const { key } = field;
  switch (field.kind) {
    case 'group':
      return { [key]: completed(field.fields, record[key]) };
    case 'list':
      return { [key]: rowsOf(record[key]).map((row) => completed(field.fields, row)) };
    case 'variants': {
      const chosen = field.variants.find((variant) => variant.value === record[field.discriminator]);
      return chosen ? completed(chosen.fields, record) : {};
    }
    case 'documents':
    case 'choices':
    case 'values':
      return record[key] === undefined ? { [key]: [] } : {};
    default:
      return record[key] === undefined && field.initial !== undefined && !(key in record) ? { [key]: field.initial } : {};
  }
}

/** What the form sends: no empty text, nothing that belongs to a choice that was not made. */
export function pruned(fields: readonly Field[], value: unknown): FormValue {
  const record = recordOf(value);
  return Object.fromEntries(
    fields.flatMap((field): [string, unknown][] => {
      const { key } = field;
      if (field.kind === 'variants') {
        const chosen = field.variants.find((variant) => variant.value === record[field.discriminator]);
        return chosen ? [[field.discriminator, chosen.value], ...Object.entries(pruned(chosen.fields, record))] : [];
      }
      if (field.kind === 'group') return [[key, pruned(field.fields, record[key])]];
      if (field.kind === 'list') return [[key, rowsOf(record[key]).map((row) => pruned(field.fields, row))]];
      const empty = record[key] === undefined || record[key] === '';
      return empty ? [] : [[key, record[key]]];
    }),
  );
}
