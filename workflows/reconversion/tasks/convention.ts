import { z } from 'zod';
import { civilDateField, documents, longText, text } from '../../kit/fields.js';
import { defineTask } from '../../kit/procedure.js';

/** The three who sign. */
export const parties = { participant: 'l’agent', employer: 'l’administration d’origine', host: 'l’administration d’accueil' } as const;
export type Party = keyof typeof parties;

export interface ConventionContext {
  readonly party: Party;
  readonly startsOn: string;
}

const answers = z.discriminatedUnion('choice', [
  z
    .object({
      choice: z.literal('sign'),
      signedOn: civilDateField({ label: 'Date de signature' }).meta({ examples: ['2026-06-18'] }),
      signedBy: text({ label: 'Qualité du signataire', hint: 'La fonction, sans le nom.' }),
      documents: documents({ label: 'Exemplaire signé', hint: 'Facultatif si la signature est électronique.' }),
    })
    .meta({ label: 'Signer' }),
  z.object({ choice: z.literal('decline'), reasons: longText({ label: 'Motifs' }, { min: 10 }) }).meta({ label: 'Ne pas signer' }),
]);
export type ConventionAnswer = z.infer<typeof answers>;

/** R3, S3: all three before day one. */
export const signConvention = defineTask<ConventionAnswer, ConventionContext>({
  key: 'sign-journey-convention',
  label: 'Signer la convention tripartite',
  help: 'Lisez la convention, puis enregistrez votre signature. Les trois signatures sont nécessaires avant le premier jour du parcours.',
  atExpiry: 'Sans les trois signatures à cette date, le parcours ne commence pas.',
  form: () => answers,
});
