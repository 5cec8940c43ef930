import { z } from 'zod';
import { voices, type Voice } from '#workflows/reconversion-review/tasks/contribute.js';
import { verdicts } from '#workflows/reconversion-review/tasks/decide.js';
import { message } from './case-message.js';
import type { MailTemplate } from './mail-template.js';

const nothing = z.unknown();
const voice = z.enum(Object.keys(voices) as [Voice, ...Voice[]]);

/** What the review of the trial says; what it asks for is said as for any task. */
export const reviewMails: Readonly<Record<string, MailTemplate>> = {
  'contributions-missing': message(
    z.object({ silent: z.array(voice).min(1) }),
    'Le bilan continue sans toutes les contributions',
    (title, { silent }) => [
      `Le délai de contribution au bilan ${title} est passé. N’ont pas répondu : ${silent.map((one) => voices[one].toLowerCase()).join(', ')}.`,
      'Vous pouvez proposer une suite sans attendre.',
    ],
  ),
  'decision-sent-back': message(z.object({ why: z.string() }), 'Une nouvelle décision vous est demandée', (title, { why }) => [
    `La seconde personne de la direction n’a pas confirmé la décision sur le bilan ${title}.`,
    `Motif : ${why}`,
  ]),
  'review-decided': message(
    z.object({ verdict: z.enum(Object.keys(verdicts) as [keyof typeof verdicts, ...(keyof typeof verdicts)[]]) }),
    'La suite de l’expérimentation est décidée',
    (title, { verdict }) => [
      `Le bilan ${title} est clos. Décision : ${verdicts[verdict].toLowerCase()}.`,
      'Le dossier de décision, avec les chiffres et les contributions, est sur la page du bilan.',
    ],
  ),
  'review-withdrawn': message(nothing, 'Le bilan est abandonné', (title) => [
    `Le bilan ${title} est abandonné : plus rien n’est attendu de vous. Un autre pourra être ouvert.`,
  ]),
};
