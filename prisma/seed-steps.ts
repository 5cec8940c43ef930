import { answer, happen, pdf, person } from './seed-play.js';
import type { Reached, SeedProject } from './seed-projects.js';

const why = 'Le besoin est établi, la méthode éprouvée et le coût par agent formé raisonnable.';

const grid = (score: number) => ({
  noConflict: true,
  marks: Object.fromEntries(
    ['need', 'pedagogy', 'reuse', 'feasibility', 'budget'].map((key, index) => [
      key,
      { score: score - (index % 3), why: 'Le dossier le montre.' },
    ]),
  ),
  opinion: score > 10 ? 'favourable' : 'reserved',
  summary: 'Projet utile à plusieurs ministères ; équipe prête, calendrier tenable.',
});

/** What it takes to bring a case one step further, unless it is to stay before that. */
export interface SeedStep {
  readonly until: readonly Reached[];
  readonly play: (ref: string, project: SeedProject, today: string) => Promise<unknown>;
}

export const beforeCommittee: readonly SeedStep[] = [
  { until: ['filed', 'withdrawn', 'paused'], play: (ref) => answer('Sacha Modèle', ref, 'check-completeness', { verdict: 'complete' }) },
  {
    until: ['studied'],
    play: async (ref) => {
      await answer('Sacha Modèle', ref, 'score-application', grid(15));
      await answer('Maé Spécimen', ref, 'expert-opinion', { opinion: 'favourable', reasons: why });
    },
  },
  {
    until: ['oneGrid'],
    play: async (ref) => {
      await answer('Charlie Démo', ref, 'score-application', grid(13), 2);
      const reserved = { opinion: 'reserved', reasons: 'Les sous-titres des vidéos restent à prévoir.' };
      await answer('Lou Prototype', ref, 'expert-opinion', reserved, 2);
    },
  },
];

export const afterCommittee: readonly SeedStep[] = [
  {
    until: ['decision', 'waitingList'],
    play: async (ref, { reached, thousands }) => {
      const decision =
        reached === 'refused'
          ? {
              decision: 'refuse',
              inLaw: 'Règlement de l’appel, article 3 : les dépenses de fonctionnement courant sont exclues.',
              inFact: 'Le projet finance pour l’essentiel des abonnements et du matériel de bureau.',
            }
          : { decision: 'award', amountCents: thousands * 1_000_00, why };
      await answer('Gaël Témoin', ref, 'decide', decision);
      await answer('Gaël Témoin', ref, 'release-notice', { verdict: 'notify' });
    },
  },
  {
    until: ['refused', 'convention'],
    play: async (ref, { owner }, signedOn) => {
      const signature = (signedBy: string) => ({ signedOn, signedBy, documents: [] });
      await answer(owner, ref, 'sign-convention', { choice: 'sign', ...signature('Directeur général') });
      await answer('Gaël Témoin', ref, 'countersign-convention', signature('Directeur interministériel'));
    },
  },
  {
    until: ['commitment'],
    play: (ref, _project, committedOn) =>
      answer('Ange Imaginaire', ref, 'record-commitment', { result: 'recorded', ejNumber: '2100000042', committedOn }),
  },
  {
    until: ['instalment'],
    play: async (ref, { owner, thousands }, paidOn) => {
      const document = await (await person(owner)).upload({ caseRef: ref }, 'Coordonnées bancaires.pdf', pdf);
      await answer(owner, ref, 'request-instalment', {
        statement: 'Le projet démarre comme prévu.',
        spentCents: 0,
        documents: [document],
      });
      await answer('Sacha Modèle', ref, 'certify-service', { verdict: 'certify' });
      await answer('Gaël Témoin', ref, 'order-payment', { ordered: true });
      await happen('Ange Imaginaire', ref, 'payment-confirmed', { paidOn, amountCents: thousands * 300_00, chorusNumber: '1900000007' });
    },
  },
];
