import type { Application } from '#workflows/ftap/application.js';
import { fakeSiret } from './seed-id.js';

/** What a case is played to: a filed application, then one step further each time. */
export type Reached =
  | 'filed'
  | 'piecesAsked'
  | 'studied'
  | 'oneGrid'
  | 'committee'
  | 'decision'
  | 'waitingList'
  | 'refused'
  | 'convention'
  | 'commitment'
  | 'instalment'
  | 'paid'
  | 'inadmissible'
  | 'withdrawn'
  | 'paused';

export interface SeedProject {
  readonly title: string;
  readonly owner: 'Camille Exemple' | 'Dominique Test-Martin' | 'Alix Fictif';
  readonly thousands: number;
  readonly reached: Reached;
  /** Days that pass in the case afterwards, so that reminders and late tasks are seen. */
  readonly daysLater?: number;
}

const camille = 'Camille Exemple';
const dominique = 'Dominique Test-Martin';
const alix = 'Alix Fictif';

export const projects: readonly SeedProject[] = [
  { title: 'Culture de la donnée dans les sous-préfectures', owner: camille, thousands: 120, reached: 'filed' },
  { title: 'Atelier itinérant d’accessibilité numérique', owner: alix, thousands: 64, reached: 'filed', daysLater: 24 },
  { title: 'Apprendre à conduire un projet agile', owner: dominique, thousands: 95, reached: 'filed', daysLater: 10 },
  { title: 'Écrire simplement en ligne', owner: alix, thousands: 52, reached: 'piecesAsked' },
  { title: 'Diriger par l’impact', owner: camille, thousands: 210, reached: 'piecesAsked', daysLater: 20 },
  { title: 'Jeu d’apprentissage de la cybersécurité', owner: dominique, thousands: 180, reached: 'studied' },
  { title: 'Tutorat entre développeurs de l’État', owner: camille, thousands: 75, reached: 'studied', daysLater: 30 },
  { title: 'Prévision météorologique et apprentissage automatique', owner: dominique, thousands: 340, reached: 'oneGrid' },
  { title: 'Numériser les fonds anciens : gestes et outils', owner: alix, thousands: 150, reached: 'oneGrid', daysLater: 6 },
  { title: 'Parcours « produit numérique » pour chefs de bureau', owner: camille, thousands: 88, reached: 'committee' },
  { title: 'Cartographie ouverte pour les collectivités', owner: camille, thousands: 132, reached: 'committee' },
  { title: 'École des données climatiques', owner: dominique, thousands: 260, reached: 'decision' },
  { title: 'Médiation numérique en bibliothèque', owner: alix, thousands: 58, reached: 'decision', daysLater: 12 },
  { title: 'Plateforme audiovisuelle de formation', owner: alix, thousands: 950, reached: 'waitingList' },
  { title: 'Fabrique de tutoriels ouverts', owner: dominique, thousands: 640, reached: 'waitingList' },
  { title: 'Outillage bureautique avancé', owner: dominique, thousands: 70, reached: 'refused' },
  { title: 'Communautés apprenantes des territoires', owner: camille, thousands: 145, reached: 'convention' },
  { title: 'Conservation numérique de longue durée', owner: alix, thousands: 190, reached: 'commitment' },
  { title: 'Simulateur de crise pour les équipes de permanence', owner: dominique, thousands: 225, reached: 'instalment' },
  { title: 'Accueil des nouveaux agents du numérique', owner: camille, thousands: 110, reached: 'paid' },
  { title: 'Location de matériel de formation', owner: alix, thousands: 55, reached: 'inadmissible' },
  { title: 'Séminaire annuel des webmestres', owner: alix, thousands: 51, reached: 'withdrawn' },
  { title: 'Formation aux marchés publics numériques', owner: camille, thousands: 99, reached: 'paused' },
];

const bodies = {
  [camille]: { name: 'Agence nationale de la cohésion des territoires', siret: fakeSiret(2) },
  [dominique]: { name: 'Météo-France', siret: fakeSiret(3) },
  [alix]: { name: 'Bibliothèque nationale de France', siret: fakeSiret(5) },
};

/** The application of a project, but for its files. */
export function applicationOf(
  { title, owner, thousands }: Pick<SeedProject, 'title' | 'owner' | 'thousands'>,
  startsOn: string,
): Omit<Application, 'pieces'> {
  const amountCents = thousands * 1_000_00;
  return {
    project: {
      title,
      summary: `«\u00A0${title}\u00A0» forme des agents de plusieurs ministères par des ateliers courts, en présence et à distance, et laisse des supports réutilisables.`,
      audience: 'Agents de catégorie A et B des services centraux et déconcentrés, environ quatre cents la première année.',
      startsOn,
      durationMonths: 12,
    },
    body: { ...bodies[owner], kind: 'operator', contactEmail: 'formation@exemple.gouv.invalid' },
    budget: {
      lines: [
        { label: 'Conception des modules', amountCents: Math.round(amountCents * 1.4), eligible: true },
        { label: 'Expérimentation auprès des agents', amountCents: Math.round(amountCents * 0.9), eligible: true },
        { label: 'Location de salles', amountCents: Math.round(amountCents * 0.1), eligible: false },
      ],
      amountCents,
    },
    effects: {
      promised: [
        {
          kind: 'agentsTrained',
          indicator: 'Agents formés en un an',
          unit: 'agents',
          baseline: 0,
          target: 400,
          method: 'Décompte des attestations de fin de formation, sans double compte.',
          owner: 'Service de la formation',
          evidence: 'Extraction de la plateforme de formation',
        },
      ],
    },
    commitments: { reuse: true, sincere: true },
  };
}
