import { defaultPolicies } from '../kit/interventions.js';
import type { Procedure } from '../kit/procedure.js';
import { launchHeld, seatNews } from '../seated-event/news.js';
import { catchUpEnds, deepeningEnds, projectionEnds, yearEnds } from './clocks.js';
import { documents } from './documents.js';
import { directorsYearInput, type DirectorsYearInput } from './input.js';
import { liveYear } from './live-year.r1.js';
import { stages } from './stages.js';
import { holdExchange, lookBack, reviewCommitment } from './tasks/closing.js';
import { prepareCommitment, signCommitment } from './tasks/commitment.js';
import { diagnose } from './tasks/diagnosis.js';
import { offerDeclined, yearEnded } from './tasks/offers.js';

/** The year of a director of central administration: one case each, started by edition and wave. */
export const directorsYearR1: Procedure<DirectorsYearInput> = {
  id: 'directors-year',
  revision: 'r1',
  label: 'Année des directeurs d’administration centrale',
  inForceFrom: '2024-01-09',
  input: directorsYearInput,
  story: liveYear,
  stages,
  tasks: [diagnose, prepareCommitment, signCommitment, reviewCommitment, holdExchange, lookBack],
  events: [launchHeld, seatNews, offerDeclined, yearEnded],
  clocks: [projectionEnds, deepeningEnds, yearEnds, catchUpEnds],
  documents: Object.values(documents),
  opening: 'Année commencée',
  outcomes: { completed: 'Année achevée', partial: 'Année achevée en partie', ended: 'Année interrompue' },
  waits: { 'follow-up': 'Six mois après l’attestation' },
  summarise: ({ editionTitle, owner, bodyName, siret, editionId }) => ({
    title: `Année des directeurs – ${editionTitle}`,
    owner,
    ...(bodyName !== undefined && { bodyName }),
    ...(siret !== undefined && { siret }),
    callId: editionId,
  }),
  zone: ({ zone }) => zone,
  // Its end gives the seats back: see `year-ended`. After a change of post it may also follow the director (transfer) or wait (pause).
  interventions: { withdraw: { ...defaultPolicies.withdraw, by: [] } },
};
