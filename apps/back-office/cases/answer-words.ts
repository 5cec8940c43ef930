import type { ZodType } from 'zod';
import { frenchDate } from '#workflows/calendar/deadline.js';
import type { FieldMeta } from '#workflows/kit/fields.js';
import { fieldsOf, metaOf } from '../forms/form-shape.js';

const longest = 300;
const euros = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' });

/** An answer in French, « Libellé : valeur » for each field of its form that can be said in a line. */
export function answerWords(form: ZodType, answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  const values = answer as Readonly<Record<string, unknown>>;
  const lines = Object.entries(fieldsOf(form, answer)).flatMap(([name, field]) => {
    const meta = metaOf(field);
    const said = valueWords(values[name], meta);
    if (said === undefined) return [];
    return [meta.label === undefined ? said : `${meta.label} : ${said}`];
  });
  return lines.length === 0 ? undefined : lines.join('\n');
}

function valueWords(value: unknown, { widget, options }: Partial<FieldMeta>): string | undefined {
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'number') return widget === 'money' ? euros.format(value / 100) : value.toLocaleString('fr-FR');
  if (typeof value === 'string') {
    if (widget === 'date') return frenchDate(value);
    const said = options?.[value] ?? value;
    return said.length > longest ? `${said.slice(0, longest)}…` : said;
  }
  if (!Array.isArray(value)) return undefined;
  if (widget === 'documents') return `${value.length} fichier${value.length > 1 ? 's' : ''}`;
  return widget === 'choices' ? value.map((one) => options?.[String(one)] ?? String(one)).join(', ') : undefined;
}
