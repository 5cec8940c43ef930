import { z } from 'zod';
import { choice, civilDateField, commitment, documents, longText, money, text } from '#workflows/kit/fields.js';
import { check, fieldId, namedErrors } from './errors.js';
import { fieldsOf } from './field.js';

const application = z.object({
  project: z.object({ title: text({ label: 'Intitulé' }), note: longText({ label: 'Note' }).optional() }).meta({ label: 'Projet' }),
  lines: z
    .array(z.object({ label: text({ label: 'Dépense' }), amountCents: money({ label: 'Montant' }) }))
    .min(1, 'Ajoutez une dépense.')
    .meta({ widget: 'list', label: 'Dépenses', itemLabel: 'Dépense' }),
  pieces: documents({ label: 'Pièces' }, { min: 1 }),
  sincere: commitment({ label: 'Je certifie' }),
});

const decision = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('award'), amountCents: money({ label: 'Montant attribué' }) }).meta({ label: 'Attribuer' }),
  z.object({ outcome: z.literal('refuse'), reasons: longText({ label: 'Motifs' }) }).meta({ label: 'Refuser' }),
]);

test('an empty form says what is missing field by field, not group by group', () => {
  expect(check(application, {}).errors).toEqual({
    'project.title': 'Renseignez ce champ.',
    lines: 'Ajoutez une dépense.',
    pieces: 'Joignez au moins un fichier.',
    sincere: 'Cet engagement est nécessaire.',
  });
});

test('the messages are in the order of the form, each with the label of its field', () => {
  const { errors = {} } = check(application, { lines: [{ label: 'Conception' }], project: { title: 'Former' }, sincere: true });
  expect(namedErrors(fieldsOf(application), errors)).toEqual([
    { path: 'lines.0.amountCents', label: 'Dépense, Montant', message: 'Indiquez un montant.' },
    { path: 'pieces', label: 'Pièces', message: 'Joignez au moins un fichier.' },
  ]);
});

test('an optional field left empty is not sent', () => {
  const piece = '0190c3d2-7f7b-7c3a-9d2b-0a1b2c3d4e5f';
  const value = {
    project: { title: 'Former', note: '' },
    lines: [{ label: 'Conception', amountCents: 100 }],
    pieces: [piece],
    sincere: true,
  };
  expect(check(application, value).answer).toEqual({ ...value, project: { title: 'Former' } });
});

test('a choice sends its own fields only, whatever was typed under another', () => {
  const value = { outcome: 'refuse', reasons: 'Hors du champ de l’appel.', amountCents: 12_000_000 };
  expect(check(decision, value).answer).toEqual({ outcome: 'refuse', reasons: 'Hors du champ de l’appel.' });
});

test('a choice that was not made is what is missing', () => {
  const { errors = {} } = check(decision, {});
  expect(Object.keys(errors)).toEqual(['outcome']);
  expect(fieldsOf(decision)).toMatchObject([{ kind: 'variants', variants: [{ label: 'Attribuer' }, { label: 'Refuser' }] }]);
});

test('a list of plain values names the one that is missing', () => {
  const calendar = z.object({
    days: z.array(civilDateField({ label: 'Séance' })).meta({ widget: 'list', label: 'Séances', itemLabel: 'Séance' }),
    key: z.string().meta({ widget: 'hidden', label: 'Clé' }).optional(),
  });
  const value = { days: ['2026-03-12', ''], key: 'kept' };
  const { errors = {} } = check(calendar, value);
  expect(namedErrors(fieldsOf(calendar), errors)).toEqual([
    { path: 'days.1', label: 'Séance', message: 'Indiquez une date, par exemple 2026-03-12.' },
  ]);
  expect(check(calendar, { ...value, days: ['2026-03-12'] }).answer).toEqual({ days: ['2026-03-12'], key: 'kept' });
  expect(check(calendar, {}).answer).toEqual({ days: [] });
});

test('a message leads to its field', () => {
  expect(fieldId('lines.0.amountCents')).toBe('champ-lines-0-amountCents');
});

test('the options of a choice come with it', () => {
  expect(fieldsOf(z.object({ kind: choice({ a: 'Une', b: 'Deux' }, { label: 'Nature' }) }))).toMatchObject([
    { kind: 'choice', key: 'kind', label: 'Nature', options: { a: 'Une', b: 'Deux' }, optional: false },
  ]);
});
