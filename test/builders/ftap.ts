import type { Application } from '#workflows/ftap/application.js';
import type { CallTerms } from '#workflows/ftap/call-terms.js';
import type { FtapInput } from '#workflows/ftap/input.js';
import type { OpenItem, Play, Player } from '#workflows/kit/rehearsal.js';

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
      { label: 'Avance', share: 0.3, condition: 'À la signature de la convention' },
      { label: 'Acompte', share: 0.5, condition: 'Sur compte rendu d’exécution' },
      { label: 'Solde', share: 0.2, condition: 'Sur bilan final' },
    ],
    legalProfile: 'GENERAL_SUBSIDY',
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

export const aFileId = '00000000-0000-4000-8000-000000000001';

export function anApplication(change: Partial<Application> = {}): Application {
  return {
    project: {
      title: 'Parcours données pour tous',
      summary: 'Un parcours hybride qui apprend à lire, croiser et présenter des données publiques.',
      audience: 'Agents de catégorie A et B, sans prérequis.',
    },
    body: {
      name: 'Institut Exemple',
      siret: '99900001100018',
      kind: 'association',
      contactEmail: 'formation@exemple.gouv.invalid',
    },
    budget: { lines: [{ label: 'Conception', amountCents: 300_000_00, eligible: true }], amountCents: 120_000_00 },
    effects: { promised: [{ indicator: 'Agents formés', baseline: 0, target: 500 }] },
    pieces: { budget: [aFileId], statutes: [] },
    commitments: { reuse: true, sincere: true },
    ...change,
  };
}

export function ftapInput({ call, application }: { call?: Partial<CallTerms>; application?: Partial<Application> } = {}): FtapInput {
  return { application: anApplication(application), call: aCall(call), callId: 'call-1', owner: 'applicant-1' };
}

export const grid = (score = 14) => ({
  noConflict: true,
  marks: Object.fromEntries(aCall().criteria.map(({ key }) => [key, { score, why: 'Le dossier le montre bien.' }])),
  opinion: 'favourable',
  summary: 'Projet solide, équipe prête, coût maîtrisé.',
});

/** How everybody answers when all goes well, and how soon. */
const goodPlays: Readonly<Record<string, (item: OpenItem) => Play>> = {
  'check-completeness': () => ({ afterDays: 4, answer: { verdict: 'complete' }, by: 'reviewer-1' }),
  'supply-pieces': () => ({ afterDays: 12, answer: { documents: [aFileId] }, by: 'applicant-1' }),
  'score-application': ({ nth }) => ({ afterDays: 6 + nth, answer: grid(), by: `reviewer-${nth}` }),
  'expert-opinion': ({ nth }) => ({
    afterDays: 3 + nth,
    answer: { opinion: 'favourable', reasons: 'Le dispositif se transpose sans difficulté.' },
    by: `expert-${nth}`,
  }),
  'committee-result': ({ openedAt, due }) => ({
    afterHours: due ? (due.firesAt - openedAt) / 3_600_000 - 10 : 24,
    answer: { result: 'favourable', metOn: due?.lastDay ?? '2024-05-15', amountCents: 100_000_00 },
    by: 'committee-1',
  }),
  decide: () => ({
    afterDays: 3,
    answer: { decision: 'award', amountCents: 100_000_00, why: 'Le projet répond aux critères de l’appel.' },
    by: 'authority-1',
  }),
  'convention-signed': ({ nth }) => ({
    afterDays: 5 + nth,
    answer: { signedOn: '2024-06-10', signedBy: 'Directrice générale', documents: [] },
    by: nth === 1 ? 'applicant-1' : 'authority-1',
  }),
  'record-commitment': () => ({ afterDays: 2, answer: { ejNumber: '2100000042', committedOn: '2024-06-20' }, by: 'budget-1' }),
  'request-instalment': () => ({
    afterDays: 3,
    answer: { statement: 'Le projet démarre comme prévu.', documents: [aFileId] },
    by: 'applicant-1',
  }),
  'certify-service': () => ({ afterDays: 4, answer: { verdict: 'certify' }, by: 'reviewer-1' }),
  'order-payment': () => ({ afterDays: 1, answer: { ordered: true }, by: 'authority-1' }),
  'payment-confirmed': ({ context }) => ({
    afterDays: 6,
    answer: { paidOn: '2024-07-12', amountCents: (context as { amountCents: number }).amountCents, chorusNumber: '1900000007' },
    by: 'budget-1',
  }),
  'decide-intervention': () => ({ afterDays: 1, answer: { verdict: 'approve' }, by: 'manager-2', roles: ['programManager'] }),
};

/** Everybody plays well, but for what is changed. */
export const players =
  (change: Readonly<Record<string, (item: OpenItem) => Play>> = {}): Player =>
  (item) =>
    ({ ...goodPlays, ...change })[item.key]?.(item) ?? 'never';
