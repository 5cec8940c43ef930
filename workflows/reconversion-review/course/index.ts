import { type Course, playing } from '../../kit/course.js';
import type { OpenItem, Player } from '../../kit/rehearsal.js';

const by = ({ to, except }: OpenItem): string => {
  const candidates = [1, 2, 3].map((n) => `${to?.role ?? 'somebody'}-${n}`);
  return to?.person ?? candidates.find((person) => !except.includes(person)) ?? 'somebody';
};

const reasons = 'Les parcours mènent à un poste, et les administrations demandent à continuer.';

/** Everybody contributes, the trial goes on, the second person agrees. */
export const typicalCourse: Course = {
  'contribute-to-review': (item) => ({
    afterDays: 9,
    answer: { lessons: 'Le lien avec un coach tient les parcours.', difficulties: 'Les postes d’accueil arrivent tard.' },
    by: by(item),
  }),
  'propose-outcome': (item) => ({ afterDays: 6, answer: { verdict: 'go', reasons }, by: by(item) }),
  'decide-outcome': (item) => ({ afterDays: 8, answer: { verdict: 'go', reasons }, by: by(item) }),
  'confirm-outcome': (item) => ({ afterDays: 2, answer: { verdict: 'confirm' }, by: by(item) }),
  'decide-intervention': () => ({ afterDays: 1, answer: { verdict: 'approve' }, by: 'manager-2', roles: ['programManager'] }),
};

export const typicalPlayer: Player = playing(typicalCourse);
