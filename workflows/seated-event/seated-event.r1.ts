import { frenchDate } from '../calendar/french.js';
import { defaultPolicies } from '../kit/interventions.js';
import type { Procedure } from '../kit/procedure.js';
import { recordAttendance } from './attendance.js';
import { booked, eventCalledOff, presenceSaid } from './bookings.js';
import { holdEvent } from './hold-event.r1.js';
import { eventKinds, seatedEventInput, type SeatedEventInput } from './input.js';
import { stages } from './stages.js';

/** A visit, an activity or a session with seats: one case each, which takes bookings one after the other. */
export const seatedEventR1: Procedure<SeatedEventInput> = {
  id: 'seated-event',
  revision: 'r1',
  label: 'Événement à places limitées',
  inForceFrom: '2024-01-09',
  input: seatedEventInput,
  story: holdEvent,
  stages,
  tasks: [recordAttendance],
  events: [booked, presenceSaid, eventCalledOff],
  clocks: [],
  documents: [],
  opening: 'Événement proposé',
  outcomes: { held: 'Événement tenu', nobody: 'Sans inscrit', calledOff: 'Événement annulé' },
  waits: {
    confirmation: 'Dix jours ouvrés avant l’événement\u00a0: demande de confirmation',
    release: 'Cinq jours ouvrés avant l’événement\u00a0: places non confirmées',
    day: 'Jour de l’événement',
  },
  summarise: ({ kind, title, on, owner, editionId }) => ({
    title: `${eventKinds[kind]} du ${frenchDate(on)} – ${title}`,
    owner,
    callId: editionId,
  }),
  runByOwner: true,
  zone: ({ zone }) => zone,
  interventions: {
    // An event is called off by an event of its own, which tells those who booked.
    withdraw: { ...defaultPolicies.withdraw, by: [] },
    // Its day does not move with a pause.
    pause: { ...defaultPolicies.pause, by: [], askedBy: [] },
    transfer: { ...defaultPolicies.transfer, by: [], askedBy: [] },
  },
};
