import { readServiceContact } from '#activities/service-contact.js';
import { convention } from '#activities/documents/letters/convention.js';
import { awardDecision, refusalDecision } from '#activities/documents/letters/decision.js';
import type { LetterContext } from '#activities/documents/letters/letter-kind.js';
import { draftMinutes, minutes } from '#activities/documents/letters/minutes.js';
import { decisionLetters } from './decision-letters.js';
import { receipt } from '#activities/documents/letters/receipt.js';
import { requestForPieces } from '#activities/documents/letters/request-for-pieces.js';
import { moneyLetters } from './money-letters.js';

/** What the specs write letters about: an invented body, an invented project. */
export const sampleContext: LetterContext = {
  reference: 'FTAP-2026-0042',
  on: '2026-03-02',
  project: 'Former 400 agents à l’accessibilité numérique',
  service: readServiceContact(undefined),
  addressee: { name: 'Camille Exemple', body: 'Institut national de l’exemple', siret: '99900001100018' },
  nameOf: () => 'Dominique Test-Martin',
};

const decided = {
  visas: [
    'le code des relations entre le public et l’administration',
    'le décret nº 2018-514 du 25 juin 2018 relatif aux subventions de l’État pour des projets d’investissement',
    'l’avis du comité de sélection du 20 mai 2026',
  ],
  remedies: 'court',
  decidedBy: '00000000-0000-4000-8000-000000000001',
  capacity: 'La directrice interministérielle, ordonnatrice déléguée',
  decidedOn: '2026-06-01',
} as const;

const instalments = [
  { label: 'Avance', share: 0.3, amountCents: 36_000_00, condition: 'Signature de la convention' },
  {
    label: 'Acompte',
    share: 0.5,
    amountCents: 60_000_00,
    condition: 'Compte rendu d’avancement et dépenses justifiées à hauteur de l’avance',
  },
  { label: 'Solde', share: 0.2, amountCents: 24_000_00, condition: 'Bilan final accepté' },
];

const sitting = {
  callTitle: 'Guichet Campus 2026',
  metOn: '2026-06-18',
  presiding: decided.decidedBy,
  secretary: decided.decidedBy,
  present: [decided.decidedBy],
  absent: [],
  quorum: 0.5,
  envelopeLeftCents: 450_000_00,
  proposedCents: 100_000_00,
  cases: [
    {
      ref: 'FTAP-2026-000001',
      title: 'Écrire simplement en ligne',
      bodyName: 'Institut national de l’exemple',
      requestedCents: 120_000_00,
      marks: { count: 2, average: 13.5, favourable: 2, reserved: 0, unfavourable: 0 },
      quorum: { sitting: 3, needed: 2, present: 2, reached: true },
      recused: [decided.decidedBy],
      opinion: { result: 'reserved', amountCents: 100_000_00, reserves: 'Préciser le calendrier.' },
    },
    {
      ref: 'FTAP-2026-000002',
      title: 'Diriger par l’impact',
      bodyName: 'Institut national de l’exemple',
      requestedCents: 400_000_00,
      marks: { count: 0, favourable: 0, reserved: 0, unfavourable: 0 },
      quorum: { sitting: 3, needed: 2, present: 1, reached: false },
      recused: [],
      opinion: { result: 'postponed', why: 'Le quorum n’est pas atteint.' },
    },
  ],
};

export const letters = {
  receipt: receipt.write(
    {
      receivedOn: '2026-03-02',
      implicitDecision: { on: '2026-11-02', direction: 'rejection' },
      missingPieces: [{ label: 'Relevé d’identité bancaire', basis: 'règlement de l’appel, article 4' }],
    },
    sampleContext,
  ),
  receiptWithoutSilence: receipt.write({ receivedOn: '2026-03-02' }, sampleContext),
  requestForPieces: requestForPieces.write(
    {
      pieces: [
        { label: 'Budget prévisionnel signé', basis: 'décret nº 2018-514, article 3' },
        { label: 'Délégation de signature du représentant' },
      ],
      lastDay: '2026-04-15',
    },
    sampleContext,
  ),
  award: awardDecision.write(
    {
      ...decided,
      reasons: [
        'Considérant que le projet répond aux objectifs de l’appel à projets, que sa méthode d’évaluation est éprouvée et que ses contenus seront réutilisables par tous les ministères ;',
        'Considérant que le coût éligible est justifié par des devis concordants ;',
      ],
      amountCents: 120_000_00,
      eligibleCents: 300_000_50,
      rate: 0.4,
      instalments,
      conditions: ['réutilisation des contenus par le Campus du numérique public ;', 'accessibilité des contenus (RGAA 4.1).'],
      endsOn: '2027-12-31',
    },
    sampleContext,
  ),
  refusal: refusalDecision.write(
    {
      ...decided,
      reasons: [
        'Considérant que le budget présenté ne distingue pas les dépenses de fonctionnement, inéligibles selon l’article 5 du règlement de l’appel ;',
      ],
    },
    sampleContext,
  ),
  convention: convention.write(
    {
      amountCents: 120_000_00,
      eligibleCents: 300_000_50,
      decidedOn: '2026-06-01',
      instalments,
      endsOn: '2027-12-31',
      capacity: 'la directrice interministérielle du numérique',
      signedForStateBy: decided.decidedBy,
    },
    sampleContext,
  ),
  ...decisionLetters(sampleContext, decided),
  ...moneyLetters(sampleContext, decided),
  draftMinutes: draftMinutes.write(sitting, sampleContext),
  minutes: minutes.write({ ...sitting, signedOn: '2026-06-19' }, sampleContext),
};
