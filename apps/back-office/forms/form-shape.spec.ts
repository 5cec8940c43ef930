import { z } from 'zod';
import { choices, documents, text } from '#workflows/kit/fields.js';
import { answerWords } from '../cases/answer-words.js';
import { documentIds, formErrors } from './form-shape.js';

const [a, b] = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b'];
const form = z.object({
  title: text({ label: 'Titre' }),
  pieces: z.object({ budget: documents({ label: 'Budget' }), others: documents({ label: 'Autres' }).optional() }),
  rows: z.array(z.object({ proof: documents({ label: 'Preuve' }), author: z.uuid() })).optional(),
});

it('finds the files that a value names, wherever they are, and no other identifier', () => {
  const value = { pieces: { budget: [a], others: [b] }, rows: [{ proof: [a], author: b }] };
  expect(documentIds(form, value)).toEqual([
    { path: 'pieces.budget', id: a },
    { path: 'pieces.others', id: b },
    { path: 'rows.0.proof', id: a },
  ]);
});

it('finds none in what is not a value of the form', () => {
  for (const value of [undefined, null, 'text', [], { pieces: 'none' }, { rows: {} }]) expect(documentIds(form, value)).toEqual([]);
});

it('gives one French message a field', () => {
  expect(formErrors(form, { pieces: { budget: [] } })).toEqual({ title: 'Renseignez ce champ.' });
  expect(formErrors(form, { title: 'Un titre', pieces: { budget: [a] } })).toEqual({});
});

it('says which of several forms was chosen', () => {
  const verdict = z.discriminatedUnion('verdict', [
    z.object({ verdict: z.literal('yes') }).meta({ label: 'Accorder' }),
    z.object({ verdict: z.literal('no'), why: text({ label: 'Motif' }) }).meta({ label: 'Refuser' }),
  ]);
  expect(answerWords(verdict, { verdict: 'yes' })).toBe('Accorder');
  expect(answerWords(verdict, { verdict: 'no', why: 'Hors sujet' })).toBe('Refuser\nMotif\u00a0: Hors sujet');
});

it('says an answer in lines, each with its label', () => {
  expect(answerWords(form, { title: 'Un titre', pieces: { budget: [a] } })).toBe('Titre\u00a0: Un titre\nBudget\u00a0: 1 fichier');
});

it('calls the people who were chosen by their names', () => {
  const present = z.object({ present: choices({ [a]: 'Membre 1', [b]: 'Membre 2' }, { label: 'Présents' }) });
  expect(answerWords(present, { present: [a, b] }, new Map([[a, 'Max Épreuve']]))).toBe('Présents\u00a0: Max Épreuve, Membre 2');
});
