import type { ZodType } from 'zod';
import { frenchDate } from '#workflows/calendar/deadline.js';
import type { FieldMeta } from '#workflows/kit/fields.js';
import { chosen, fieldsOf, metaOf } from '../forms/form-shape.js';

const longest = 300;
const euros = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' });
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Names of people by their ids. */
export type Names = ReadonlyMap<string, string>;

/** An answer in French: which of several forms was chosen, then « Libellé : valeur » for each field that can be said in a line. */
export function answerWords(form: ZodType, answer: unknown, names: Names = new Map()): string | undefined {
  if (!isRecord(answer)) return undefined;
  const choice = chosen(form, answer);
  const label = choice && metaOf(choice).label;
  const lines = [...(label === undefined ? [] : [label]), ...fieldLines(form, answer, names)];
  return lines.length === 0 ? undefined : lines.join('\n');
}

function fieldLines(form: ZodType, answer: Readonly<Record<string, unknown>>, names: Names): string[] {
  return Object.entries(fieldsOf(form, answer)).flatMap(([name, field]) => {
    const meta = metaOf(field);
    const value = answer[name];
    if (isRecord(value)) return fieldLines(field, value, names).map((line) => (meta.label === undefined ? line : `${meta.label}, ${line}`));
    // What has no label only tells the forms apart; a commitment says nothing that its form does not.
    const said = meta.label === undefined || meta.widget === 'checkbox' ? undefined : valueWords(value, meta, names);
    return said === undefined ? [] : [`${meta.label}\u00a0: ${said}`];
  });
}

function valueWords(value: unknown, { widget, options }: Partial<FieldMeta>, names: Names): string | undefined {
  // Where people are to be chosen, a form without names numbers them.
  const saidOf = (one: string) => names.get(one) ?? options?.[one] ?? one;
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'number') return widget === 'money' ? euros.format(value / 100) : value.toLocaleString('fr-FR');
  if (typeof value === 'string') {
    if (widget === 'date') return frenchDate(value);
    const said = saidOf(value);
    return said.length > longest ? `${said.slice(0, longest)}…` : said;
  }
  if (!Array.isArray(value)) return undefined;
  if (widget === 'documents') return `${value.length} fichier${value.length > 1 ? 's' : ''}`;
  return widget === 'choices' ? value.map((one) => saidOf(String(one))).join(', ') : undefined;
}
