import { z } from 'zod';
import type { Addressee } from '../kit/people.js';
import { occasion } from '../seated-event/input.js';
import { yearTerms } from './terms.js';

/** What a director's year is started with. */
export const directorsYearInput = z.object({
  /** The director. */
  owner: z.string(),
  bodyName: z.string().optional(),
  siret: z.string().optional(),
  editionId: z.string(),
  editionTitle: z.string(),
  wave: z.number().int().positive(),
  /** Day from which its phases are counted. */
  startsOn: z.iso.date(),
  /** The session at which the year opens, and the reference of its case. */
  launch: z.object({ event: z.string(), occasion }),
  terms: yearTerms,
  zone: z.enum(['metropole', 'alsace-moselle', 'guadeloupe', 'martinique', 'guyane', 'reunion', 'mayotte']).default('metropole'),
});
export type DirectorsYearInput = z.infer<typeof directorsYearInput>;

/** The director, and who acts for them. */
export const director: Addressee = { role: 'director' };
/** The director in person: what commits them is not a delegate's to do. */
export const inPerson = ({ owner }: Pick<DirectorsYearInput, 'owner'>): Addressee => ({ role: 'director', person: owner });
