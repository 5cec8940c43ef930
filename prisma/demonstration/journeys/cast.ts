import { seedId } from '../../seed-id.js';
import { personId } from '../../seed-people.js';
import { extra, type Extra } from '../extras.js';
import { ministries, operators } from '../invented-bodies.js';

export const alma = personId('Alma Promotion');
export const ezra = personId('Ezra Renfort');
export const tess = personId('Tess Cap');
export const robin = personId('Robin Gabarit');
export const aube = personId('Aube Repère');
export const ilan = personId('Ilan Accueil');
export const max = personId('Max Épreuve');
export const fleur = personId('Fleur Barème');
const yael = personId('Yael Esquisse');

/** Administrations whose agents apply. */
export type Body = 'anct' | 'meteo' | 'ign' | 'bnf' | 'culture' | 'justice' | 'economie';

export function bodyOf(body: Body): { readonly bodyName: string; readonly siret: string } {
  const found = [...ministries, ...operators].find(({ key }) => key === body);
  if (!found) throw new RangeError(`Nobody has invented ${body}.`);
  return { bodyName: found.name, siret: found.siret };
}

const employers: readonly Extra[] = (['anct', 'meteo', 'bnf', 'culture', 'justice', 'economie'] as const).map((body, number) =>
  extra(number, { body, role: 'employer', procedures: ['reconversion'] }),
);

/** Who answers for an administration: at the geographic institute, the demonstration's named employer. */
export const employerAt = (body: Body): string => employers.find((one) => one.body === body)?.id ?? yael;

const secondTrainer = extra(6, { body: 'campus', role: 'expert', procedures: ['cohort'] });
export const trainers: readonly [string, string] = [personId('Sol Atelier'), secondTrainer.id];

const called = extra(7, { body: 'campus', role: 'coach', procedures: ['reconversion', 'cohort'] });
/** A coach who is called elsewhere in the middle of two cohorts. */
export const leavingCoach = called.id;

export const staff: readonly Extra[] = [...employers, secondTrainer, called];

/** Participants that no account plays, by their number from 1. */
export const participant = (number: number, body: Body): Extra =>
  extra(9 + number, { body, role: 'participant', procedures: ['reconversion', 'cohort'] });

/** The file that somebody sent with an application to a cohort. */
export const cvOf = (cohort: string, owner: string): string => seedId(`file cv ${cohort} ${owner}`);
