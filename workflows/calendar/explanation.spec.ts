import { deadline, explainInFrench, frenchDate, frenchTerm, until } from './deadline.js';
import { businessDays, days, months, workingDays } from './term.js';

/** The no-break spaces of French typography, made visible to the eye of a reviewer: `_` wide, `'` narrow. */
const visible = (lines: string[]) => lines.map((line) => line.replaceAll('\u00A0', '_').replaceAll('\u202F', "'"));

test.each([
  ['2024-01-09', '9 janvier 2024'],
  ['2024-05-01', '1er mai 2024'],
  ['2024-08-31', '31 août 2024'],
])('%s is written %s', (day, french) => {
  expect(frenchDate(day)).toBe(french);
});

test.each([
  [workingDays(10), '10 jours ouvrés'],
  [businessDays(1), '1 jour ouvrable'],
  [days(15), '15 jours calendaires'],
  [months(2), '2 mois'],
  [months(2, { clear: true }), '2 mois francs'],
  [days(1, { clear: true }), '1 jour calendaire franc'],
])('%j is written %s', (term, french) => {
  expect(frenchTerm(term)).toBe(french);
});

test('a legal term with a suspension', () => {
  const d = deadline('2024-02-05', months(2, { clock: 'legal', basis: 'CRPA L231-4' }), {
    suspensions: [{ from: '2024-02-20', until: '2024-03-08', cause: 'demande de pièces', basis: 'CRPA L114-5' }],
  });
  expect(visible(explainInFrench(d))).toEqual([
    "Départ_: lundi 5 février 2024'; ce jour ne compte pas.",
    'Règle_: 2 mois (CRPA L231-4), de date à date, soit vendredi 5 avril 2024.',
    'Suspension_: demande de pièces (CRPA L114-5), du mardi 20 février 2024 au jeudi 7 mars 2024 inclus, 17 jours, soit lundi 22 avril 2024.',
    'Dernier jour_: lundi 22 avril 2024, minuit (heure de Paris)',
  ]);
});

test('a clear term that rolls over', () => {
  const d = deadline('2026-02-05', months(2, { clear: true, rollOver: true, clock: 'legal', basis: 'CJA R421-1' }));
  expect(visible(explainInFrench(d))).toEqual([
    "Départ_: jeudi 5 février 2026'; ce jour ne compte pas.",
    'Règle_: 2 mois francs (CJA R421-1), de date à date, soit dimanche 5 avril 2026.',
    'Délai franc_: le jour de l’échéance ne compte pas, un jour s’ajoute, soit lundi 6 avril 2026.',
    "Report_: le lundi 6 avril 2026 est férié (Lundi de Pâques)'; le délai court jusqu’au premier jour ouvré suivant, mardi 7 avril 2026.",
    'Dernier jour_: mardi 7 avril 2026, minuit (heure de Paris)',
  ]);
});

test('working days name the holidays they skip, outside suspensions', () => {
  const d = deadline('2025-04-29', workingDays(5, { basis: 'règle de service' }), {
    zone: 'alsace-moselle',
    suspensions: [{ from: '2025-05-07', until: '2025-05-10', cause: 'congé' }],
  });
  expect(visible(explainInFrench(d))).toEqual([
    "Départ_: mardi 29 avril 2025'; ce jour ne compte pas.",
    'Règle_: 5 jours ouvrés (règle de service), du lundi au vendredi, hors jours fériés d’Alsace-Moselle.',
    'Suspension_: congé, du mercredi 7 mai 2025 au vendredi 9 mai 2025 inclus, 3 jours, pendant lesquels rien n’est compté.',
    'Jours fériés non comptés_: jeudi 1er mai 2025 (Fête du Travail).',
    'Dernier jour_: lundi 12 mai 2025, minuit (heure de Paris)',
  ]);
});

test('an extension, an overlap, a suspension still open and a Saturday that does not roll', () => {
  const d = deadline('2024-01-09', months(1, { clock: 'legal' }), {
    extensions: [{ term: months(1, { basis: 'décret 2018-514, art. 7' }), by: 'la préfète', reason: 'décision motivée' }],
    suspensions: [
      { from: '2024-01-15', until: '2024-01-18', cause: 'demande de pièces' },
      { from: '2024-01-17', until: '2024-01-22', cause: 'recours' },
      { from: '2024-02-01', until: null, cause: 'enquête' },
      { from: '2024-05-01', until: '2024-05-03', cause: 'congé' },
    ],
  });
  expect(visible(explainInFrench(d)).slice(1)).toEqual([
    'Règle_: 1 mois, de date à date, soit vendredi 9 février 2024.',
    'Prolongation_: 1 mois, par la préfète, décision motivée (décret 2018-514, art. 7), soit samedi 9 mars 2024.',
    'Suspension_: demande de pièces, du lundi 15 janvier 2024 au mercredi 17 janvier 2024 inclus, 3 jours, soit mardi 12 mars 2024.',
    'Suspension_: recours, du mercredi 17 janvier 2024 au dimanche 21 janvier 2024 inclus, 4 jours de plus, les autres étant déjà suspendus, soit samedi 16 mars 2024.',
    "Suspension_: enquête, depuis le jeudi 1er février 2024, toujours en cours'; la date ci-dessous suppose une reprise immédiate.",
    'Suspension_: congé, du mercredi 1er mai 2024 au jeudi 2 mai 2024 inclus, sans effet_: le délai était écoulé.',
    'Pas de report_: le samedi 16 mars 2024 n’est pas un jour ouvré, mais ce délai expire même un samedi, un dimanche ou un jour férié.',
    'Dernier jour_: samedi 16 mars 2024, minuit (heure de Paris)',
  ]);
});

test('a fixed date', () => {
  expect(visible(explainInFrench(until('2024-03-12', { basis: 'règlement de l’appel' })))).toEqual([
    'Date fixée_: mardi 12 mars 2024 (règlement de l’appel).',
    'Dernier jour_: mardi 12 mars 2024, minuit (heure de Paris)',
  ]);
});
