import { frenchDate, frenchDay } from '#workflows/calendar/french.js';
import type { Schemas } from '../api/client.js';
import { capital } from '../french/capital.js';

type Dated = Pick<Schemas['SeatedEventRow'], 'on' | 'startsAt' | 'endsAt'>;

/** « 14 h 30 », « 9 h ». */
export const hour = (time: string): string => time.replace(/^0/, '').replace(':00', ' h').replace(':', ' h ').replaceAll(' ', '\u00a0');

/** « Jeudi 18 juin 2026, de 14 h 30 à 17 h ». */
export const when = ({ on, startsAt, endsAt }: Dated): string => `${capital(frenchDay(on))}, de ${hour(startsAt)} à ${hour(endsAt)}`;

export const seatsLeft = ({ seatsLeft: left, waiting }: Pick<Schemas['SeatedEventRow'], 'seatsLeft' | 'waiting'>): string =>
  left > 0 ? `${left} ${left === 1 ? 'place' : 'places'}` : `Complet${waiting > 0 ? `, ${waiting} en liste d’attente` : ''}`;

export const placeInWords = ({ label, rank }: Schemas['SeatPlace']): string => (rank === undefined ? label : `${label}, rang ${rank}`);

/** A count of people, or what stands for one from which somebody could be recognised. */
export const people = (count: number | undefined): string => (count === undefined ? 'moins de 10' : count.toLocaleString('fr-FR'));

export const before = (day: string | undefined): string => (day === undefined ? '' : `, avant le ${frenchDate(day)}`);
