import type { ZodType } from 'zod';
import type { FieldMeta } from '#workflows/kit/fields.js';

/** What a walk over a form needs of zod's schemas: each kind has some of these. */
interface Parts {
  readonly shape?: Readonly<Record<string, ZodType>>;
  readonly options?: readonly ZodType[];
  readonly element?: ZodType;
  readonly unwrap?: () => ZodType;
}

const partsOf = (form: ZodType) => form as unknown as Parts;

/** The metadata of a field, also through `optional` and `default`. */
export function metaOf(field: ZodType): Partial<FieldMeta> {
  const meta = field.meta() as Partial<FieldMeta> | undefined;
  const { element, unwrap } = partsOf(field);
  return meta ?? (unwrap && !element ? metaOf(unwrap.call(field)) : {});
}

/** Of a choice between forms, the one that the value fits. */
export const chosen = (form: ZodType, value: unknown): ZodType | undefined =>
  partsOf(form).options?.find((option) => option.safeParse(value).success);

/** The fields of an object; of a choice between objects, those of the one that the value fits. */
export function fieldsOf(form: ZodType, value: unknown): Readonly<Record<string, ZodType>> {
  const { shape, element, unwrap } = partsOf(form);
  if (shape) return shape;
  if (unwrap && !element) return fieldsOf(unwrap.call(form), value);
  const fitting = chosen(form, value);
  return fitting ? fieldsOf(fitting, value) : {};
}

/** Ids of the files that a value names, each with its path, such as `pieces.0`. */
export function documentIds(form: ZodType, value: unknown, path: readonly string[] = []): { path: string; id: string }[] {
  const under = path.join('.');
  const { element, unwrap } = partsOf(form);
  if (unwrap && !element) return documentIds(unwrap.call(form), value, path);
  if (Array.isArray(value)) {
    if (metaOf(form).widget === 'documents') return value.map((id) => ({ path: under, id: String(id) }));
    return element ? value.flatMap((one, index) => documentIds(element, one, [...path, String(index)])) : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  const record = value as Readonly<Record<string, unknown>>;
  return Object.entries(fieldsOf(form, value)).flatMap(([name, field]) => documentIds(field, record[name], [...path, name]));
}

/** French messages of a value that does not fit, by path; empty when it fits. */
export function formErrors(form: ZodType, value: unknown): Record<string, string> {
  const result = form.safeParse(value);
  if (result.success) return {};
  // The first message of a field is the one to act on.
  return Object.fromEntries(result.error.issues.map(({ path, message }) => [path.join('.'), message] as const).reverse());
}
