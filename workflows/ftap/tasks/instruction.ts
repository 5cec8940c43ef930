import { z } from 'zod';
import { commitment, longText, score } from '../../kit/fields.js';
import { defineTask } from '../../kit/procedure.js';
import type { Criterion } from '../call-terms.js';
import { favour } from './completeness.js';

export interface GridContext {
  readonly criteria: readonly Criterion[];
}

export interface Grid {
  readonly marks: Readonly<Record<string, { readonly score: number; readonly why: string }>>;
  readonly opinion: 'favourable' | 'reserved' | 'unfavourable';
  readonly summary: string;
  readonly noConflict: true;
}

const mark = ({ label, help, weight }: Criterion) =>
  z
    .object({
      score: score({ label: 'Note sur 20', hint: `${help} Coefficient ${String(weight)}.` }),
      why: longText({ label: 'Justification' }, { min: 10, max: 2_000 }),
    })
    .meta({ label });

/** F3: one grid a reviewer, closed to the others until all are locked. */
export const scoreApplication = defineTask<Grid, GridContext>({
  key: 'score-application',
  label: 'Noter la demande',
  help: 'Notez chaque critère de l’appel. Votre grille reste fermée aux autres instructeurs jusqu’à ce que toutes soient verrouillées.',
  form: ({ criteria }) =>
    z.object({
      noConflict: commitment({
        label: 'Je n’ai aucun lien d’intérêt avec le porteur. Sinon, je ne note pas et je demande à être remplacé.',
      }),
      marks: z.object(Object.fromEntries(criteria.map((criterion) => [criterion.key, mark(criterion)]))).meta({ label: 'Critères' }),
      opinion: favour('Avis d’ensemble'),
      summary: longText({ label: 'Synthèse', hint: 'Le comité la lira.' }, { min: 20 }),
    }),
});

export interface OpinionContext {
  readonly question: string;
}

export interface ExpertOpinion {
  readonly opinion: 'favourable' | 'reserved' | 'unfavourable';
  readonly reasons: string;
}

/** F3b. */
export const expertOpinion = defineTask<ExpertOpinion, OpinionContext>({
  key: 'expert-opinion',
  label: 'Donner un avis d’expert',
  help: 'Répondez à la question posée. Vous pouvez demander une prolongation\u202f; sans réponse à la date, le dossier continue sans votre avis.',
  form: ({ question }) => z.object({ opinion: favour('Avis'), reasons: longText({ label: 'Avis motivé', hint: question }, { min: 20 }) }),
});
