import { z } from 'zod';
import type { LetterDraft } from '../../kit/case-file.js';
import { longText } from '../../kit/fields.js';
import { defineTask } from '../../kit/procedure.js';
import { documents } from '../documents.js';
import type { ReviewFigures } from '../figures.js';
import type { Contribution } from './contribute.js';

/** What may become of the trial. */
export const verdicts = {
  go: 'Poursuivre par un marché public dédié',
  goWithConditions: 'Poursuivre sous conditions',
  noGo: 'Ne pas poursuivre',
} as const;

const reasons = longText({ label: 'Motifs', hint: 'Ils figureront dans le dossier de décision.' }, { min: 20, max: 8_000 });
const conditions = longText({ label: 'Conditions à remplir avant le marché' }, { min: 10, max: 4_000 });

const stance = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('go'), reasons }).meta({ label: verdicts.go }),
  z.object({ verdict: z.literal('goWithConditions'), conditions, reasons }).meta({ label: verdicts.goWithConditions }),
  z.object({ verdict: z.literal('noGo'), reasons }).meta({ label: verdicts.noGo }),
]);
export type Stance = z.infer<typeof stance>;

export interface ProposalContext {
  readonly contributions: readonly Contribution[];
}

/** The program manager proposes; the direction decides. */
export const proposeOutcome = defineTask<Stance, ProposalContext>({
  key: 'propose-outcome',
  label: 'Proposer la suite de l’expérimentation',
  help: 'À partir des chiffres arrêtés et des contributions, proposez une suite et ses motifs. La direction décidera.',
  form: () => stance,
});

export interface DecisionContext extends ProposalContext {
  readonly proposal: Stance;
  /** Why the second person sent an earlier decision back. */
  readonly sentBack?: string;
}

export const decideOutcome = defineTask<Stance, DecisionContext>({
  key: 'decide-outcome',
  label: 'Décider de la suite de l’expérimentation',
  help: 'Votre décision sera relue par une seconde personne de la direction avant d’être notifiée.',
  form: () => stance,
});

/** Everything that the file holds. */
export interface DecisionFile extends DecisionContext {
  readonly title: string;
  readonly figures: ReviewFigures;
  readonly decided: Stance;
  readonly decidedBy: string;
  readonly decidedOn: string;
}

export interface ConfirmationContext extends Pick<DecisionContext, 'proposal'> {
  readonly decided: Stance;
  readonly file: DecisionFile;
}

export type Confirmation = { readonly verdict: 'confirm' } | { readonly verdict: 'sendBack'; readonly why: string };

/** A second person of the direction reads the file as it would leave. */
export const confirmOutcome = defineTask<Confirmation, ConfirmationContext>({
  key: 'confirm-outcome',
  label: 'Confirmer la décision',
  help: 'Relisez le dossier de décision. Votre confirmation le produit et prévient tous ceux qu’il concerne.',
  form: () =>
    z.discriminatedUnion('verdict', [
      z.object({ verdict: z.literal('confirm') }).meta({ label: 'Confirmer' }),
      z
        .object({ verdict: z.literal('sendBack'), why: longText({ label: 'Pourquoi revoir la décision' }, { min: 10, max: 4_000 }) })
        .meta({ label: 'Demander une nouvelle décision' }),
    ]),
  letter: ({ file }, answer) => (answer.verdict === 'confirm' ? decisionLetter(file) : undefined),
});

export const decisionLetter = (file: DecisionFile): LetterDraft => ({ document: documents.decisionFile, data: file });
