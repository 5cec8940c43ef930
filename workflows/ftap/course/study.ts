import type { CompletenessContext } from '../tasks/completeness.js';
import type { Grid, GridContext } from '../tasks/instruction.js';
import { aFileId, type Course } from './course.js';

/** A grid with the same mark everywhere. */
export const evenGrid = ({ criteria }: GridContext, score: number): Grid => ({
  noConflict: true,
  marks: Object.fromEntries(criteria.map(({ key }) => [key, { score, why: 'Le dossier le montre bien.' }])),
  opinion: 'favourable',
  summary: 'Projet solide, équipe prête, coût maîtrisé.',
});

/** F2 to F3b. */
export const study: Course = {
  'check-completeness': ({ context }) => ({
    afterDays: (context as CompletenessContext).round === 1 ? 4 : 2,
    answer: { verdict: 'complete' },
    by: 'reviewer-1',
  }),
  'supply-pieces': () => ({ afterDays: 12, answer: { documents: [aFileId] }, by: 'applicant-1' }),
  'score-application': ({ nth, context }) => ({ afterDays: 6 + nth, answer: evenGrid(context as GridContext, 14), by: `reviewer-${nth}` }),
  'expert-opinion': ({ nth }) => ({
    afterDays: 3 + nth,
    answer: { opinion: 'favourable', reasons: 'Le dispositif se transpose sans difficulté.' },
    by: `expert-${nth}`,
  }),
};
