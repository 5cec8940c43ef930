import { z } from 'zod';
import { addDays, addMonths, type CivilDate } from '../calendar/civil-date.js';
import { choice, civilDateField, commitment, documents, longText, money, text, yesNo } from '../kit/fields.js';
import { bodyKinds } from './body-kinds.js';
import type { CallTerms } from './call-terms.js';
import { isSiret } from './siret.js';

const project = ({ durationMonths: { min, max } }: CallTerms) =>
  z
    .object({
      title: text({ label: 'Intitulé du projet', hint: 'Ce titre figure dans tous les courriers.' }, { max: 150 }),
      summary: longText(
        { label: 'Résumé du projet', hint: 'À quel besoin de formation répondez-vous, pour quels agents, et comment\u202f?' },
        { min: 50, max: 3_000 },
      ),
      audience: longText({ label: 'Agents visés', hint: 'Métiers, administrations, effectifs.' }, { max: 1_000 }),
      startsOn: civilDateField({ label: 'Début du projet' }).meta({ examples: ['2026-03-12'] }),
      durationMonths: z
        .number({ error: 'Indiquez la durée du projet.' })
        .int('Indiquez un nombre entier de mois.')
        .min(min, `Le projet dure au moins ${min} mois.`)
        .max(max, `Le projet dure ${max} mois au plus.`)
        .meta({ widget: 'number', label: 'Durée du projet, en mois', hint: `De ${min} à ${max} mois.` }),
    })
    .meta({ label: 'Votre projet' });

const body = z
  .object({
    siret: z
      .string({ error: 'Renseignez le numéro SIRET.' })
      .transform((typed) => typed.replaceAll(/\s/g, ''))
      .pipe(z.string().refine(isSiret, 'Ce numéro SIRET n’est pas valide\u00a0: vérifiez ses 14 chiffres.'))
      .meta({
        widget: 'siret',
        label: 'Numéro SIRET',
        hint: '14 chiffres, sur l’avis de situation de l’Insee.',
        examples: ['99900001100018'],
      }),
    name: text({ label: 'Nom de l’organisme' }),
    kind: choice(bodyKinds, { label: 'Nature de l’organisme' }),
    // The applicant's own name and address are in PostgreSQL: a journal cannot forget them.
    contactEmail: z.email({ error: 'Indiquez une adresse électronique, par exemple formation@exemple.gouv.fr.' }).meta({
      widget: 'email',
      label: 'Adresse électronique du service qui suit le projet',
      hint: 'De préférence une adresse fonctionnelle, que lisent plusieurs personnes.',
    }),
  })
  .meta({ label: 'Votre organisme' });

const budgetLine = z.object({
  label: text({ label: 'Dépense' }),
  amountCents: money({ label: 'Montant' }, { min: 100 }),
  eligible: yesNo({
    label: 'Dépense éligible',
    hint: 'Conception et essai de la formation\u202f; ni fonctionnement courant, ni équipement.',
  }),
});

/**
 * What a promised effect is about; « agents formés » are counted across projects, for the cost of each, « agents reconvertis » by the
 * journeys that the grant pays for.
 */
export const effectKinds = {
  agentsTrained: 'Agents formés',
  agentsReconverted: 'Agents reconvertis',
  courseReuse: 'Réutilisations de la formation',
  timeSaved: 'Temps gagné',
  satisfaction: 'Satisfaction',
  other: 'Autre effet',
} as const;

const effect = z.object({
  kind: choice(effectKinds, { label: 'Nature de l’effet' }),
  indicator: text({ label: 'Indicateur', hint: 'Par exemple\u00a0: agents formés en un an.' }),
  unit: text({ label: 'Unité', hint: 'Par exemple\u00a0: agents, heures par mois, %.' }, { max: 40 }),
  baseline: z.number({ error: 'Indiquez la valeur de départ.' }).meta({ widget: 'number', label: 'Valeur de départ' }),
  target: z.number({ error: 'Indiquez la valeur visée.' }).meta({ widget: 'number', label: 'Valeur visée' }),
  method: longText(
    { label: 'Méthode de mesure', hint: 'Comment la valeur est obtenue\u00a0: elle devra rester la même d’une mesure à l’autre.' },
    { min: 10, max: 1_000 },
  ),
  owner: text({ label: 'Service responsable de la mesure', hint: 'Une fonction ou un service, sans nom de personne.' }),
  evidence: text({ label: 'Preuve prévue', hint: 'Par exemple\u00a0: extraction de la plateforme de formation.' }),
});

const commitments = z
  .object({
    reuse: commitment({
      label:
        'Mon organisme accepte que la formation soit diffusée et réutilisée par le Campus du numérique public dans toutes les administrations.',
    }),
    sincere: commitment({ label: 'Je certifie l’exactitude des informations données.' }),
  })
  .meta({ label: 'Engagements' });

/** The application as this call wants it: the draft's form, and the case's input. One top-level key is one step on the screen. */
export function applicationForm(call: CallTerms) {
  const pieces = z
    .object(
      Object.fromEntries(
        call.requiredPieces.map((piece) => [
          piece.key,
          documents({ label: piece.label, hint: piece.basis }, { min: piece.essential ? 1 : 0 }),
        ]),
      ),
    )
    .meta({ label: 'Pièces jointes' });
  const budget = z
    .object({
      lines: z
        .array(budgetLine)
        .min(1, 'Ajoutez au moins une dépense.')
        .meta({ widget: 'list', label: 'Dépenses du projet', itemLabel: 'Dépense' }),
      amountCents: money(
        {
          label: 'Subvention demandée',
          hint: `De ${euros(call.floorCents)} à ${euros(call.ceilingCents)}, et ${percent(call.rate)} au plus du coût éligible.`,
        },
        { min: call.floorCents, max: call.ceilingCents },
      ),
    })
    .superRefine(({ lines, amountCents }, context) => {
      const most = mostCents(lines, call);
      if (amountCents > most)
        context.addIssue({
          code: 'custom',
          path: ['amountCents'],
          message: `La subvention ne peut pas dépasser ${percent(call.rate)} du coût éligible, soit ${euros(most)}.`,
        });
    })
    .meta({ label: 'Budget' });
  const effects = z
    .object({
      promised: z
        .array(effect)
        .min(1, 'Indiquez au moins un effet attendu.')
        .meta({ widget: 'list', label: 'Effets attendus', itemLabel: 'Effet' }),
    })
    .meta({ label: 'Effets attendus' });
  return z.object({ project: project(call), body, budget, effects, pieces, commitments });
}

export type Application = z.infer<ReturnType<typeof applicationForm>>;
export type PromisedEffect = Application['effects']['promised'][number];

/** Last day of the project as it was applied for. */
export const lastDayOf = ({ startsOn, durationMonths }: Pick<Application['project'], 'startsOn' | 'durationMonths'>): CivilDate =>
  addDays(addMonths(startsOn, durationMonths), -1);

export const eligibleCents = (lines: Application['budget']['lines']): number =>
  lines.reduce((total, { amountCents, eligible }) => total + (eligible ? amountCents : 0), 0);

/** The most that may be asked for, in cents. A rate such as 0.29 is not exact in binary: the sum is rounded before it is cut. */
export const mostCents = (lines: Application['budget']['lines'], { rate }: Pick<CallTerms, 'rate'>): number =>
  Math.floor(Math.round(eligibleCents(lines) * rate * 1_000) / 1_000);

export const euros = (cents: number) => `${String(Math.floor(cents / 100)).replaceAll(/\B(?=(\d{3})+$)/g, '\u202f')}\u00a0€`;
export const percent = (share: number) => `${String(Math.round(share * 100))}\u202f%`;
