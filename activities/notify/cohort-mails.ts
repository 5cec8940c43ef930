import { z } from 'zod';
import { frenchDate, frenchDay } from '#workflows/calendar/french.js';
import { places } from '#workflows/cohort/plan.js';
import { casePath, cohortPath } from './links.js';
import type { MailContext, MailTemplate } from './mail-template.js';

/** The team of a cohort reads its page; trainers and juries, who only have something to do on it, their case page. */
const message =
  <S extends z.ZodType>(
    schema: S,
    write: (data: z.output<S>, context: MailContext) => { readonly subject: string; readonly paragraphs: readonly string[] },
  ): MailTemplate =>
  (data, context, { role }) => ({
    ...write(schema.parse(data), context),
    action:
      role === 'programManager'
        ? { label: 'Voir la cohorte', path: cohortPath(context.ref) }
        : { label: 'Voir le dossier', path: casePath(context.ref) },
  });

const session = z.object({ title: z.string(), on: z.iso.date(), place: z.enum(Object.keys(places) as [keyof typeof places]) });
const said = ({ title, on, place }: z.infer<typeof session>) => `« ${title} », le ${frenchDay(on)}, ${places[place]}`;
const because = (why: string | undefined) => (why === undefined ? [] : [`Motif : ${why}`]);

/** What a cohort says; what its participants are told is their own case's to say. */
export const cohortMails: Readonly<Record<string, MailTemplate>> = {
  'sessions-planned': message(z.object({ sessions: z.array(session).min(1) }), ({ sessions }, { summary }) => ({
    subject: `Vos sessions de la cohorte « ${summary.title} »`,
    paragraphs: [
      `Vous animez ${sessions.length > 1 ? 'ces sessions' : 'cette session'} de la cohorte « ${summary.title} » : ${sessions.map(said).join(' ; ')}.`,
      'Vous serez invité à confirmer chaque session, l’une après l’autre, et un rappel vous sera envoyé avant chacune.',
    ],
  })),
  'session-moved': message(session.extend({ why: z.string() }), ({ why, ...one }, { summary }) => ({
    subject: `Votre session « ${one.title} »`,
    paragraphs: [`Le calendrier de la cohorte « ${summary.title} » a changé. Votre session : ${said(one)}.`, ...because(why)],
  })),
  'session-taken-back': message(session.extend({ why: z.string() }), ({ why, ...one }, { summary }) => ({
    subject: `Vous n’animez plus la session « ${one.title} »`,
    paragraphs: [
      `Le calendrier de la cohorte « ${summary.title} » a changé : vous n’êtes plus attendu pour la session ${said(one)}.`,
      ...because(why),
    ],
  })),
  'jury-convened': message(
    z.object({ heldOn: z.iso.date(), resitBy: z.iso.date(), why: z.string().optional() }),
    ({ heldOn, resitBy, why }, { summary }) => ({
      subject: `Jury du ${frenchDate(heldOn)} : cohorte « ${summary.title} »`,
      paragraphs: [
        `Vous êtes membre du jury de la cohorte « ${summary.title} ». Il se tient le ${frenchDay(heldOn)} ; une seconde séance est prévue le ${frenchDate(resitBy)} pour les personnes à entendre de nouveau.`,
        'Avant le jury, vous serez invité à dire quels participants vous connaissez : vous ne les jugerez pas.',
        ...because(why),
      ],
    }),
  ),
  'jury-released': message(z.object({ heldOn: z.iso.date(), why: z.string() }), ({ heldOn, why }, { summary }) => ({
    subject: `Vous n’êtes plus attendu au jury du ${frenchDate(heldOn)}`,
    paragraphs: [
      `Le jury de la cohorte « ${summary.title} » a changé : vous n’êtes plus attendu le ${frenchDate(heldOn)}.`,
      ...because(why),
    ],
  })),
  started: message(z.object({ seated: z.number(), seats: z.number() }), ({ seated, seats }, { summary }) => ({
    subject: `La cohorte « ${summary.title} » commence aujourd’hui`,
    paragraphs: [`La cohorte « ${summary.title} » commence avec ${seated} participant${seated > 1 ? 's' : ''} pour ${seats} places.`],
  })),
  'coach-over-load': message(
    z.object({ coaches: z.array(z.object({ held: z.number(), load: z.number() })).min(1) }),
    ({ coaches }, { summary }) => ({
      subject: 'Un coach accompagne plus de participants que prévu',
      paragraphs: [
        `Dans la cohorte « ${summary.title} », ${coaches.map(({ held, load }) => `un coach accompagne ${held} participants pour ${load} prévus`).join(' ; ')}.`,
        'Toutes les places ont un coach. Ajoutez un coach ou changez les charges sur la page de la cohorte.',
      ],
    }),
  ),
  'trainer-unavailable': message(session.extend({ why: z.string() }), ({ why, ...one }, { summary }) => ({
    subject: `Formateur indisponible : « ${one.title} »`,
    paragraphs: [`Le formateur de la session ${said(one)}, de la cohorte « ${summary.title} », ne pourra pas l’animer.`, ...because(why)],
  })),
  'change-overtaken': message(z.object({ why: z.string() }), ({ why }, { summary }) => ({
    subject: 'Un changement n’a pas été fait',
    paragraphs: [
      `Le calendrier de la cohorte « ${summary.title} » a changé pendant qu’un autre changement attendait d’être envoyé (« ${why} »). Celui-ci n’a pas été fait : préparez-le de nouveau s’il reste utile.`,
    ],
  })),
};
