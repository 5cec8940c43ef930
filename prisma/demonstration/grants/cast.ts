import { personId } from '../../seed-people.js';
import { type Extra, extra } from '../extras.js';
import { type InventedBody, ministries, operators } from '../invented-bodies.js';

/** Who plays the parts of the typical courses of a grant and of a session; the applicant's is the owner's. */
const parts: Readonly<Record<string, string>> = {
  'reviewer-1': 'Sacha Modèle',
  'reviewer-2': 'Charlie Démo',
  'reviewer-3': 'Noa Échantillon',
  'reviewer-9': 'Noa Échantillon',
  'expert-1': 'Maé Spécimen',
  'expert-2': 'Lou Prototype',
  'authority-1': 'Gaël Témoin',
  'direction-1': 'Kim Cadran',
  'budget-1': 'Ange Imaginaire',
  'manager-1': 'Ariel Pilote',
  'manager-2': 'Sam Relais',
  'committee-1': 'Claude Essai',
};

/** The person of a part. */
export function actor(part: string): string {
  const name = parts[part];
  if (name === undefined) throw new Error(`Nobody plays ${part}.`);
  return personId(name);
}

export const manager = actor('manager-1');

/** The committee: who presides first, then who sits with them; each works somewhere, and stands aside from what their own body asks for. */
export const committee: readonly { readonly person: string; readonly body: InventedBody }[] = [
  ['Claude Essai', 'economie'],
  ['Eden Brouillon', 'culture'],
  ['Billie Croquis', 'anct'],
].map(([name, key]) => ({ person: personId(name ?? ''), body: bodyOf(key ?? '') }));

export function bodyOf(key: string): InventedBody {
  const body = [...ministries, ...operators].find((one) => one.key === key);
  if (!body) throw new Error(`${key} is no invented body.`);
  return body;
}

/** Applicants of bodies with a named account are that account; each other body has an extra, numbered from 400. */
const named: Readonly<Record<string, string>> = { anct: 'Camille Exemple', meteo: 'Dominique Test-Martin', bnf: 'Alix Fictif' };
const others = [...ministries, ...operators].filter(({ key }) => !(key in named));
const extraOf = new Map(
  others.map(({ key }, place): [string, Extra] => [key, extra(400 + place, { body: key, role: 'applicant', procedures: ['ftap'] })]),
);

export const applicantExtras = [...extraOf.values()] as [Extra, ...Extra[]];

/** Who applies for a body. */
export function applicantOf(key: string): string {
  const name = named[key];
  const owner = name === undefined ? extraOf.get(key)?.id : personId(name);
  if (owner === undefined) throw new Error(`Nobody applies for ${key}.`);
  return owner;
}
