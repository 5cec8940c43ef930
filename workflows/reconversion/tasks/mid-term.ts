import { z } from 'zod';
import { longText } from '../../kit/fields.js';
import { defineTask } from '../../kit/procedure.js';

/** S7: what the coach and the employer say of the first half. */
export const reportMidTerm = defineTask<{ progress: string; risks: string }, { readonly side: 'coach' | 'employer' }>({
  key: 'report-mid-term',
  label: 'Donner votre bilan de mi-parcours',
  help: 'Dites ce qui est acquis et ce qui reste difficile. Le responsable de programme décide ensuite de la suite du parcours.',
  form: () =>
    z.object({
      progress: longText({ label: 'Acquis' }, { max: 4_000 }),
      risks: longText({ label: 'Difficultés et risques' }, { max: 4_000 }),
    }),
});

export interface MidTermContext {
  readonly missed: readonly string[];
  readonly reports: readonly string[];
}

const decisions = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('continue') }).meta({ label: 'Poursuivre' }),
  z
    .object({
      verdict: z.literal('adapt'),
      what: longText({ label: 'Aménagements', hint: 'Le participant les lira.' }, { min: 10, max: 4_000 }),
    })
    .meta({ label: 'Adapter le parcours' }),
  z
    .object({
      verdict: z.literal('stop'),
      reasons: longText({ label: 'Motifs', hint: 'Le participant est entendu avant toute décision d’arrêt.' }, { min: 20, max: 4_000 }),
    })
    .meta({ label: 'Proposer l’arrêt' }),
]);

export const decideMidTerm = defineTask<z.infer<typeof decisions>, MidTermContext>({
  key: 'decide-mid-term',
  label: 'Décider de la suite du parcours',
  help: 'Poursuivre, adapter ou proposer l’arrêt. Un arrêt n’est décidé qu’après avoir entendu le participant.',
  form: () => decisions,
});

/** The participant is heard before a stop. */
export const beHeard = defineTask<{ observations: string }, { readonly reasons: string }>({
  key: 'be-heard',
  label: 'Présenter vos observations',
  help: 'L’arrêt du parcours est envisagé. Dites ce que vous en pensez\u00a0: rien n’est décidé avant.',
  form: ({ reasons }) =>
    z.object({ observations: longText({ label: 'Vos observations', hint: `Motifs avancés\u00a0: ${reasons}` }, { min: 10, max: 4_000 }) }),
});

export const confirmStop = defineTask<{ verdict: 'stop' | 'continue'; reasons: string }, { readonly observations?: string }>({
  key: 'confirm-stop',
  label: 'Décider après avoir entendu le participant',
  help: 'Lisez ses observations, puis décidez.',
  form: () => {
    const reasons = longText({ label: 'Motifs', hint: 'Le participant les lira.' }, { min: 20, max: 4_000 });
    return z.discriminatedUnion('verdict', [
      z.object({ verdict: z.literal('continue'), reasons }).meta({ label: 'Poursuivre le parcours' }),
      z.object({ verdict: z.literal('stop'), reasons }).meta({ label: 'Arrêter le parcours' }),
    ]);
  },
});
