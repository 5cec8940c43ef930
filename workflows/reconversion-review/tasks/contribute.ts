import { z } from 'zod';
import { longText } from '../../kit/fields.js';
import { defineTask } from '../../kit/procedure.js';

/** For whom somebody speaks. */
export const voices = { coach: 'Les coachs', employer: 'Les administrations d’accueil', direction: 'La direction' } as const;
export type Voice = keyof typeof voices;

export interface ContributionAnswer {
  readonly lessons: string;
  readonly difficulties: string;
  readonly openPoints?: string | undefined;
}

/** As it is quoted afterwards: for whom, not by whom. */
export interface Contribution extends ContributionAnswer {
  readonly voice: Voice;
}

/** What the trial taught, from three sides. Their deadline is the same; who says nothing is done without [D]. */
export const contribute = defineTask<ContributionAnswer>({
  key: 'contribute-to-review',
  label: 'Contribuer au bilan de l’expérimentation',
  help: 'Les chiffres arrêtés sont à côté. Dites ce que l’expérimentation apprend\u00a0: sans citer personne, votre texte figurera dans le dossier de décision.',
  form: z.object({
    lessons: longText({ label: 'Ce qui a marché, ce qu’il faut garder' }, { min: 10, max: 4_000 }),
    difficulties: longText({ label: 'Difficultés rencontrées' }, { min: 10, max: 4_000 }),
    openPoints: longText({ label: 'Points à régler avant un marché' }, { max: 4_000 }).optional(),
  }),
});
