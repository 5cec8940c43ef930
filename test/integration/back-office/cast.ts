import { randomUUID } from 'node:crypto';
import { civilDateAt } from '../../../workflows/calendar/paris-time.js';
import type { Browser } from './back-office.js';
import type { RunningJalon } from './case-worker.js';

export interface Problem {
  type: string;
  fields?: Record<string, string>;
}
export interface Task {
  id: string;
  key: string;
}
export interface Wait {
  id: string;
  kind: string;
  label: string;
  mayAct: boolean;
}
export interface CaseBody {
  stage: string;
  status: string;
  today: string;
  waits: Wait[];
  clocks: Wait[];
}

const names = {
  applicant: 'Camille Exemple',
  stranger: 'Dominique Test-Martin',
  reviewer: 'Sacha Modèle',
  second: 'Charlie Démo',
  third: 'Noa Échantillon',
  expert: 'Maé Spécimen',
  otherExpert: 'Lou Prototype',
  committee: 'Claude Essai',
  otherMember: 'Eden Brouillon',
  /** Of the applicant's own body. */
  kin: 'Billie Croquis',
  authority: 'Gaël Témoin',
  budget: 'Ange Imaginaire',
  manager: 'Ariel Pilote',
  auditor: 'Mahé Contrôle',
  admin: 'Nour Système',
} as const;

export type Cast = Record<keyof typeof names, Browser>;

/** Everybody that a grant needs, signed in. */
export async function castOf(jalon: RunningJalon): Promise<Cast> {
  const entries = await Promise.all(Object.entries(names).map(async ([key, name]) => [key, await jalon.as(name)] as const));
  return Object.fromEntries(entries) as Cast;
}

export const today = () => civilDateAt(Date.now());
export const why = 'Le besoin est établi et la méthode éprouvée.';

/** A person answers a task of the case; `item` is such as `check-completeness-1`. */
export const answer = (who: Browser, ref: string, item: string, value: object, key: string = randomUUID()) =>
  who.post<Problem & { seq: number }>(`/tasks/${ref}.${item}/answer`, { answer: value }, key);

/** A person tells the case that what it expects of them has happened. */
export async function happen(who: Browser, ref: string, data: object) {
  const { body } = await who.get<CaseBody>(`/cases/${ref}`);
  const event = body.waits.find(({ kind, mayAct }) => kind === 'event' && mayAct);
  return who.post<Problem>(`/cases/${ref}/events/${event?.id}`, { data });
}

export const grid = (score: number) => ({
  noConflict: true,
  marks: Object.fromEntries(
    ['need', 'pedagogy', 'reuse', 'feasibility', 'budget'].map((key) => [key, { score, why: 'Le dossier le montre.' }]),
  ),
  opinion: 'favourable',
  summary: 'Projet utile à plusieurs ministères.',
});
