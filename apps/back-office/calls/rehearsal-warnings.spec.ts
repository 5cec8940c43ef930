import { until } from '#workflows/calendar/deadline.js';
import { instantAt } from '#workflows/calendar/paris-time.js';
import { ftapR1 } from '#workflows/ftap/ftap.r1.js';
import type { Entry, EntryBody } from '#workflows/kit/journal.js';
import type { Procedure } from '#workflows/kit/procedure.js';
import type { Rehearsal } from '#workflows/kit/rehearsal.js';
import { aCall } from '../../../test/builders/ftap.js';
import { callWarnings } from './rehearsal-warnings.js';

const procedure = ftapR1 as unknown as Procedure;
const terms = aCall({ committeeDates: ['2026-03-12', '2026-04-09', '2026-05-07'] });

type Dated = readonly [day: string, entry: EntryBody];
const entered = (stage: string): EntryBody => ({ type: 'entered', stage });
const heard = (metOn: string): EntryBody => ({
  type: 'happened',
  id: 'committee-heard-1',
  by: 'committee-1',
  data: { metOn },
  receivedAt: 0,
});

/** A case that is ready for the committee one day and heard another, with what else its journal says. */
const filed = (on: string, ready: string, metOn: string | undefined, rest: readonly Dated[] = [], change: Partial<Rehearsal> = {}) => {
  const days: Dated[] = [[ready, entered('committee')], ...(metOn === undefined ? [] : [[metOn, heard(metOn)] as const]), ...rest];
  const journal = days.map(([day, entry], index): Entry => ({ seq: index + 1, at: instantAt(day, '10:00'), ...entry }));
  return { on, rehearsal: { journal, outcome: { kind: 'completed' }, waitsFor: [], acts: [], refusals: [], ...change } };
};
const good = { first: filed('2026-01-12', '2026-02-20', '2026-03-12'), last: filed('2026-03-20', '2026-04-30', '2026-05-07') };
const said = (extremes: Partial<typeof good>, call = terms, amountCents = 100_000_00) =>
  callWarnings(procedure, call, { ...good, ...extremes }, amountCents).map(({ severity, message }) => `${severity} ${message}`);

it('has nothing to say of a call that holds', () => {
  expect(said({})).toEqual([]);
});

it.each<[string, Partial<typeof good>, RegExp]>([
  [
    'a session before anybody is ready',
    { first: filed('2026-03-01', '2026-04-09', '2026-05-07') },
    /^warning Séances du 12 mars 2026, 9 avril 2026.+prêt/,
  ],
  [
    'a last day without a session left',
    { last: filed('2026-04-20', '2026-05-28', undefined) },
    /^warning Un dossier déposé le dernier jour.+28 mai 2026/,
  ],
  [
    'sessions that nobody waits for',
    { last: filed('2026-01-30', '2026-03-02', '2026-03-12') },
    /^info Séances du 9 avril 2026, 7 mai 2026/,
  ],
  [
    'a decision after the legal date',
    { last: filed('2026-03-20', '2026-04-30', '2026-05-07', [['2026-05-21', { type: 'clockExpired', id: 'implicit-rejection-1' }]]) },
    /^warning Déposé le 20 mars 2026.+Délai légal de décision.+expire/,
  ],
  [
    'a year-end that holds a payment',
    {
      first: filed('2026-01-12', '2026-02-20', '2026-03-12', [
        ['2026-11-20', entered('execution')],
        ['2026-12-17', { type: 'waitBegun', id: 'new-year-credits-1', why: 'new-year-credits', due: until('2026-12-31') }],
      ]),
    },
    /^warning Déposé le 12 janvier 2026.+fin de gestion.+du 17 décembre 2026 au 31 décembre 2026/,
  ],
  [
    'a case that never ends',
    { first: filed('2026-01-12', '2026-02-20', '2026-03-12', [], { outcome: undefined, waitsFor: ['decide-1'] }) },
    /^warning .+n’arrive pas à son terme.+Décider de la subvention/,
  ],
])('warns of %s', (_, extremes, expected) => {
  expect(said(extremes)).toEqual([expect.stringMatching(expected) as string]);
});

it('warns of a session on a Sunday, and of an envelope too small for one grant', () => {
  const [envelope, session] = said({}, { ...terms, committeeDates: ['2026-03-12', '2026-05-03', '2026-05-07'] }, 2_000_000_01);
  expect(envelope).toMatch(/^warning L’enveloppe/);
  expect(session).toMatch(/^warning Séance du 3 mai 2026.+hors des jours ouvrés/);
});
