import { journeyTemplate, type JourneyTemplate } from './template.js';

/** Three months, two tracks: the first journey of the trial. */
export const projectManager: JourneyTemplate = journeyTemplate.parse({
  label: 'Chef de projet ou de produit numérique',
  trade: 'product',
  months: 3,
  tracks: [
    {
      key: 'business',
      label: 'Voie métier',
      prerequisites: [
        { key: 'project', label: 'Avoir conduit ou suivi un projet' },
        { key: 'users', label: 'Connaître un public d’usagers ou d’agents' },
      ],
    },
    {
      key: 'technical',
      label: 'Voie technique',
      prerequisites: [
        { key: 'project', label: 'Avoir conduit ou suivi un projet' },
        { key: 'systems', label: 'Connaître les bases des systèmes d’information' },
        { key: 'data', label: 'Savoir lire et manipuler des données' },
      ],
    },
  ],
  milestones: [
    {
      key: 'foundations',
      label: 'Socle commun',
      stage: 'month1',
      from: 1,
      month: 1,
      deliverable: 'Carnet du socle commun',
      validatedBy: 'coach',
    },
    {
      key: 'track',
      label: 'Voie métier ou technique',
      stage: 'month2',
      from: 2,
      month: 2,
      deliverable: 'Évaluation de la voie',
      validatedBy: 'coach',
    },
    {
      key: 'practice',
      label: 'Mise en situation',
      stage: 'month3',
      from: 3,
      month: 3,
      deliverable: 'Livrable de la mission',
      validatedBy: 'coach',
    },
  ],
  thesis: 'Mémoire de fin de parcours',
});

/** Six months, no prerequisite: the diagnosis sets the pace. */
export const strategyAdviser: JourneyTemplate = journeyTemplate.parse({
  label: 'Conseiller en stratégie numérique',
  trade: 'strategy',
  months: 6,
  milestones: [
    { key: 'immersion', label: 'Immersion', stage: 'month1', from: 1, month: 1, deliverable: 'Rapport d’étonnement', validatedBy: 'coach' },
    {
      key: 'fundamentals',
      label: 'Fondamentaux',
      stage: 'month2',
      from: 2,
      month: 2,
      deliverable: 'Bilan des modules et de PIX',
      validatedBy: 'coach',
    },
    {
      key: 'strategy',
      label: 'Stratégie, droit et achat',
      stage: 'month3',
      from: 3,
      month: 3,
      deliverable: 'Étude de cas',
      validatedBy: 'coach',
      midTerm: true,
    },
    { key: 'mission', label: 'Mission', stage: 'mission', from: 4, month: 5, deliverable: 'Note stratégique', validatedBy: 'sponsor' },
  ],
  thesis: 'Mémoire',
});
