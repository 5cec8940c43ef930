import { addDays } from '../../calendar/civil-date.js';
import { civilDateAt } from '../../calendar/paris-time.js';
import type { OpenItem, Play } from '../../kit/rehearsal.js';
import type { EventKind, Occasion } from '../../seated-event/input.js';

export type Course = Readonly<Record<string, (item: OpenItem) => Play>>;

const occasion = (kind: EventKind, on: string): Occasion => ({
  kind,
  title: 'Un rendez-vous type',
  place: 'Campus Cyber',
  on,
  startsAt: '14:30',
  endsAt: '17:00',
});

/** Two visits, then two activities, each a month after the one before. */
const attended: readonly EventKind[] = ['visit', 'visit', 'activity', 'activity'];

/** How everybody acts when a year goes well: what an edition is rehearsed with. */
export const yearCourse: Course = {
  'launch-held': ({ openedAt }) => ({
    afterDays: 15,
    answer: { event: 'LAUNCH', occasion: occasion('session', addDays(civilDateAt(openedAt), 14)), attended: true },
    by: 'manager-1',
  }),
  diagnose: () => ({
    afterDays: 3,
    answer: { culture: 'inProgress', agility: 'starting', data: 'starting', services: 'settled', priority: 'Décider avec des chiffres.' },
    by: 'delegate-1',
  }),
  'prepare-commitment': ({ openedAt }) => ({
    afterDays: 6,
    answer: {
      text: 'Chaque projet de la direction montre un service utilisable tous les trois mois.',
      indicator: 'Projets qui ont montré un service',
      baseline: '2 sur 11',
      target: '8 sur 11',
      dueOn: addDays(civilDateAt(openedAt), 330),
    },
    by: 'delegate-1',
  }),
  'sign-commitment': ({ to }) => ({ afterDays: 2, answer: { verdict: 'sign', mine: true }, by: to?.person ?? 'director-1' }),
  'seat-news': ({ nth, openedAt }) => {
    const kind = attended[nth - 1];
    if (!kind) return 'never';
    const on = addDays(civilDateAt(openedAt), 29);
    return { afterDays: 30, answer: { event: `EVENT-${nth}`, occasion: occasion(kind, on), state: 'attended' }, by: 'manager-1' };
  },
  'review-commitment': () => ({
    afterDays: 20,
    answer: { result: 'kept', evidence: 'Neuf projets sur onze ont montré un service.', documents: [] },
    by: 'director-1',
  }),
  'hold-exchange': ({ openedAt }) => ({ afterDays: 7, answer: { heldOn: addDays(civilDateAt(openedAt), 6) }, by: 'manager-1' }),
  'look-back': () => ({ afterDays: 4, answer: { still: 'yes', fact: 'Dix projets sur douze aujourd’hui.' }, by: 'director-1' }),
  'decide-intervention': () => ({ afterDays: 1, answer: { verdict: 'approve' }, by: 'manager-2', roles: ['programManager'] }),
};
