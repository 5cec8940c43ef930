import type { Intervention } from './journal.js';
import type { Role } from './people.js';

export type InterventionKind = Intervention['kind'];

/** Who may do an intervention outright, who may only ask for it, who then decides, and in which stages. */
export interface InterventionPolicy {
  readonly label: string;
  /** Roles that may do it outright (subject to `secondPerson`). */
  readonly by: readonly Role[];
  /** Roles that may ask: a task opens for `decidedBy`. */
  readonly askedBy: readonly Role[];
  readonly decidedBy: Role;
  /** Even who may do it outright needs a second person among `decidedBy`. */
  readonly secondPerson: boolean;
  /** Stages in which it is possible; left out: all. */
  readonly stages?: readonly string[];
}

export type InterventionPolicies = Readonly<Record<InterventionKind, InterventionPolicy>>;

/** Defaults of domain.md section 4 (exceptions) and `permissions.json`; a procedure may replace any of them. */
export const defaultPolicies: InterventionPolicies = {
  withdraw: {
    label: 'Retirer la demande',
    by: ['applicant', 'participant'],
    askedBy: [],
    decidedBy: 'programManager',
    secondPerson: false,
  },
  pause: {
    label: 'Suspendre le dossier',
    by: ['programManager'],
    askedBy: ['applicant', 'participant', 'employer', 'coach', 'director'],
    decidedBy: 'programManager',
    secondPerson: false,
  },
  resume: {
    label: 'Reprendre le dossier',
    by: ['programManager'],
    askedBy: ['applicant', 'participant', 'employer', 'coach', 'director'],
    decidedBy: 'programManager',
    secondPerson: false,
  },
  extend: {
    label: 'Prolonger un délai',
    by: ['programManager'],
    askedBy: ['applicant', 'participant', 'expert', 'reviewer', 'coach', 'employer', 'director'],
    decidedBy: 'programManager',
    secondPerson: false,
  },
  reassign: {
    label: 'Confier à une autre personne',
    by: ['programManager'],
    askedBy: ['reviewer', 'coach'],
    decidedBy: 'programManager',
    secondPerson: false,
  },
  correct: {
    label: 'Corriger une réponse',
    by: ['programManager'],
    askedBy: ['reviewer', 'coach'],
    decidedBy: 'programManager',
    secondPerson: true,
  },
  transfer: {
    label: 'Transférer le dossier à un autre organisme',
    by: ['programManager'],
    askedBy: [],
    decidedBy: 'programManager',
    secondPerson: true,
  },
  adopt: {
    label: 'Passer à une nouvelle version de la procédure',
    by: ['administrator'],
    askedBy: [],
    decidedBy: 'programManager',
    secondPerson: true,
  },
};

export const policyOf = (procedure: { interventions?: Partial<InterventionPolicies> }, kind: InterventionKind): InterventionPolicy =>
  procedure.interventions?.[kind] ?? defaultPolicies[kind];
