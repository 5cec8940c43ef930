import { frenchDate } from '#workflows/calendar/french.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';

const time = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit' });

/** `14 h 32`, in Paris. */
export const timeOf = (iso: string | number) => time.format(new Date(iso)).replace(':', '\u00a0h\u00a0');

/** `9 janvier 2024`, the day in Paris. */
export const dayOf = (iso: string) => frenchDate(civilDateAt(Date.parse(iso)));

/** `9 janvier 2024 à 14 h 32`. */
export const momentOf = (iso: string) => `${dayOf(iso)} à ${timeOf(iso)}`;
