import { defaultPolicies } from '../kit/interventions.js';
import type { Procedure } from '../kit/procedure.js';
import { clocks } from './clocks.js';
import { letters } from './documents.js';
import { employerOf, journeyInput, participant, programManager, type JourneyInput } from './input.js';
import { reconversionJourney } from './journey.r1.js';
import { stages3m, stages6m, stagesBeforeDayOne } from './stages.js';
import { giveAgreement } from './tasks/agreement.js';
import { answerAppeal, appealLodged } from './tasks/appeal.js';
import { answerFollowUp, recordAssignment } from './tasks/assignment.js';
import { signConvention } from './tasks/convention.js';
import { coachOpinion, handInThesis, juryHeld } from './tasks/defence.js';
import { fundingNamed } from './tasks/funding.js';
import { exitInterview, journeyLeft } from './tasks/leaving.js';
import { beHeard, confirmStop, decideMidTerm, reportMidTerm } from './tasks/mid-term.js';
import { handInMilestone, reviewMilestone } from './tasks/milestone.js';
import { seatGiven, selectCandidate, takePositioning } from './tasks/selection.js';
import { calendarChanged, coachChanged, coachMeeting, handOver, logWritten, reachOut } from './tasks/support.js';
import { decideTrackSwitch, trackSwitchRequested } from './tasks/track.js';

const tasks = [
  giveAgreement,
  takePositioning,
  selectCandidate,
  signConvention,
  handInMilestone,
  reviewMilestone,
  coachMeeting,
  reachOut,
  handOver,
  handInThesis,
  coachOpinion,
  exitInterview,
  answerAppeal,
  recordAssignment,
  answerFollowUp,
];
const events = [seatGiven, fundingNamed, calendarChanged, coachChanged, logWritten, juryHeld, journeyLeft, appealLodged];

const outcomes = {
  assigned: 'Affecté sur un poste du numérique',
  withoutPost: 'Parcours validé, sans poste du numérique à ce jour',
  failed: 'Parcours suivi, non validé par le jury',
  droppedOut: 'Parcours terminé avant son terme',
  refusedByEmployer: 'Sans accord de l’employeur',
  employerSilent: 'Rejet né du silence de l’employeur',
  postponed: 'Reporté à une prochaine promotion',
  notSelected: 'Candidature non retenue',
  noSeat: 'Sans place dans cette promotion',
  notSigned: 'Convention non signée',
};

const common = {
  revision: 'r1',
  inForceFrom: '2024-01-09',
  story: reconversionJourney,
  clocks,
  documents: Object.values(letters),
  opening: 'Candidature déposée',
  waits: {
    'day-one': 'Premier jour du parcours',
    'after-nudge': 'Réponse du participant au message envoyé',
    'follow-up': 'Prochaine prise de nouvelles',
  },
  groups: { host: 'l’administration d’accueil' },
  summarise: ({ template, owner, application: { bodyName, siret } }) => ({
    title: template.label,
    owner,
    bodyName,
    ...(siret !== undefined && { siret }),
  }),
  interventions: {
    // From day one on, a journey is left, with an exit interview.
    withdraw: { ...defaultPolicies.withdraw, label: 'Retirer la candidature', stages: stagesBeforeDayOne },
  },
  whenWithdrawn: (file, input) => {
    for (const to of [participant, employerOf(input), programManager]) file.tell(to, 'withdrawn');
  },
} satisfies Omit<Procedure<JourneyInput>, 'id' | 'label' | 'input' | 'stages' | 'tasks' | 'events' | 'outcomes'>;

/** Chef de projet ou de produit numérique: R0 to R8. */
export const reconversion3mR1: Procedure<JourneyInput> = {
  ...common,
  id: 'reconversion-3m',
  label: 'Reconversion en trois mois',
  input: journeyInput(3),
  stages: stages3m,
  tasks: [...tasks, decideTrackSwitch],
  events: [...events, trackSwitchRequested],
  outcomes,
};

/** Conseiller en stratégie numérique: S0 to S10, without prerequisites, with a mid-term review. */
export const reconversion6mR1: Procedure<JourneyInput> = {
  ...common,
  id: 'reconversion-6m',
  label: 'Reconversion en six mois',
  input: journeyInput(6),
  stages: stages6m,
  tasks: [...tasks, reportMidTerm, decideMidTerm, beHeard, confirmStop],
  events,
  outcomes: { ...outcomes, stopped: 'Parcours arrêté après la revue de mi-parcours' },
};
