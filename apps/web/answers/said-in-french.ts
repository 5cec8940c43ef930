import { frenchDate } from '#workflows/calendar/french.js';
import type { Field } from '../forms/field.js';
import { rowsOf } from '../forms/value.js';
import { euros, percent } from '../french/amounts.js';

const isDate = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** The value of a field as people read it; undefined when it is not filled in. */
export function saidInFrench(field: Field, value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const options = 'options' in field ? field.options : {};
  switch (field.kind) {
    case 'money':
      return typeof value === 'number' ? euros(value) : text(value);
    case 'percent':
      return typeof value === 'number' ? percent(value) : text(value);
    case 'date':
      return typeof value === 'string' && isDate(value) ? frenchDate(value) : text(value);
    case 'choice':
      return options[text(value)] ?? text(value);
    case 'choices': {
      const chosen = rowsOf(value).map((one) => options[text(one)] ?? text(one));
      return chosen.length === 0 ? undefined : chosen.join('\u202f; ');
    }
    case 'values': {
      const all = rowsOf(value).map((one) => saidInFrench(field.item, one) ?? '–');
      return all.length === 0 ? undefined : all.join('\u202f; ');
    }
    case 'yesNo':
    case 'checkbox':
      return value === true ? 'Oui' : 'Non';
    default:
      return typeof value === 'number' ? value.toLocaleString('fr-FR') : text(value);
  }
}

const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
