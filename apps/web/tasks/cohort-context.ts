import { frenchDate } from '#workflows/calendar/french.js';
import { places } from '#workflows/cohort/plan.js';

type Line = readonly [label: string, value: string];

/** What a cohort asks with, said for people: key of the context → line. */
export const cohortContext: Readonly<Record<string, (value: unknown) => Line | undefined>> = {
  heldOn: (value) => (typeof value === 'string' ? ['Jury', frenchDate(value)] : undefined),
  place: (value) => (typeof value === 'string' && value in places ? ['Lieu', places[value as keyof typeof places]] : undefined),
  on: (value) => (typeof value === 'string' ? ['Date', frenchDate(value)] : undefined),
  title: (value) => (typeof value === 'string' ? ['Session', value] : undefined),
  toHear: (value) => (typeof value === 'number' ? ['Participants à entendre', String(value)] : undefined),
  again: (value) => (value === true ? ['Séance', 'Seconde présentation\u00a0: il n’y en a pas d’autre.'] : undefined),
};

/** The participant of whom one result is asked: named by their id alone. */
export const participantLine = (people: unknown, names: Readonly<Record<string, string>>): Line | undefined => {
  const [id] = Array.isArray(people) ? (people as unknown[]) : [];
  const name = typeof id === 'string' ? names[id] : undefined;
  return name === undefined ? undefined : ['Participant', name];
};
