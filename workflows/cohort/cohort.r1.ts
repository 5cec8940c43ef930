import { defaultPolicies } from '../kit/interventions.js';
import type { Procedure } from '../kit/procedure.js';
import { documents } from './documents.js';
import { cohortInput, type CohortInput } from './input.js';
import { runCohort } from './run-cohort.r1.js';
import { stages } from './stages.js';
import { confirmSession } from './tasks/confirm-session.js';
import { declareTies, giveResult, openJury } from './tasks/jury.js';
import { applicationReceived, memberLeft, seatAsked } from './tasks/members.js';
import { planChanged, releaseChange } from './tasks/plan-changes.js';

/** A cohort of reconversion journeys: one case a cohort, the parent of its members' cases. */
export const cohortR1: Procedure<CohortInput> = {
  id: 'cohort',
  revision: 'r1',
  label: 'Cohorte de reconversion',
  inForceFrom: '2024-01-09',
  input: cohortInput,
  story: runCohort,
  stages,
  tasks: [releaseChange, confirmSession, declareTies, openJury, giveResult],
  events: [applicationReceived, seatAsked, memberLeft, planChanged],
  clocks: [],
  documents: Object.values(documents),
  opening: 'Cohorte ouverte aux candidatures',
  outcomes: { ended: 'Tous les parcours sont terminés', empty: 'Aucune candidature' },
  waits: { applications: 'Fin des candidatures', start: 'Début de la cohorte', session: 'Session de la cohorte' },
  summarise: ({ title, manager }) => ({ title, owner: manager }),
  runByOwner: true,
  zone: ({ zone }) => zone,
  interventions: {
    // A cohort with members is not taken back: each of their cases ends by itself.
    withdraw: { ...defaultPolicies.withdraw, by: [] },
    transfer: { ...defaultPolicies.transfer, by: [], askedBy: [] },
  },
};
