import type { Commitment } from '#workflows/directors-year/tasks/commitment.js';

/** What the invented directors commit to. */
export const commitments: readonly [Omit<Commitment, 'dueOn'>, ...Omit<Commitment, 'dueOn'>[]] = [
  {
    text: 'Chaque projet de la direction montre un service utilisable tous les trois mois.',
    indicator: 'Projets qui ont montré un service',
    baseline: '2 sur 11',
    target: '8 sur 11',
  },
  {
    text: 'Toutes les démarches de la direction sont mesurées par leurs usagers, et les trois moins bien notées sont refaites.',
    indicator: 'Démarches dont la satisfaction est publiée',
    baseline: '5 sur 19',
    target: '19 sur 19',
  },
  {
    text: 'Les cadres de la direction suivent une journée d’immersion dans une équipe produit.',
    indicator: 'Cadres venus en immersion',
    baseline: '0 sur 34',
    target: '25 sur 34',
  },
  {
    text: 'Les données que nous demandons deux fois aux usagers sont échangées entre administrations.',
    indicator: 'Pièces qui ne sont plus demandées',
    baseline: '0 sur 12',
    target: '6 sur 12',
  },
  {
    text: 'Les marchés numériques sont découpés en lots courts, avec une équipe interne qui les conduit.',
    indicator: 'Marchés conduits par une équipe interne',
    baseline: '1 sur 9',
    target: '5 sur 9',
  },
  {
    text: 'Nos sites sont accessibles à tous\u00a0: chaque équipe corrige ses défauts avant de livrer.',
    indicator: 'Taux moyen de conformité au référentiel d’accessibilité',
    baseline: '54 points',
    target: '85 points',
  },
  {
    text: 'Le comité de direction décide chaque mois à partir d’un tableau de bord partagé avec les équipes.',
    indicator: 'Comités tenus avec le tableau de bord',
    baseline: '0 sur 10',
    target: '9 sur 10',
  },
  {
    text: 'Un agent sur cinq de la direction est formé à l’usage raisonné de l’intelligence artificielle.',
    indicator: 'Agents formés',
    baseline: '12 agents',
    target: '90 agents',
  },
];

/** What the review of a commitment says, by its result. */
export const reviewed = {
  kept: 'La cible est atteinte\u202f; le suivi est publié dans le rapport d’activité de la direction.',
  postponed: 'La moitié du chemin est faite\u202f; le recrutement prévu a pris du retard.',
  givenUp: 'La réorganisation du service a changé les priorités. Nous avons appris à commencer plus petit.',
} as const;

export const priorities: readonly [string, ...string[]] = [
  'Décider avec des chiffres.',
  'Des projets plus courts, avec les usagers.',
  'Que les équipes parlent la même langue que leurs prestataires.',
  'Moins de papier entre services.',
  'Que chaque service en ligne ait quelqu’un qui le suit.',
];
