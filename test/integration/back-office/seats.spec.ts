import { randomUUID } from 'node:crypto';
import type { Browser } from './back-office.js';
import { anEvent, directors, startedWave, yearManager } from './directors-cast.js';
import { runningJalon } from './running.js';

interface Place {
  state: string;
  rank?: number;
}
interface EventBody {
  seatsLeft: number;
  waiting: number;
  people: { id: string; year: string; place: Place }[];
}

const rush = 200;
const seats = 25;

const jalon = runningJalon();
let manager: Browser;
let editionId: string;
let years: { ref: string; who: Browser }[];

beforeAll(async () => {
  manager = await yearManager(jalon);
  const people = await directors(jalon, rush);
  const started = await startedWave(manager, people);
  expect(started.started.started + started.started.already).toBe(rush);
  editionId = started.editionId;
  const browsers = await Promise.all(people.map(({ name }) => jalon.as(name)));
  const members = await jalon.prisma.editionMember.findMany({ where: { editionId } });
  years = people.map(({ id }, index) => ({ ref: members.find(({ personId }) => personId === id)!.caseRef, who: browsers[index]! }));
}, 240_000);
jest.setTimeout(240_000);

const book = (event: string, { ref, who }: { ref: string; who: Browser }, key = randomUUID()) =>
  who.post<Place>(`/seated-events/${event}/bookings`, { year: ref }, key);

test('200 bookings at once on 25 seats: exactly 25 seats, 175 in order on the waiting list, nothing lost; the same request again is the same place', async () => {
  const event = await anEvent(manager, editionId, { title: 'Une ruée', seats });
  const keys = years.map(() => randomUUID());
  // Each sends its request twice, as a browser does whose answer was slow.
  const answers = await Promise.all(years.flatMap((year, index) => [book(event, year, keys[index]), book(event, year, keys[index])]));
  expect(answers.map(({ status }) => status).filter((status) => status !== 200)).toEqual([]);

  const { body } = await manager.get<EventBody>(`/seated-events/${event}`);
  expect([body.seatsLeft, body.waiting, body.people.length]).toEqual([0, rush - seats, rush]);
  const seated = body.people.filter(({ place }) => place.state === 'confirmed');
  expect(seated.length).toBe(seats);
  const ranks = body.people.flatMap(({ place }) => (place.rank === undefined ? [] : [place.rank]));
  expect(ranks).toEqual(Array.from({ length: rush - seats }, (_, index) => index + 1));

  // The order is that of the journal, and each request is in it once.
  const journal = await jalon.prisma.journal.findMany({ where: { caseRef: event }, orderBy: { seq: 'asc' } });
  const booked = journal.flatMap(({ entry }) => {
    const { type, data } = entry as { type: string; data?: { case?: string } };
    return type === 'happened' && data?.case !== undefined ? [data.case] : [];
  });
  expect(new Set(booked).size).toBe(rush);
  expect(booked.length).toBe(rush);
  expect(body.people.map(({ year }) => year)).toEqual(booked);

  const again = await Promise.all(years.slice(0, 10).map((year) => book(event, year)));
  expect(again.map(({ status }) => status)).toEqual(again.map(() => 200));
  expect((await manager.get<EventBody>(`/seated-events/${event}`)).body.people.length).toBe(rush);

  await everyYearHears(event);
  await promotes(event, seated[0]!.year, body.people[seats]!.year);
});

/** What each was told has reached their own case. */
async function everyYearHears(event: string): Promise<void> {
  for (;;) {
    const [row] = await jalon.prisma.$queryRaw<{ heard: number }[]>`SELECT count(DISTINCT case_ref)::int AS heard FROM journal
      WHERE type = 'happened' AND entry->'data'->>'event' = ${event} AND entry->'data'->>'state' IN ('confirmed', 'waiting')`;
    if (row?.heard === rush) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function promotes(event: string, leaving: string, first: string): Promise<void> {
  const { who } = years.find(({ ref }) => ref === leaving)!;
  const left = await who.post<Place>(`/seated-events/${event}/presence`, { year: leaving, coming: false });
  expect(left.body.state).toBe('givenBack');
  const { body } = await manager.get<EventBody>(`/seated-events/${event}`);
  expect(body.people.find(({ year }) => year === first)?.place.state).toBe('confirmed');
  expect([body.seatsLeft, body.waiting]).toEqual([0, rush - seats - 1]);
}
