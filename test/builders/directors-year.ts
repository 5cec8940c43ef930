import { addDays } from '#workflows/calendar/civil-date.js';
import { directorsYearInput, type DirectorsYearInput } from '#workflows/directors-year/input.js';
import { seatedEventInput, type SeatedEventInput } from '#workflows/seated-event/input.js';

export const anOccasion = (change: Partial<SeatedEventInput> = {}) => ({
  kind: 'visit' as const,
  title: 'Centre de données de l’État',
  place: 'Campus Cyber',
  on: '2026-06-18',
  startsAt: '14:30',
  endsAt: '17:00',
  ...change,
});

/** A visit with two seats, offered by the first manager. */
export const aSeatedEvent = (change: Partial<SeatedEventInput> = {}): SeatedEventInput =>
  seatedEventInput.parse({ ...anOccasion(change), owner: 'manager-1', editionId: 'edition-1', seats: change.seats ?? 2 });

/** A year that opens with a session a fortnight after it starts. */
export const aYear = (change: Partial<DirectorsYearInput> = {}): DirectorsYearInput => {
  const startsOn = change.startsOn ?? '2026-01-05';
  return directorsYearInput.parse({
    owner: 'director-1',
    bodyName: 'Direction des bibliothèques',
    siret: '99900006900010',
    editionId: 'edition-1',
    editionTitle: 'Édition 2026',
    wave: 1,
    startsOn,
    launch: { event: 'EVENT-2026-000001', occasion: anOccasion({ kind: 'session', title: 'Lancement', on: addDays(startsOn, 14) }) },
    terms: {},
    ...change,
  });
};
