import { z } from 'zod';
import { frenchDate } from '#workflows/calendar/french.js';
import { frenchAmount } from '../../french-amount.js';
import { contactNotice, remediesNotice } from './legal-notices.js';
import { defineLetter, type LetterContext } from './letter-kind.js';
import { type Block, heading, list, paragraph, type Signature, table } from './letter.js';

export const decided = {
  /** The texts that the decision rests on, as they are cited after « Vu ». */
  visas: z.array(z.string()).min(1),
  /** In law and in fact (CRPA L211-5). */
  reasons: z.array(z.string().min(1)).min(1),
  remedies: z.enum(['court', 'arbitration']),
  /** Who decided, and in which capacity (CRPA L212-1). */
  decidedBy: z.string(),
  capacity: z.string(),
  decidedOn: z.iso.date(),
};

const instalment = z.object({ label: z.string(), share: z.number(), amountCents: z.number(), condition: z.string() });

const award = z.object({
  ...decided,
  amountCents: z.number().int().positive(),
  eligibleCents: z.number().int().positive(),
  /** Share of the eligible cost, 0 to 1. */
  rate: z.number(),
  instalments: z.array(instalment).min(1),
  conditions: z.array(z.string()).default([]),
  startsOn: z.iso.date().optional(),
  endsOn: z.iso.date().optional(),
});

/** Décision d’attribution: beneficiary, project, eligible cost, maximum, calendar, payment, repayment (décret 2018-514, art. 8). */
export const awardDecision = defineLetter(
  award,
  (data, context) => ({
    title: 'Décision d’attribution d’une subvention',
    blocks: [
      ...grounds(data),
      article(
        'Article 1er',
        `Une subvention d’un montant maximal de ${frenchAmount(data.amountCents)} est attribuée à ${beneficiary(context)} pour le projet « ${context.project} ».`,
      ),
      ...paragraphs(
        `Elle représente ${percent(data.rate)} d’un coût éligible de ${frenchAmount(data.eligibleCents)}. Le montant définitif est calculé sur les dépenses réellement justifiées, sans dépasser ce maximum.`,
        ...calendarOf(data),
      ),
      article('Article 2', 'La subvention est versée ainsi, après signature de la convention :'),
      table(
        'Échéancier des versements',
        ['Versement', 'Part', 'Montant', 'Condition'],
        data.instalments.map(({ label, share, amountCents, condition }) => [label, percent(share), frenchAmount(amountCents), condition]),
      ),
      article(
        'Article 3',
        'La subvention est reversée, en tout ou partie, si le projet n’est pas réalisé, si son objet est modifié sans accord ou si les conditions ci-dessous ne sont pas tenues, après que le bénéficiaire a pu présenter ses observations (articles L122-1 et L242-2 du code des relations entre le public et l’administration).',
      ),
      ...(data.conditions.length > 0 ? [list(data.conditions)] : []),
    ],
    signatures: [signature(data, context)],
    notices: [remediesNotice(data.remedies, context.service), contactNotice(context.service)],
  }),
  ({ decidedBy }) => [decidedBy],
);

const calendarOf = ({ startsOn, endsOn }: z.infer<typeof award>): string[] => {
  if (endsOn === undefined) return [];
  const begins = startsOn === undefined ? 'Le projet' : `Le projet commence le ${frenchDate(startsOn)} et`;
  return [`${begins} s’achève au plus tard le ${frenchDate(endsOn)}.`];
};

const refusal = z.object(decided);

/** Décision de refus, with its reasons and remedies whatever the law requires of this refusal. */
export const refusalDecision = defineLetter(
  refusal,
  (data, context) => ({
    title: 'Décision de refus d’une subvention',
    blocks: [
      ...grounds(data),
      article(
        'Article 1er',
        `La demande de subvention présentée par ${beneficiary(context)} pour le projet « ${context.project} » est refusée.`,
      ),
      article(
        'Article 2',
        'La présente décision est notifiée au demandeur. Elle ne fait pas obstacle au dépôt d’un nouveau projet lors d’un prochain appel.',
      ),
    ],
    signatures: [signature(data, context)],
    notices: [remediesNotice(data.remedies, context.service), contactNotice(context.service)],
  }),
  ({ decidedBy }) => [decidedBy],
);

export function grounds({ visas, reasons }: z.infer<typeof refusal>): Block[] {
  return [
    ...visas.map((visa) => paragraph(`Vu ${visa} ;`)),
    heading('Motifs'),
    ...reasons.map((reason) => paragraph(reason)),
    heading('Décide'),
  ];
}

/** `Article 1er. – Une subvention…` */
export const article = (number: string, text: string): Block => paragraph(`${number}. – ${text}`);

const paragraphs = (...texts: string[]): Block[] => texts.map(paragraph);

const percent = (share: number): string => `${String(Math.round(share * 1000) / 10).replace('.', ',')} %`;

/** `Institut Exemple (SIRET 999…)`. */
export function beneficiary({ addressee }: LetterContext): string {
  const name = addressee.body ?? addressee.name;
  return addressee.siret ? `${name} (SIRET ${addressee.siret})` : name;
}

export const signature = ({ decidedBy, capacity, decidedOn }: z.infer<typeof refusal>, { nameOf }: LetterContext): Signature => ({
  capacity: `${capacity},`,
  name: nameOf(decidedBy),
  note: `Décision prise dans le téléservice le ${frenchDate(decidedOn)}`,
});
