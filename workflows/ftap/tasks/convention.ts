import { z } from 'zod';
import { civilDateField, documents, longText, text } from '../../kit/fields.js';
import { defineTask } from '../../kit/procedure.js';

export const day = (label: string) => civilDateField({ label }).meta({ examples: ['2026-06-18'] });

/** What a party records of its signature. */
export const signature = {
  signedOn: day('Date de signature'),
  signedBy: text({ label: 'Qualité du signataire', hint: 'La fonction, sans le nom\u00a0: directrice générale, par exemple.' }),
  documents: documents({ label: 'Exemplaire signé', hint: 'Facultatif si la signature est électronique.' }),
};

export interface ConventionContext {
  readonly version: number;
  readonly amountCents: number;
  /** Why the last modification was refused. */
  readonly refused?: string;
}

const answers = z.discriminatedUnion('choice', [
  z.object({ choice: z.literal('sign'), ...signature }).meta({ label: 'Signer' }),
  z
    .object({
      choice: z.literal('modify'),
      what: longText({ label: 'Modification souhaitée', hint: 'L’article concerné et la rédaction que vous proposez.' }, { min: 10 }),
      why: longText({ label: 'Motif' }, { min: 10 }),
    })
    .meta({ label: 'Demander une modification' }),
  z
    .object({
      choice: z.literal('renounce'),
      reasons: longText(
        { label: 'Motifs', hint: 'La subvention est alors rendue\u00a0: elle pourra aller à un autre projet.' },
        { min: 10 },
      ),
    })
    .meta({ label: 'Renoncer à la subvention' }),
]);
export type ConventionAnswer = z.infer<typeof answers>;

/** F6, the beneficiary's part. */
export const signConvention = defineTask<ConventionAnswer, ConventionContext>({
  key: 'sign-convention',
  label: 'Signer la convention',
  help: 'Lisez la convention, puis signez-la et enregistrez ici votre signature. Vous pouvez aussi demander une modification, ou renoncer.',
  form: () => answers,
});

/** F6, the State's part: the authority signs last. */
export const countersignConvention = defineTask<
  { signedOn: string; signedBy: string; documents: string[] },
  Omit<ConventionContext, 'refused'>
>({
  key: 'countersign-convention',
  label: 'Signer la convention pour l’État',
  help: 'Le bénéficiaire a signé. Signez la convention, puis enregistrez ici votre signature\u00a0: elle prend effet.',
  form: () => z.object(signature),
});

export interface ModificationContext {
  readonly version: number;
  /** What the beneficiary asks for, and why. */
  readonly what: string;
  readonly why: string;
}

const modificationAnswers = z.discriminatedUnion('answer', [
  z
    .object({
      answer: z.literal('accept'),
      terms: longText(
        { label: 'Rédaction retenue', hint: 'Elle figure dans la nouvelle version de la convention.' },
        { min: 10, max: 4_000 },
      ),
    })
    .meta({ label: 'Accepter' }),
  z
    .object({
      answer: z.literal('refuse'),
      reasons: longText({ label: 'Motifs du refus', hint: 'Le bénéficiaire les lira.' }, { min: 20 }),
    })
    .meta({ label: 'Refuser' }),
]);
export type ModificationAnswer = z.infer<typeof modificationAnswers>;

export const answerModification = defineTask<ModificationAnswer, ModificationContext>({
  key: 'answer-modification',
  label: 'Répondre à la demande de modification',
  help: 'Acceptée, la modification donne une nouvelle version de la convention, que les deux parties signent.',
  form: () => modificationAnswers,
});

export interface LapseContext {
  /** Since when the convention has awaited its signature. */
  readonly askedOn: string;
  /** Day of the warning, and the last day that it gave. */
  readonly warnedOn: string;
  readonly lastDay: string;
}

const lapseDecisions = z.discriminatedUnion('decision', [
  z
    .object({
      decision: z.literal('lapse'),
      reasons: longText({ label: 'Motifs', hint: 'En droit et en fait\u202f; le bénéficiaire les lira.' }, { min: 20 }),
    })
    .meta({ label: 'Constater la caducité' }),
  z
    .object({
      decision: z.literal('moreTime'),
      workingDays: z
        .number({ error: 'Indiquez un nombre de jours.' })
        .int('Indiquez un nombre entier.')
        .min(10, 'Laissez au moins 10 jours ouvrés.')
        .max(60, '60 jours ouvrés au plus.')
        .meta({ widget: 'number', label: 'Délai supplémentaire, en jours ouvrés' }),
      why: longText({ label: 'Motif' }, { min: 10 }),
    })
    .meta({ label: 'Laisser plus de temps' }),
]);
export type LapseDecision = z.infer<typeof lapseDecisions>;

/** F6: sixty working days late, after a warning. */
export const decideLapse = defineTask<LapseDecision, LapseContext>({
  key: 'decide-lapse',
  label: 'Décider de la caducité',
  help: 'Le bénéficiaire n’a pas signé la convention malgré la mise en demeure. Constatez la caducité de l’attribution, ou laissez plus de temps.',
  form: () => lapseDecisions,
});
