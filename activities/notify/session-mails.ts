import { z } from 'zod';
import { frenchDate } from '#workflows/calendar/french.js';
import { sessionPath } from './links.js';
import type { MailTemplate, MailWording } from './mail-template.js';

/** Messages about a session lead to its page. */
const message =
  <S extends z.ZodType>(schema: S, write: (data: z.output<S>) => Pick<MailWording, 'subject' | 'paragraphs'>): MailTemplate =>
  (data, { ref }) => ({ ...write(schema.parse(data)), action: { label: 'Voir la séance', path: sessionPath(ref) } });

const sitting = z.object({ metOn: z.iso.date() });
const agenda = z.array(z.object({ ref: z.string(), title: z.string(), bodyName: z.string() }));

/** What a session of the committee says. */
export const sessionMails: Readonly<Record<string, MailTemplate>> = {
  convened: message(sitting.extend({ agenda, shortNotice: z.string().optional() }), (data) => ({
    subject: `Convocation : comité de sélection du ${frenchDate(data.metOn)}`,
    paragraphs: [
      `Vous êtes convoqué à la séance du comité de sélection du ${frenchDate(data.metOn)}.`,
      ...(data.shortNotice === undefined ? [] : [`Cette convocation est envoyée à délai réduit : ${data.shortNotice}`]),
      `À l’ordre du jour : ${data.agenda.map(({ title, bodyName, ref }) => `${title} – ${bodyName} (${ref})`).join(' ; ')}.`,
      'Déclarez d’abord vos liens d’intérêts : les dossiers sur lesquels vous siégez vous sont ensuite ouverts, et vous les notez avant la séance.',
    ],
  })),
  'not-held': message(sitting.extend({ why: z.string() }), ({ metOn, why }) => ({
    subject: `La séance du ${frenchDate(metOn)} ne s’est pas tenue`,
    paragraphs: [
      `La séance du comité de sélection du ${frenchDate(metOn)} n’a pas pu se tenir. Motif : ${why}`,
      'Ses dossiers restent à l’ordre du jour d’une prochaine séance.',
    ],
  })),
  'minutes-signed': message(sitting, ({ metOn }) => ({
    subject: `Procès-verbal de la séance du ${frenchDate(metOn)}`,
    paragraphs: [
      `Le procès-verbal de la séance du comité de sélection du ${frenchDate(metOn)} est signé. Les avis sont transmis aux dossiers.`,
    ],
  })),
  cancelled: message(sitting, ({ metOn }) => ({
    subject: `La séance du ${frenchDate(metOn)} est annulée`,
    paragraphs: [
      `La séance du comité de sélection du ${frenchDate(metOn)} est annulée. Les actions qui vous étaient demandées pour elle le sont aussi.`,
    ],
  })),
};
