import { by, type Course } from './course.js';

/** What somebody may do is not done; once it was, it goes on like this. */
export const sideWays: Course = {
  'reach-out': (item) => ({ afterDays: 1, answer: { outcome: 'reached', note: 'Un point est convenu jeudi.' }, by: by(item) }),
  'hand-over': (item) => ({ afterDays: 2, answer: { summary: 'Premier jalon validé, le deuxième est en cours.' }, by: by(item) }),
  'decide-track-switch': (item) => ({
    afterDays: 2,
    answer: { verdict: 'accept', reasons: 'Les prérequis de l’autre voie sont acquis.' },
    by: by(item),
  }),
  'be-heard': (item) => ({ afterDays: 3, answer: { observations: 'Je souhaite poursuivre avec un autre rythme.' }, by: by(item) }),
  'confirm-stop': (item) => ({
    afterDays: 2,
    answer: { verdict: 'continue', reasons: 'Les observations montrent que le parcours peut se poursuivre.' },
    by: by(item),
  }),
  'exit-interview': (item) => ({ afterDays: 5, answer: { outcome: 'held' }, by: by(item) }),
  'answer-appeal': (item) => ({
    afterDays: 20,
    answer: { verdict: 'confirm', reasons: 'Les arguments présentés ne changent pas l’appréciation portée.' },
    by: by({ ...item, to: { role: item.to?.role ?? 'direction', person: `${item.to?.role ?? 'direction'}-9` } }),
  }),
  'decide-intervention': () => ({ afterDays: 1, answer: { verdict: 'approve' }, by: 'manager-2', roles: ['programManager'] }),
};
