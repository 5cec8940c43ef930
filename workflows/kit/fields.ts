import { z } from 'zod';

// No code made at run time: the browser's Content-Security-Policy refuses it, and a schema that is used once does not repay it.
z.config({ jitless: true });

/** What the browser needs to draw a field; carried as zod metadata. */
export interface FieldMeta {
  readonly label: string;
  readonly hint?: string;
  readonly widget?:
    | 'text'
    | 'textarea'
    | 'number'
    | 'money'
    | 'percent'
    | 'date'
    | 'choice'
    | 'choices'
    | 'yesNo'
    | 'documents'
    | 'list'
    | 'checkbox'
    | 'email'
    | 'siret'
    /** Kept with the answer, never shown: the key of a row. */
    | 'hidden';
  /** French labels of the values of a choice. */
  readonly options?: Readonly<Record<string, string>>;
  /** Label of one row of a list, such as « Dépense ». */
  readonly itemLabel?: string;
  /** The case that a group of fields is about: it can be opened from the form. */
  readonly caseRef?: string;
}

declare module 'zod' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- declaration merging is zod's own way to type metadata
  interface GlobalMeta extends Partial<FieldMeta> {}
}

const required = 'Renseignez ce champ.';

/** Field builders: one place for the French messages and the metadata of every form. */
export const text = (meta: FieldMeta, { max = 200 } = {}) =>
  z
    .string({ error: required })
    .trim()
    .min(1, required)
    .max(max, `${max} caractères au plus.`)
    .meta({ widget: 'text', ...meta });

export const longText = (meta: FieldMeta, { min = 1, max = 10_000 } = {}) =>
  z
    .string({ error: required })
    .trim()
    .min(min, min > 1 ? `Écrivez au moins ${min} caractères.` : required)
    .max(max, `${max} caractères au plus.`)
    .meta({ widget: 'textarea', ...meta });

export const choice = <const T extends string>(options: Readonly<Record<T, string>>, meta: FieldMeta) =>
  z.enum(Object.keys(options) as [T, ...T[]], { error: 'Choisissez une réponse.' }).meta({ widget: 'choice', options, ...meta });

export const choices = <const T extends string>(options: Readonly<Record<T, string>>, meta: FieldMeta) =>
  z.array(z.enum(Object.keys(options) as [T, ...T[]])).meta({ widget: 'choices', options, ...meta });

export const yesNo = (meta: FieldMeta) => z.boolean({ error: 'Répondez par oui ou par non.' }).meta({ widget: 'yesNo', ...meta });

/** An amount in cents of a euro. */
export const money = (meta: FieldMeta, { min = 0, max = 1_000_000_000_00 } = {}) =>
  z
    .number({ error: 'Indiquez un montant.' })
    .int('Indiquez un montant au centime près.')
    .min(min, `Le montant doit être d’au moins ${min / 100}\u00a0€.`)
    .max(max, `Le montant ne peut pas dépasser ${max / 100}\u00a0€.`)
    .meta({ widget: 'money', ...meta });

export const score = (meta: FieldMeta, { max = 20 } = {}) =>
  z
    .number({ error: 'Indiquez une note.' })
    .min(0, 'La note ne peut pas être négative.')
    .max(max, `La note va de 0 à ${max}.`)
    .meta({ widget: 'number', ...meta });

export const civilDateField = (meta: FieldMeta) =>
  z.iso.date({ error: 'Indiquez une date, par exemple 2026-03-12.' }).meta({ widget: 'date', ...meta });

/** Ids of files already sent to the back office. */
export const documents = (meta: FieldMeta, { min = 0 } = {}) =>
  z
    .array(z.uuid())
    .min(min, min === 1 ? 'Joignez au moins un fichier.' : `Joignez au moins ${min} fichiers.`)
    .meta({ widget: 'documents', ...meta });

export const commitment = (meta: FieldMeta) =>
  z.literal(true, { error: 'Cet engagement est nécessaire.' }).meta({ widget: 'checkbox', ...meta });
