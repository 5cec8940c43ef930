import type { ZodType } from 'zod';
import type { FieldMeta } from '#workflows/kit/fields.js';

interface Common {
  /** Name of the property; empty for the choice between the forms of a whole form. */
  readonly key: string;
  readonly label: string;
  readonly hint?: string;
  readonly example?: string;
  readonly optional: boolean;
  readonly initial?: unknown;
}

export type Widget = Exclude<NonNullable<FieldMeta['widget']>, 'list'>;

/** A field that holds one value. */
export interface SimpleField extends Common {
  readonly kind: Widget;
  readonly options: Readonly<Record<string, string>>;
}
/** Fields under one title: an object within the form. */
export interface GroupField extends Common {
  readonly kind: 'group';
  /** The case that the fields are about. */
  readonly caseRef?: string;
  readonly fields: readonly Field[];
}
/** As many rows of the same fields as needed. */
export interface ListField extends Common {
  readonly kind: 'list';
  readonly itemLabel: string;
  readonly fields: readonly Field[];
}
/** As many values of the same kind as needed. */
export interface ValuesField extends Common {
  readonly kind: 'values';
  readonly itemLabel: string;
  readonly item: SimpleField;
}
/** A choice that decides which fields follow. They stand beside `discriminator`, not under it. */
export interface VariantsField extends Common {
  readonly kind: 'variants';
  readonly discriminator: string;
  readonly variants: readonly { readonly value: string; readonly label: string; readonly fields: readonly Field[] }[];
}

export type Field = SimpleField | GroupField | ListField | ValuesField | VariantsField;

/** What a walk over a form needs of zod's schemas: each kind has some of these. */
interface Parts {
  readonly def: {
    readonly type: string;
    readonly innerType?: ZodType;
    readonly in?: ZodType;
    readonly discriminator?: string;
    readonly values?: readonly unknown[];
    readonly defaultValue?: unknown;
  };
  readonly shape?: Readonly<Record<string, ZodType>>;
  readonly options?: readonly ZodType[];
  readonly element?: ZodType;
}

const partsOf = (schema: ZodType) => schema as unknown as Parts;

/** The fields of a form, from its schema and the metadata that the procedure gave it. */
export function fieldsOf(form: ZodType): readonly Field[] {
  const { def, shape, options } = partsOf(form);
  if (shape) return Object.entries(shape).flatMap(([key, schema]) => fieldOf(key, schema) ?? []);
  if (options && def.discriminator !== undefined) return [variantsOf(form, def.discriminator, options)];
  if (def.innerType) return fieldsOf(def.innerType);
  return def.in ? fieldsOf(def.in) : [];
}

/** One property as a field; undefined for a constant that only tells forms apart. */
function fieldOf(key: string, schema: ZodType, inherited: Partial<Common> = {}): Field | undefined {
  const meta = schema.meta() as (Partial<FieldMeta> & { examples?: unknown[] }) | undefined;
  const { def, element, shape, options } = partsOf(schema);
  const common = { key, label: meta?.label ?? inherited.label ?? '', optional: false, ...described(meta), ...inherited };
  if (def.type === 'optional') return fieldOf(key, inner(def), { ...described(meta), optional: true });
  if (def.type === 'default') return fieldOf(key, inner(def), { ...described(meta), initial: def.defaultValue });
  if (meta?.widget === 'list' && element) return { ...common, ...listOf(element, meta.itemLabel ?? 'Ligne') };
  if (meta?.widget && meta.widget !== 'list') return { ...common, kind: meta.widget, options: meta.options ?? {} };
  const about = meta?.caseRef === undefined ? {} : { caseRef: meta.caseRef };
  if (shape) return { ...common, ...about, kind: 'group', fields: fieldsOf(schema) };
  // The group has the label already: its choice is an answer like any other.
  if (options)
    return { ...common, ...about, kind: 'group', fields: fieldsOf(schema).map((field) => ({ ...field, label: 'Votre réponse' })) };
  return undefined;
}

/** Rows of several fields, or a value each. */
function listOf(element: ZodType, itemLabel: string) {
  const item = partsOf(element).shape ? undefined : fieldOf('', element);
  if (item && 'options' in item) return { kind: 'values' as const, itemLabel, item };
  return { kind: 'list' as const, itemLabel, fields: fieldsOf(element) };
}

const inner = (def: Parts['def']) => def.innerType as ZodType;

function described(meta: (Partial<FieldMeta> & { examples?: unknown[] }) | undefined) {
  const example = meta?.examples?.[0];
  return {
    ...(meta?.label && { label: meta.label }),
    ...(meta?.hint && { hint: meta.hint }),
    ...(typeof example === 'string' && { example }),
  };
}

function variantsOf(form: ZodType, discriminator: string, options: readonly ZodType[]): VariantsField {
  const variants = options.map((option) => {
    const value = String(partsOf(partsOf(option).shape?.[discriminator] as ZodType).def.values?.[0]);
    return {
      value,
      label: (option.meta() as Partial<FieldMeta> | undefined)?.label ?? value,
      fields: withoutKey(fieldsOf(option), discriminator),
    };
  });
  const label = (form.meta() as Partial<FieldMeta> | undefined)?.label ?? 'Votre réponse';
  return { key: '', kind: 'variants', label, optional: false, discriminator, variants };
}

const withoutKey = (fields: readonly Field[], key: string) => fields.filter((field) => field.key !== key);
