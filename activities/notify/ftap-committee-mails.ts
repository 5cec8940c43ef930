import { z } from 'zod';
import { message } from './case-message.js';
import type { MailTemplate } from './mail-template.js';

/** What a grant's applicant is told of the committee. */
export const committeeMails: Readonly<Record<string, MailTemplate>> = {
  postponed: message(z.unknown(), 'Votre projet sera revu par le comité', (project) => [
    `Le comité de sélection a ajourné l’examen de votre projet ${project}. Il le reverra à une prochaine séance ; vous n’avez rien à faire.`,
  ]),
  'waiting-list': message(z.object({ rank: z.number() }), 'Votre projet est en liste d’attente', (project, { rank }) => [
    `Le comité de sélection a placé votre projet ${project} en liste d’attente, au rang ${rank}.`,
    'Si des crédits se libèrent, les projets sont repris dans l’ordre des rangs. Sinon, le comité reverra le vôtre à une prochaine séance. Vous n’avez rien à faire.',
  ]),
};
