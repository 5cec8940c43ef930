import type { OpenItem, Play, Player } from '#workflows/kit/rehearsal.js';
import { aFileId, grid, players } from './ftap.js';
import { eventPaths, yearPaths } from './directors-paths.js';
import { cohortPaths } from './cohort-paths.js';
import { byAnOperator, decisionPaths, operatorPaths } from './decision-paths.js';
import { tells, withReconverted } from './funded-journeys.js';
import { moneyPaths } from './money-paths.js';
import { reviewPaths } from './reconversion-review.js';
import { sixMonthPaths, threeMonthPaths } from './reconversion-paths.js';
import { sessionPlayer } from './session-course.js';

type Plays = Readonly<Record<string, (item: OpenItem) => Play>>;

const checks =
  (first: Play, then: Play): Plays[string] =>
  ({ nth }) =>
    nth === 1 ? first : then;
const pieces: Play = { afterDays: 9, answer: { verdict: 'pieces', missing: ['budget'], daysGiven: 30 }, by: 'reviewer-1' };
const complete: Play = { afterDays: 2, answer: { verdict: 'complete' }, by: 'reviewer-1' };
const beforeLastDay = ({ due, openedAt }: OpenItem) => ((due?.firesAt ?? openedAt + 86_400_000) - openedAt) / 3_600_000 - 9;

/** The paths of a grant that its procedure names: what both clocks must tell alike, and what histories are recorded of. */
const ftapPaths: Readonly<Record<string, Plays>> = {
  award: {},
  'pieces asked for twice': {
    'check-completeness': ({ nth }) => (nth < 3 ? pieces : complete),
    'supply-pieces': () => ({ afterDays: 12, answer: { documents: [aFileId] }, by: 'applicant-1' }),
  },
  'pieces that never come': {
    'check-completeness': checks(pieces, {
      afterDays: 3,
      answer: { verdict: 'noFurtherAction', reasons: 'Le budget n’a jamais été fourni.' },
      by: 'reviewer-1',
    }),
    'supply-pieces': () => 'never',
  },
  inadmissible: {
    'check-completeness': () => ({
      afterDays: 5,
      answer: { verdict: 'inadmissible', reasons: 'L’organisme n’est pas éligible à l’appel.' },
      by: 'reviewer-1',
    }),
  },
  'third reviewer, experts silent': {
    'score-application': ({ nth }) => ({ afterDays: 3 + nth, answer: grid(nth === 1 ? 18 : 9), by: `reviewer-${nth}` }),
    'expert-opinion': () => 'never',
  },
  'on the waiting list, then promoted': {
    'committee-heard': (item) =>
      item.nth === 1
        ? {
            afterHours: beforeLastDay(item),
            answer: { session: 'COMITE-2026-000001', result: 'waitingList', metOn: '2026-06-18', rank: 1, amountCents: 90_000_00 },
            by: 'committee-1',
          }
        : 'never',
    promoted: () => ({ afterDays: 20, answer: { amountCents: 90_000_00 }, by: 'manager-1' }),
  },
  'postponed, then refused': {
    'committee-heard': (item) => ({
      afterHours: beforeLastDay(item),
      answer:
        item.nth === 1
          ? { session: 'COMITE-2026-000001', result: 'postponed', metOn: '2026-06-18', why: 'Le budget doit être précisé.' }
          : {
              session: 'COMITE-2026-000002',
              result: 'unfavourable',
              metOn: '2026-09-17',
              why: 'Le budget reste imprécis malgré les compléments.',
            },
      by: 'committee-1',
    }),
    decide: () => ({
      afterDays: 4,
      answer: {
        decision: 'refuse',
        inLaw: 'Article 6 du règlement de l’appel : coût maîtrisé.',
        inFact: 'Le coût par agent formé n’est pas établi.',
      },
      by: 'authority-1',
    }),
  },
  'instalment held, then reduced; tasks answered late': {
    'score-application': ({ nth }) => ({ afterDays: 50 + nth, answer: grid(), by: `reviewer-${nth}` }),
    'certify-service': ({ nth }) => ({
      afterDays: 2,
      answer:
        nth === 1
          ? { verdict: 'hold', reasons: 'Les coordonnées bancaires manquent.' }
          : { verdict: 'reduce', amountCents: 25_000_00, reasons: 'Une dépense n’est pas encore justifiée.' },
      by: 'reviewer-3',
    }),
  },
};

export interface NamedPath {
  readonly path: string;
  readonly play: Player;
  /** What the path needs of the case's input. */
  readonly adapt: (input: unknown) => unknown;
}

const named = (paths: Readonly<Record<string, Plays>>, adapt: NamedPath['adapt'] = (input) => input): NamedPath[] =>
  Object.entries(paths).map(([path, plays]) => ({ path, play: players(plays), adapt }));

/** A session of the committee: held at once, and with opinions that are taken again before the minutes are signed. */
const sessionPaths: readonly NamedPath[] = [
  { path: 'held', play: sessionPlayer(), adapt: (input) => input },
  {
    path: 'opinions taken again',
    play: sessionPlayer({
      'sign-minutes': ({ nth, to }) => ({
        afterHours: 5,
        answer: nth === 1 ? { verdict: 'correct', why: 'Un montant est faux.' } : { verdict: 'sign', exact: true },
        by: to?.person ?? 'committee-1',
      }),
    }),
    adapt: (input) => input,
  },
];

const asIs = (paths: Readonly<Record<string, Player>>): NamedPath[] =>
  Object.entries(paths).map(([path, play]) => ({ path, play, adapt: (input) => input }));

const grantPaths: readonly NamedPath[] = [
  ...named({ ...ftapPaths, ...decisionPaths, ...moneyPaths }),
  ...named(operatorPaths, byAnOperator),
  ...named({ 'journeys that the grant pays for': { 'journey-told': tells() } }, withReconverted),
];

/** Named players for a procedure; none for one that has only random ones. */
export function pathsOf(procedure: string): readonly NamedPath[] {
  if (procedure === 'seated-event') return asIs(eventPaths);
  if (procedure === 'directors-year') return asIs(yearPaths);
  if (procedure === 'ftap-committee') return sessionPaths;
  if (procedure === 'cohort') return cohortPaths;
  if (procedure === 'reconversion-3m') return asIs(threeMonthPaths);
  if (procedure === 'reconversion-review') return asIs(reviewPaths);
  if (procedure === 'reconversion-6m') return asIs(sixMonthPaths);
  return procedure === 'ftap' ? grantPaths : [];
}
