import { addDays, type CivilDate } from '#workflows/calendar/civil-date.js';
import { addWorkingDays } from '#workflows/calendar/holidays.js';
import type { EventKind, Occasion } from '#workflows/seated-event/input.js';
import { workingDayFrom } from '../working-day.js';

/** Directors who begin together, with a session of their own and another one for who could not come. */
export interface Wave {
  readonly number: number;
  readonly people: number;
  readonly session: PlannedEvent;
  readonly secondSession: PlannedEvent;
}

export interface PlannedEvent {
  readonly occasion: Occasion;
  readonly seats: number;
  /** Day on which it is offered. */
  readonly offeredOn: CivilDate;
}

export interface EditionPlan {
  readonly title: string;
  readonly startsOn: CivilDate;
  readonly waves: readonly Wave[];
  readonly visits: readonly PlannedEvent[];
  readonly activities: readonly PlannedEvent[];
  /** Nobody has made the attendance list of an event on this day, or after. */
  readonly unlistedFrom: CivilDate;
}

/** What an edition of 220 directors expects of each: 250 seats on visits and 400 on activities are offered to them. */
export const editionTerms = { minimumVisits: 1, minimumActivities: 2 };

const visitTitles = [
  'Centre de données de l’État',
  'Plateforme d’appels d’un service public',
  'Atelier d’une startup d’État',
  'Centre de supervision de la cybersécurité',
  'Laboratoire d’imagerie satellitaire',
  'Guichet France services en milieu rural',
  'Salle de prévision météorologique',
  'Numérisation des collections nationales',
  'Équipe produit d’un service de rendez-vous',
  'Institut de recherche en informatique',
];
const activityTitles = [
  'Atelier\u00a0: lire un tableau de bord',
  'Rencontre avec des équipes de développement',
  'Atelier\u00a0: acheter un service numérique',
  'Marathon d’idées avec les usagers',
  'Atelier\u00a0: décider avec des données',
  'Rencontre\u00a0: conduire un grand projet',
  'Atelier\u00a0: l’intelligence artificielle au service des agents',
  'Rencontre avec les directeurs du numérique',
  'Atelier\u00a0: accessibilité des services',
  'Simulation d’une crise informatique',
];
const places = ['Campus Cyber', 'Lieu de la Transformation publique', 'INSP', 'Agora'];

/** Days from today on which visits and activities take place; the soonest to come are counted in working days. */
const visitDays = [-318, -262, -178, -151, -124, -96, -68, -27, undefined, 43];
const activityDays = [-289, -236, -192, -139, -104, -76, -47, undefined, 22, 54];
/** The next visit: its seats were to be confirmed two working days ago. */
const nextVisitIn = 8;
/** The last activity: who was there has still to be written down. */
const lastActivityAgo = -2;

const waveTable = [
  { people: 30, startedAgo: 371, secondAfter: 43 },
  { people: 100, startedAgo: 214, secondAfter: 42 },
  // The second session of the last wave is still to come.
  { people: 90, startedAgo: 66, secondAfter: 80 },
];

const firstStartedAgo = Math.max(...waveTable.map(({ startedAgo }) => startedAgo));

export const directorsOfAllWaves = waveTable.reduce((sum, { people }) => sum + people, 0);

/** The edition that runs today: three waves begun over the last year, ten visits of 25 seats, ten activities of 40. */
export function editionPlan(today: CivilDate): EditionPlan {
  const inDays = (days: number) => workingDayFrom(addDays(today, days));
  const inWorkingDays = (days: number) => addWorkingDays(today, days, 'metropole');
  const event = (kind: EventKind, title: string, on: CivilDate, place = 0): PlannedEvent => ({
    occasion: {
      kind,
      title,
      place: places[place % places.length] ?? 'Campus Cyber',
      on,
      startsAt: kind === 'session' ? '09:30' : '14:30',
      endsAt: kind === 'session' ? '12:30' : '17:00',
    },
    seats: seatsOf[kind],
    offeredOn: workingDayFrom(addDays(on, -60)),
  });
  return {
    title: `Édition ${inDays(-firstStartedAgo).slice(0, 4)}-${today.slice(0, 4)}`,
    startsOn: inDays(-firstStartedAgo),
    unlistedFrom: inWorkingDays(lastActivityAgo),
    waves: waveTable.map(({ people, startedAgo, secondAfter }, index) => ({
      number: index + 1,
      people,
      session: event('session', `Lancement de la vague ${index + 1}`, inDays(-startedAgo)),
      secondSession: event('session', `Nouvelle séance de la vague ${index + 1}`, inDays(secondAfter - startedAgo), 2),
    })),
    visits: visitDays.map((days, index) =>
      event('visit', visitTitles[index] ?? '', days === undefined ? inWorkingDays(nextVisitIn) : inDays(days), index),
    ),
    activities: activityDays.map((days, index) =>
      event('activity', activityTitles[index] ?? '', days === undefined ? inWorkingDays(lastActivityAgo) : inDays(days), index + 1),
    ),
  };
}

/** Every event of the edition, in the order in which they are offered. */
export function eventsOf({ waves, visits, activities }: EditionPlan): PlannedEvent[] {
  const all = [...waves.flatMap(({ session, secondSession }) => [session, secondSession]), ...visits, ...activities];
  return all.sort((a, b) => a.offeredOn.localeCompare(b.offeredOn));
}

const seatsOf = { session: 120, visit: 25, activity: 40 } as const satisfies Record<EventKind, number>;
