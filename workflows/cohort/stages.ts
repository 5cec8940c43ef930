import type { Stage } from '../kit/case-file.js';

export const stages = {
  applications: { id: 'applications', label: 'Candidatures' },
  preparation: { id: 'preparation', label: 'Préparation de la rentrée' },
  sessions: { id: 'sessions', label: 'Sessions' },
  jury: { id: 'jury', label: 'Jury' },
  followUp: { id: 'follow-up', label: 'Suivi des parcours' },
} as const satisfies Record<string, Stage>;
