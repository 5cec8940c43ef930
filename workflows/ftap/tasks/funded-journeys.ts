import { z } from 'zod';
import { text, yesNo } from '../../kit/fields.js';
import { defineEvent } from '../../kit/procedure.js';

const of = { ref: text({ label: 'Dossier du parcours' }, { max: 60 }) };
const inPost = yesNo({ label: 'En poste dans un métier du numérique' });

const news = z.discriminatedUnion('what', [
  z.object({ what: z.literal('started'), ...of }).meta({ label: 'Commencé' }),
  z.object({ what: z.literal('completed'), ...of }).meta({ label: 'Validé par le jury' }),
  z.object({ what: z.literal('failed'), ...of }).meta({ label: 'Suivi, non validé' }),
  z.object({ what: z.literal('left'), ...of }).meta({ label: 'Terminé avant son terme' }),
  z.object({ what: z.literal('assigned'), ...of, inPost }).meta({ label: 'Affectation' }),
  z
    .object({
      what: z.literal('followUp'),
      ...of,
      months: z.number().int().min(1).max(60).meta({ label: 'Mois après le parcours' }),
      inPost,
    })
    .meta({ label: 'Nouvelles' }),
]);

/** What a journey tells the grant that pays for it: a reference and what happened, never who. */
export type JourneyNews = z.infer<typeof news>;

/** The journey's own case brings it. The beneficiary reads the counts, not what became of one agent. */
export const journeyTold = defineEvent<JourneyNews>({
  key: 'journey-told',
  label: 'Nouvelles d’un parcours financé',
  help: 'Le parcours les donne lui-même\u00a0: son début, sa fin, l’affectation, le suivi. Rien n’est à enregistrer ici.',
  watchedBy: 'programManager',
  discreet: true,
  form: news,
});
