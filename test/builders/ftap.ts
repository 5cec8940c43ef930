import type { Application } from '#workflows/ftap/application.js';
import type { CallTerms } from '#workflows/ftap/call-terms.js';
import { committee } from '#workflows/ftap/course/committee.js';
import { aFileId, type Course } from '#workflows/ftap/course/course.js';
import { typicalCourse } from '#workflows/ftap/course/index.js';
import { evenGrid } from '#workflows/ftap/course/study.js';
import type { FtapInput } from '#workflows/ftap/input.js';
import type { OpenItem, Play, Player } from '#workflows/kit/rehearsal.js';

export { aFileId };

/** A call with valid defaults: five criteria, half of the cost, 50 k€ to 1.5 M€. */
export function aCall(change: Partial<CallTerms> = {}): CallTerms {
  return {
    title: 'Guichet Campus 2026',
    envelopeCents: 2_000_000_00,
    rate: 0.5,
    floorCents: 50_000_00,
    ceilingCents: 1_500_000_00,
    criteria: [
      { key: 'need', label: 'Réponse à un besoin', help: 'Le besoin est établi.', weight: 3 },
      { key: 'reuse', label: 'Réutilisation', help: 'D’autres administrations peuvent s’en servir.', weight: 3 },
      { key: 'pedagogy', label: 'Qualité pédagogique', help: 'Objectifs, progression, évaluation.', weight: 2 },
      { key: 'team', label: 'Équipe', help: 'Compétences et disponibilité.', weight: 1 },
      { key: 'cost', label: 'Coût', help: 'Le coût par agent formé est maîtrisé.', weight: 1 },
    ],
    gapForThirdReviewer: 0.3,
    instalments: [
      { kind: 'advance', label: 'Avance', share: 0.3, condition: 'À la signature de la convention' },
      { kind: 'interim', label: 'Acompte', share: 0.5, condition: 'Sur compte rendu d’exécution' },
      { kind: 'balance', label: 'Solde', share: 0.2, condition: 'Sur bilan final' },
    ],
    eligibleBodies: ['stateService', 'operator', 'association', 'company'],
    investment: false,
    durationMonths: { min: 3, max: 36 },
    committeeQuorum: 0.5,
    graceWorkingDays: 2,
    followUpMonths: [12, 24, 36],
    requiredPieces: [
      { key: 'budget', label: 'Budget prévisionnel', basis: 'Règlement de l’appel, article 4', essential: true },
      { key: 'statutes', label: 'Statuts', basis: 'Règlement de l’appel, article 5', essential: false },
    ],
    reviewersGroup: 'campus',
    expertGroups: ['pedagogy', 'digital'],
    expertQuestion: 'Le dispositif est-il réutilisable par d’autres administrations ?',
    committeeDates: ['2024-05-15', '2024-06-19', '2025-05-15', '2026-03-18', '2026-06-18', '2026-09-17', '2027-06-18'],
    zone: 'metropole',
    ...change,
  };
}

export function anApplication(change: Partial<Application> = {}): Application {
  return {
    project: {
      title: 'Parcours données pour tous',
      summary: 'Un parcours hybride qui apprend à lire, croiser et présenter des données publiques.',
      audience: 'Agents de catégorie A et B, sans prérequis.',
      startsOn: '2024-09-01',
      durationMonths: 12,
    },
    body: {
      name: 'Institut Exemple',
      siret: '99900001100018',
      kind: 'association',
      contactEmail: 'formation@exemple.gouv.invalid',
    },
    budget: { lines: [{ label: 'Conception', amountCents: 300_000_00, eligible: true }], amountCents: 120_000_00 },
    effects: {
      promised: [
        {
          kind: 'agentsTrained',
          indicator: 'Agents formés',
          unit: 'agents',
          baseline: 0,
          target: 500,
          method: 'Décompte des attestations de fin de parcours.',
          owner: 'Service de la formation',
          evidence: 'Extraction de la plateforme de formation',
        },
      ],
    },
    pieces: { budget: [aFileId], statutes: [] },
    commitments: { reuse: true, sincere: true },
    ...change,
  };
}

export function ftapInput({ call, application }: { call?: Partial<CallTerms>; application?: Partial<Application> } = {}): FtapInput {
  return {
    application: anApplication(application),
    call: aCall(call),
    callId: 'call-1',
    callVersion: 1,
    owner: 'applicant-1',
    coApplicants: [],
  };
}

export const grid = (score = 14) => evenGrid(aCall(), score);

/** The committee and the authority grant less than was asked for. */
const lessThanAsked: Course = {
  'committee-heard': (item) => withAnswer(committee['committee-heard'], item, { amountCents: 100_000_00 }),
};

const withAnswer = (play: Course[string] | undefined, item: OpenItem, change: object): Play => {
  const played = play?.(item) ?? 'never';
  return played === 'never' ? played : { ...played, answer: { ...(played.answer as object), ...change } };
};

/** Everybody plays well, but for what is changed. */
export const players =
  (change: Course = {}): Player =>
  (item) =>
    ({ ...typicalCourse, ...lessThanAsked, ...change })[item.key]?.(item) ?? 'never';
