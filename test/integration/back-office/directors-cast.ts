import { randomUUID } from 'node:crypto';
import type { Browser } from './back-office.js';
import type { RunningJalon } from './case-worker.js';

/** Days from today, as a civil date. */
export const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

interface Named {
  readonly id: string;
  readonly name: string;
}

/** So many people with a director's account: invented, and obviously so. */
export async function directors(jalon: RunningJalon, count: number, prefix = 'Directrice'): Promise<Named[]> {
  const people = Array.from({ length: count }, (_, index) => ({
    id: randomUUID(),
    name: `${prefix} Exemple ${index + 1}`,
    email: `${prefix.toLowerCase()}.${index + 1}@exemple.gouv.invalid`,
    synthetic: true,
  }));
  await jalon.prisma.person.createMany({ data: people });
  await jalon.prisma.grant.createMany({ data: people.map(({ id }) => ({ id: randomUUID(), personId: id, role: 'director' })) });
  return people;
}

/** Who runs the directors' year: its editions, and the events offered to them. */
export const yearManager = (jalon: RunningJalon): Promise<Browser> => jalon.as('Maxence Parcours');

export async function anEdition(manager: Browser, title: string): Promise<string> {
  const { body } = await manager.post<{ id: string }>('/directors/editions', { title, startsOn: inDays(0) });
  return body.id;
}

export async function anEvent(manager: Browser, editionId: string, change: object = {}): Promise<string> {
  const { status, body } = await manager.post<{ ref: string }>('/seated-events', {
    editionId,
    kind: 'visit',
    title: 'Centre de données de l’État',
    place: 'Campus Cyber',
    on: inDays(60),
    startsAt: '14:30',
    endsAt: '17:00',
    seats: 25,
    ...change,
  });
  if (status !== 201) throw new Error(`The event was not offered: ${status} ${JSON.stringify(body)}`);
  return body.ref;
}

/** An edition with one wave of years, which opens with a session in three weeks. */
export async function startedWave(manager: Browser, people: readonly Named[], title = 'Édition d’essai') {
  const editionId = await anEdition(manager, title);
  const session = await anEvent(manager, editionId, { kind: 'session', title: 'Lancement', on: inDays(21), seats: 500 });
  const wave = { wave: 1, session, people: people.map(({ id }) => id) };
  // On a busy machine the engine may not answer in time: what was started stays, and the rest follows.
  for (;;) {
    const { status, body } = await manager.post<{ started: number; already: number }>(`/directors/editions/${editionId}/waves`, wave);
    if (status !== 503) return { editionId, session, wave, status, started: body };
  }
}
