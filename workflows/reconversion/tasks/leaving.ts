import { z } from 'zod';
import { choice, civilDateField, longText } from '../../kit/fields.js';
import { defineEvent, defineTask } from '../../kit/procedure.js';

export interface Leaving {
  readonly endsOn: string;
  readonly message?: string | undefined;
}

/** Neutral words: a journey may end early for many good reasons, and none has to be given. */
export const journeyLeft = defineEvent<Leaving>({
  key: 'journey-left',
  label: 'Mettre fin au parcours',
  help: 'Un parcours peut s’arrêter pour de bonnes raisons\u202f; vous n’avez pas à les donner. Un échange vous est proposé, et les jalons validés restent acquis 24 mois.',
  form: z.object({
    endsOn: civilDateField({ label: 'Dernier jour du parcours' }).meta({ examples: ['2026-06-18'] }),
    message: longText({ label: 'Message', hint: 'Aucune information médicale.' }, { max: 2_000 }).optional(),
  }),
});

export const exitInterview = defineTask<{ outcome: 'held' | 'declined'; learned?: string | undefined }, { readonly endsOn: string }>({
  key: 'exit-interview',
  label: 'Tenir l’entretien de fin de parcours',
  help: 'Écoutez, rappelez ce qui est acquis et les appuis possibles. L’employeur n’apprend que la date de fin.',
  form: () =>
    z.object({
      outcome: choice({ held: 'L’entretien a eu lieu', declined: 'Le participant n’a pas souhaité d’entretien' }, { label: 'Entretien' }),
      learned: longText(
        { label: 'Ce que le programme peut en apprendre', hint: 'Sans information personnelle.' },
        { max: 4_000 },
      ).optional(),
    }),
});
