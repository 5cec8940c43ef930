import { frenchDate } from '../calendar/french.js';
import { defaultPolicies } from '../kit/interventions.js';
import type { Procedure } from '../kit/procedure.js';
import { documents } from './documents.js';
import { sessionInput, type SessionInput } from './input.js';
import { cancelled, holdSession } from './session.r1.js';
import { stages } from './stages.js';
import { declareInterests } from './tasks/declare-interests.js';
import { giveOpinions } from './tasks/give-opinions.js';
import { markCases } from './tasks/mark-cases.js';
import { openSitting } from './tasks/open-sitting.js';
import { signMinutes } from './tasks/sign-minutes.js';

/** A session of the committee of FTAP: one case a session, whose journal is the legal record. */
export const ftapCommitteeR1: Procedure<SessionInput> = {
  id: 'ftap-committee',
  revision: 'r1',
  label: 'Séance du comité de sélection FTAP',
  inForceFrom: '2024-01-09',
  input: sessionInput,
  story: holdSession,
  stages,
  tasks: [declareInterests, markCases, openSitting, giveOpinions, signMinutes],
  events: [],
  clocks: [],
  documents: Object.values(documents),
  opening: 'Séance convoquée',
  outcomes: { held: 'Séance tenue', notHeld: 'Séance non tenue' },
  summarise: ({ metOn, callTitle, callId, secretary }) => ({
    title: `Comité du ${frenchDate(metOn)} – ${callTitle}`,
    owner: secretary,
    callId,
  }),
  zone: ({ zone }) => zone,
  interventions: {
    withdraw: {
      ...defaultPolicies.withdraw,
      label: 'Annuler la séance',
      by: ['programManager'],
      stages: ['preparation'],
    },
    // Nobody else's session: who took it over would have convened nobody.
    transfer: { ...defaultPolicies.transfer, by: [], askedBy: [] },
  },
  whenWithdrawn: cancelled,
};
