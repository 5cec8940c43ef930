import { z } from 'zod';
import { frenchDate, frenchDay } from '#workflows/calendar/french.js';
import { eventKinds, occasion } from '#workflows/seated-event/input.js';
import type { SeatState } from '#workflows/seated-event/news.js';
import { casePath, yearPath } from './links.js';
import type { MailTemplate, MailWording } from './mail-template.js';

type Words = Pick<MailWording, 'subject' | 'paragraphs' | 'date'>;

/** Messages of the year lead to its page: the next thing, in one tap. */
const message =
  <S extends z.ZodType>(schema: S, write: (data: z.output<S>) => Words, label = 'Voir mon année'): MailTemplate =>
  (data) => ({ ...write(schema.parse(data)), action: { label, path: yearPath } });

const place = occasion.extend({ event: z.string(), rank: z.number().int().positive().optional() });
type Place = z.infer<typeof place>;

const named = ({ kind, title }: Pick<Place, 'kind' | 'title'>) => `${eventKinds[kind]} : ${title}`;
const when = ({ on, startsAt, endsAt, place: where }: z.infer<typeof occasion>) =>
  `${frenchDay(on)}, de ${hour(startsAt)} à ${hour(endsAt)}, ${where}`;
const hour = (time: string) => time.replace(/^0/, '').replace(':', ' h ').replace(/ 00$/, '');
const dated = (one: Place, cancelled = false): MailWording['date'] => ({
  id: one.event,
  title: named(one),
  place: one.place,
  on: one.on,
  startsAt: one.startsAt,
  endsAt: one.endsAt,
  cancelled,
});

/** What each news of a place says; those that nobody is told have none. */
const places: Readonly<Partial<Record<SeatState, (one: Place) => Words>>> = {
  confirmed: (one) => ({
    subject: `Votre place : ${one.title}`,
    paragraphs: [`Une place vous est réservée. ${named(one)}, ${when(one)}.`, 'La date jointe s’ajoute à votre agenda.'],
    date: dated(one),
  }),
  waiting: (one) => ({
    subject: `Liste d’attente : ${one.title}`,
    paragraphs: [
      `${named(one)}, ${when(one)} : toutes les places sont prises. Vous êtes en liste d’attente${one.rank ? `, au rang ${one.rank}` : ''}.`,
      'Si une place se libère, elle vous est donnée et vous en êtes prévenu.',
    ],
  }),
  toConfirm: (one) => ({
    subject: `Viendrez-vous ? ${one.title}`,
    paragraphs: [
      `${named(one)}, ${when(one)}. Dites oui ou non en un geste.`,
      'Cinq jours ouvrés avant la date, une place sans réponse passe à qui l’attend, s’il y a une liste d’attente.',
    ],
  }),
  givenBack: (one) => ({
    subject: `Place rendue : ${one.title}`,
    paragraphs: [`Votre place est rendue : ${named(one)}, ${when(one)}. D’autres dates vous sont proposées.`],
    date: dated(one, true),
  }),
  released: (one) => ({
    subject: `Votre place a été proposée à un collègue : ${one.title}`,
    paragraphs: [
      `${named(one)}, ${when(one)} : sans réponse de votre part, la place est passée à une personne en liste d’attente.`,
      'D’autres dates vous sont proposées.',
    ],
    date: dated(one, true),
  }),
  unseated: (one) => ({
    subject: `Sans place cette fois : ${one.title}`,
    paragraphs: [`${named(one)}, ${when(one)} : aucune place ne s’est libérée. D’autres dates vous sont proposées.`],
  }),
  calledOff: (one) => ({
    subject: `Annulé : ${one.title}`,
    paragraphs: [`${named(one)}, ${when(one)} : le rendez-vous est annulé. D’autres dates vous sont proposées.`],
    date: dated(one, true),
  }),
  missed: (one) => ({
    subject: `Une autre date vous est proposée`,
    paragraphs: [`Vous n’avez pas pu venir : ${named(one)}, le ${frenchDate(one.on)}. Une autre date vous est proposée, en un geste.`],
  }),
};

const minimum = z.object({ minimum: z.number().int().min(0) });
const left = z.object({
  launch: z.boolean(),
  commitment: z.boolean(),
  visits: z.number(),
  activities: z.number(),
  review: z.boolean(),
});
const count = (n: number, one: string, many: string) => (n === 0 ? [] : [n === 1 ? `une ${one}` : `${n} ${many}`]);

/** What is still to be done, said as what is possible. */
const leftInWords = (one: z.infer<typeof left>): string =>
  [
    ...(one.launch ? ['une séance de lancement'] : []),
    ...(one.commitment ? ['votre engagement'] : []),
    ...count(one.visits, 'visite', 'visites'),
    ...count(one.activities, 'activité', 'activités'),
    ...(one.review ? ['le point sur votre engagement'] : []),
  ].join(', ');

/** What a director's year says. */
export const directorsMails: Readonly<Record<string, MailTemplate>> = {
  ...Object.fromEntries(Object.entries(places).map(([state, write]) => [`seat-${state}`, message(place, write, 'Répondre')])),
  'year-started': message(occasion.extend({ editionTitle: z.string() }), (data) => ({
    subject: 'Votre année commence',
    paragraphs: [
      `Votre année des directeurs commence (${data.editionTitle}). Première date : ${data.title}, ${when(data)}.`,
      'Quatre temps dans l’année : le lancement et un engagement, des visites, des ateliers et rencontres, un bilan. Votre secrétariat peut réserver et répondre pour vous.',
    ],
  })),
  'launch-missed': message(occasion, ({ on }) => ({
    subject: 'Une autre séance de lancement',
    paragraphs: [
      `Vous n’avez pas pu venir à la séance du ${frenchDate(on)}. Une autre séance vous est proposée.`,
      'Les visites vous sont ouvertes sans attendre.',
    ],
  })),
  'commitment-signed': (data, { ref }) => ({
    subject: 'Votre engagement est signé',
    paragraphs: [`Votre engagement : ${z.object({ text: z.string() }).parse(data).text}`, 'Il est à lire dans votre dossier.'],
    action: { label: 'Lire mon engagement', path: casePath(ref) },
  }),
  'visits-offered': message(minimum, (data) => ({
    subject: 'Des visites vous sont proposées',
    paragraphs: [`Entreprises, opérateurs, startups d’État : choisissez les visites qui vous parlent, ${data.minimum} au moins.`],
  })),
  'activities-offered': message(minimum, (data) => ({
    subject: 'Des ateliers et rencontres vous sont proposés',
    paragraphs: [`Ateliers, hackathon, rencontres : choisissez-en ${data.minimum} au moins. Les visites restent ouvertes.`],
  })),
  'catch-up': message(z.object({ days: z.number().int().positive(), left }), (data) => ({
    subject: `Encore ${data.days} jours pour finir votre année`,
    paragraphs: [`Votre année peut encore se compléter pendant ${data.days} jours : ${leftInWords(data.left)}.`],
  })),
  attested: (_data, { ref }) => ({
    subject: 'Votre attestation',
    paragraphs: [
      'Votre année est achevée, merci. Votre attestation est dans votre dossier. Une dernière question vous sera posée dans six mois.',
    ],
    action: { label: 'Lire l’attestation', path: casePath(ref) },
  }),
  'year-ended': message(z.object({ why: z.string() }), () => ({
    subject: 'Votre année prend fin',
    paragraphs: ['Votre année des directeurs prend fin ici ; vos places sont rendues. Merci du temps que vous y avez donné.'],
  })),
};
