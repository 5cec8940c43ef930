import type { ZodType } from 'zod';
import { type Field, fieldsOf } from './field.js';
import { completed, type FormValue, pruned } from './value.js';

/** French messages by path, such as `budget.lines.0.amountCents`. */
export type FieldErrors = Readonly<Record<string, string>>;

export type Checked =
  { readonly answer: FormValue; readonly errors?: undefined } | { readonly answer?: undefined; readonly errors: FieldErrors };

/** What the form would send, or what stands in its way. The server checks the same schema again. */
export function check(form: ZodType, value: FormValue): Checked {
  const fields = fieldsOf(form);
  const answer = pruned(fields, completed(fields, value));
  const result = form.safeParse(answer);
  if (result.success) return { answer };
  const errors: Record<string, string> = {};
  // The first message of a field is the one to act on.
  for (const { path, message } of result.error.issues) errors[path.join('.')] ??= message;
  return { errors };
}

/** Path of a field as text. */
export const pathText = (path: readonly (string | number)[]) => path.join('.');

/** Id of the element that a message about this path leads to. */
export const fieldId = (path: string) => `champ-${path.replaceAll('.', '-') || 'formulaire'}`;

export interface NamedError {
  readonly path: string;
  readonly label: string;
  readonly message: string;
}

/** The messages in the order of the form, each with the label of its field. */
export function namedErrors(fields: readonly Field[], errors: FieldErrors): readonly NamedError[] {
  const order = [...labels(fields, [], [])];
  const place = (path: string) => {
    const found = order.findIndex(([known]) => matches(known, path));
    return found < 0 ? order.length : found;
  };
  return Object.entries(errors)
    .map(([path, message]) => ({ path, message, label: order[place(path)]?.[1] ?? '' }))
    .sort((a, b) => place(a.path) - place(b.path) || a.path.localeCompare(b.path, 'fr', { numeric: true }));
}

/** `lines.*.label` names the field of every row. */
const matches = (known: string, path: string) => known === path.replaceAll(/(^|\.)\d+(?=\.|$)/g, '$1*');

function* labels(fields: readonly Field[], path: readonly string[], above: readonly string[]): Generator<readonly [string, string]> {
  for (const field of fields) {
    const here = field.kind === 'variants' ? path : [...path, field.key];
    const title = [...above, field.label].filter(Boolean).join(', ');
    if (field.kind === 'variants') {
      yield [[...path, field.discriminator].join('.'), title];
      for (const variant of field.variants) yield* labels(variant.fields, path, above);
      continue;
    }
    yield [here.join('.'), title];
    if (field.kind === 'group') yield* labels(field.fields, here, [field.label]);
    if (field.kind === 'list') yield* labels(field.fields, [...here, '*'], [field.itemLabel]);
    if (field.kind === 'values') yield [[...here, '*'].join('.'), field.itemLabel];
  }
}
