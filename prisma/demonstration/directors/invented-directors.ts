import { personId } from '../../seed-people.js';
import { Chance } from '../chance.js';
import { type Extra, extra } from '../extras.js';
import { type InventedBody, ministries } from '../invented-bodies.js';

export interface InventedDirector {
  readonly id: string;
  readonly body: InventedBody;
  /** Who books and answers for the director. */
  readonly delegate?: string;
}

/** The named accounts that take part: a director with a secretariat. */
export const lois: InventedDirector = {
  id: personId('Loïs Boussole'),
  body: bodyNumber(0),
  delegate: personId('Dany Agenda'),
};

function bodyNumber(number: number): InventedBody {
  const body = ministries[number % ministries.length];
  if (!body) throw new Error('There are no ministries.');
  return body;
}

/** Extras of the directors' year are numbered from here on: directors, then their secretariats. */
const firstDirector = 100;
const firstSecretariat = 350;
/** As many for each ministry. */
const secretariats = 48;

const inYears = (number: number, place: number): Extra =>
  extra(number, { body: bodyNumber(place).key, role: 'director', procedures: ['directors-year'] });
const directorExtra = (place: number) => inYears(firstDirector + place, place);
const secretariatExtra = (place: number) => inYears(firstSecretariat + place, place);

/** Accounts of so many directors, and of their secretariats. */
export const directorExtras = (count: number): [Extra, ...Extra[]] => [
  directorExtra(0),
  ...Array.from({ length: count - 1 }, (_, place) => directorExtra(place + 1)),
  ...Array.from({ length: secretariats }, (_, place) => secretariatExtra(place)),
];

/** So many directors; one in three has a secretariat, of the same ministry, that books and answers for them. */
export function inventedDirectors(count: number): InventedDirector[] {
  const chance = new Chance('who has a secretariat');
  return Array.from({ length: count }, (_, place) => ({
    id: directorExtra(place).id,
    body: bodyNumber(place),
    ...(chance.happens(0.35) && { delegate: secretariatExtra(place % secretariats).id }),
  }));
}
