import { type Course, playing } from '#workflows/kit/course.js';
import type { OpenItem, Play, Player } from '#workflows/kit/rehearsal.js';
import { typicalCourse } from '#workflows/reconversion-review/course/index.js';
import type { ReviewFigures } from '#workflows/reconversion-review/figures.js';
import type { ReviewInput } from '#workflows/reconversion-review/input.js';

const sourced = { source: 'Dossier de presse', asOf: '2024-01-09' };

export const someFigures = (change: Partial<ReviewFigures> = {}): ReviewFigures => ({
  asOf: '2026-11-24',
  from: 2024,
  to: 2026,
  cohorts: 6,
  started: 46,
  completed: 30,
  endedOtherwise: null,
  running: null,
  inPost: 21,
  aim: { min: 30, max: 50, ...sourced },
  trades: [
    { label: 'Chef de projet ou de produit numérique', hiresPerYear: 500, approximate: false, completed: 30 },
    { label: 'Cybersécurité', hiresPerYear: 100, approximate: true, completed: null },
  ],
  needs: sourced,
  funded: { started: 10, perYear: 10 },
  costs: { grants: 2, paidCents: 240_000_00, perJourneyCents: 24_000_00 },
  ...change,
});

export const aReview = (change: Partial<ReviewInput> = {}): ReviewInput => ({
  title: 'Bilan 2024–2026 des reconversions',
  manager: 'manager-1',
  figures: someFigures(),
  coach: 'coach-1',
  host: 'employer-1',
  ...change,
});

export const reviewPlayer = (change: Course = {}): Player => playing({ ...typicalCourse, ...change });

const by = (item: OpenItem): string => {
  const play = typicalCourse[item.key]?.(item) ?? 'never';
  return play === 'never' ? 'somebody' : play.by;
};
export const answering =
  (...answers: readonly object[]): Course[string] =>
  (item): Play => {
    const answer = answers[Math.min(item.nth, answers.length) - 1];
    return answer ? { afterDays: 4, answer, by: by(item) } : 'never';
  };

export const conditional = {
  verdict: 'goWithConditions',
  conditions: 'Un poste d’accueil nommé avant le premier jour.',
  reasons: 'Les parcours sont utiles, mais un tiers finit sans poste du numérique.',
};
export const stops = { verdict: 'noGo', reasons: 'Le coût par agent en poste dépasse celui d’un recrutement.' };

/** What both clocks must tell alike of a review. */
export const reviewPaths: Readonly<Record<string, Player>> = {
  'goes on': reviewPlayer(),
  'sent back once, then under conditions': reviewPlayer({
    'decide-outcome': answering(stops, conditional),
    'confirm-outcome': answering({ verdict: 'sendBack', why: 'Le coût n’est pas comparé à périmètre égal.' }, { verdict: 'confirm' }),
  }),
  'nobody contributes, it stops': reviewPlayer({
    'contribute-to-review': () => 'never',
    'decide-outcome': answering(stops),
  }),
};
