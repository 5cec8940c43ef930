/** Totals of a call that open to the rows they are the sum of. Amounts are in cents. */
export const moneyKeys = ['requested', 'proposed', 'awarded', 'committed', 'paid', 'clawedBack', 'released', 'left'] as const;
export type MoneyKey = (typeof moneyKeys)[number];

/** Journeys of reconversion that grants pay for, in agents. */
export const journeyKeys = ['journeysStarted', 'journeysCompleted', 'journeysEndedOtherwise', 'journeysInPost'] as const;
export type JourneyKey = (typeof journeyKeys)[number];

/** The others: what the cost of an agent trained is made of, promised effects, what was measured of them, and the cases themselves. */
export const otherKeys = ['trainingCost', 'agentsTrained', 'promised', 'measured', 'cases'] as const;

export const figureKeys = [...moneyKeys, ...journeyKeys, ...otherKeys] as const;
export type FigureKey = (typeof figureKeys)[number];

export const isFigureKey = (key: string): key is FigureKey => figureKeys.some((one) => one === key);

/** In what the values of a figure's rows are counted; an effect has the unit that its applicant gave. */
export type FigureUnit = 'cents' | 'cases' | 'agents' | 'effect';

interface FigureWords {
  readonly label: string;
  /** How it is counted, for people. */
  readonly definition: string;
  readonly unit: FigureUnit;
}

const agents = (label: string, definition: string): FigureWords => ({ label, definition, unit: 'agents' });
const cents = (label: string, definition: string): FigureWords => ({ label, definition, unit: 'cents' });

/** What each figure says and how it is counted: the page, the API and the table for spreadsheets use the same words. */
export const figureWords: Readonly<Record<FigureKey, FigureWords>> = {
  requested: cents('Demandé', 'Somme des subventions demandées par tous les dossiers déposés, quelle que soit leur issue.'),
  proposed: cents('Proposé', 'Somme des montants proposés par le comité\u00a0; pour un dossier revu, sa dernière proposition.'),
  awarded: cents('Attribué', 'Somme des montants attribués, comptés au départ de la notification.'),
  committed: cents('Engagé (AE)', 'Autorisations d’engagement inscrites dans Chorus.'),
  paid: cents('Payé (CP)', 'Crédits de paiement\u00a0: somme des paiements confirmés par le gestionnaire budgétaire.'),
  clawedBack: cents('Reversé', 'Sommes dont le reversement a été ordonné, après observations du bénéficiaire.'),
  released: cents(
    'Rendu à l’enveloppe',
    'Part attribuée qui revient à l’enveloppe\u00a0: renoncement, caducité, retrait, engagement non utilisé.',
  ),
  left: cents('Reste dans l’enveloppe', 'Enveloppe, moins ce qui est attribué, plus ce qui lui est rendu.'),
  journeysStarted: agents(
    'Parcours financés commencés',
    'Parcours de reconversion qu’une subvention de l’appel finance, comptés à leur premier jour.',
  ),
  journeysCompleted: agents('Agents reconvertis', 'Parcours financés que leur jury a validés.'),
  journeysEndedOtherwise: agents(
    'Parcours financés terminés autrement',
    'Parcours quittés ou arrêtés en chemin, ou suivis jusqu’au bout sans être validés.',
  ),
  journeysInPost: agents(
    'En poste dans un métier du numérique',
    'Parcours financés dont les dernières nouvelles disent que l’agent occupe un poste du numérique.',
  ),
  trainingCost: cents(
    'Dépense des dossiers mesurés',
    'Payé moins reversé, pour les seuls dossiers dont le nombre d’agents formés a été mesuré au moins une fois.',
  ),
  agentsTrained: {
    label: 'Agents formés',
    definition: 'Dernière valeur mesurée moins la valeur de départ, pour chaque effet promis de nature «\u00a0Agents formés\u00a0».',
    unit: 'agents',
  },
  promised: {
    label: 'Effets promis',
    definition:
      'Valeur visée moins valeur de départ, telles qu’elles ont été promises à l’attribution. Cette prévision n’est jamais modifiée.',
    unit: 'effect',
  },
  measured: {
    label: 'Effets mesurés',
    definition: 'Dernière valeur mesurée à cette échéance moins la valeur de départ.',
    unit: 'effect',
  },
  cases: { label: 'Dossiers', definition: 'Dossiers déposés dans l’appel.', unit: 'cases' },
};

export const costPerAgentWords = cents(
  'Coût par agent formé',
  'Payé moins reversé, divisé par le nombre d’agents formés, pour les seuls dossiers dont ce nombre a été mesuré.',
);
