import { loadDirectors } from '../../../prisma/demonstration/directors/index.js';
import { editionId } from '../../../prisma/demonstration/directors/rehearse-edition.js';
import type { Part } from '../../../prisma/demonstration/part.js';
import { answer } from './cast.js';
import { deadLinks, faultsOf, loadPart } from './demonstration-loading.js';
import { runningJalon } from './running.js';

interface YearPage {
  ref: string;
  next: { kind: string; event?: { ref: string; title: string } };
  delegates: { name: string }[];
}
interface SeatedEvent {
  ref: string;
  kind: string;
  waiting: number;
  stageLabel: string;
  attendanceTask?: string;
  people: { id: string; year: string; place: { state: string } }[];
}

const jalon = runningJalon({ JALON_PATIENCE_SECONDS: '60' });
let cases: number;
beforeAll(async () => void (cases = await loadPart(jalon, interruptedOnce)), 300_000);
jest.setTimeout(240_000);

/** Breaks off after thirty cases, and goes on. */
const interruptedOnce: Part = async (loading, progress) => {
  let left = 30;
  const breaking = () => () => {
    if (--left <= 0) throw new Error('interrupted');
  };
  await expect(loadDirectors(loading, breaking)).rejects.toThrow('interrupted');
  await loadDirectors(loading, progress);
};

/** Until a case has heard an event of another with this state. */
async function hears(ref: string, event: string, state: string): Promise<void> {
  const heard = () =>
    jalon.prisma.$queryRaw<unknown[]>`SELECT FROM journal WHERE case_ref = ${ref} AND type = 'happened'
      AND entry->'data'->>'event' = ${event} AND entry->'data'->>'state' = ${state}`;
  while ((await heard()).length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
}

it('loads 220 years and 26 events once, though it was interrupted, with a journal that holds and no dead link', async () => {
  const { prisma } = jalon;
  expect(cases).toBe(246);
  expect([await faultsOf(jalon), await deadLinks(jalon)]).toEqual([[], 0]);
  expect([await prisma.mail.count(), await prisma.effect.count({ where: { status: { not: 'done' } } })]).toEqual([0, 0]);
  const count = () => Promise.all([prisma.caseFile.count(), prisma.journal.count(), prisma.document.count(), prisma.person.count()]);
  const there = await count();
  expect(await loadPart(jalon, loadDirectors)).toBe(0);
  expect(await count()).toEqual(there);
});

it('tells an edition in counts, and keeps its extras off the list of accounts', async () => {
  const manager = await jalon.as('Maxence Parcours');
  const { body } = await manager.get<{ people: number; waves: { people: number }[] }>(`/directors/editions/${editionId}`);
  expect([body.people, body.waves.map(({ people }) => people)]).toEqual([220, [30, 100, 90]]);
  const accounts = await jalon.anonymous().get<{ email: string }[]>('/demonstration/accounts');
  expect(accounts.body.filter(({ email }) => email.includes('figurants'))).toEqual([]);
});

it('gives Loïs a date to say yes to, and the secretariat too', async () => {
  const lois = await jalon.as('Loïs Boussole');
  const dany = await jalon.as('Dany Agenda');
  const years = (await dany.get<{ ref: string; director: { name: string } }[]>('/directors/years')).body;
  expect(years.map(({ director }) => director.name)).toEqual(['Loïs Boussole']);
  const mine = `/directors/years/${years[0]!.ref}`;
  const { next, delegates, ref } = (await lois.get<YearPage>(mine)).body;
  expect([next.kind, delegates.map(({ name }) => name)]).toEqual(['confirm', ['Dany Agenda']]);
  const event = next.event!.ref;
  const said = await dany.post<{ state: string }>(`/seated-events/${event}/presence`, { year: ref, coming: true });
  expect(said.body.state).toBe('coming');
  await hears(ref, event, 'coming');
});

it('lets a manager make the list of the last activity, and each year hear of it', async () => {
  const manager = await jalon.as('Maxence Parcours');
  const { body } = await manager.get<SeatedEvent[]>(`/seated-events?editionId=${editionId}`);
  expect(body.some(({ waiting }) => waiting > 0)).toBe(true);
  const task = await jalon.prisma.task.findFirstOrThrow({ where: { key: 'record-attendance', status: 'open' } });
  const { people } = (await manager.get<SeatedEvent>(`/seated-events/${task.caseRef}`)).body;
  const seated = people.filter(({ place }) => ['confirmed', 'toConfirm', 'coming'].includes(place.state));
  const [absent, ...present] = seated;
  const { status } = await answer(manager, task.caseRef, task.item, { present: present.map(({ id }) => id) });
  expect(status).toBe(200);
  await Promise.all([hears(present[0]!.year, task.caseRef, 'attended'), hears(absent!.year, task.caseRef, 'missed')]);
});
