import { civilDateAt, instantAt } from '#workflows/calendar/paris-time.js';
import type { EntryOf, EntryType } from '#workflows/kit/journal.js';
import { rehearseFrom } from '#workflows/kit/rehearsal.js';
import type { SeatedEventInput } from '#workflows/seated-event/input.js';
import type { SeatNews } from '#workflows/seated-event/news.js';
import type { RehearsedCase } from '../rehearsed-case.js';
import { changesOfPost } from './changes-of-post.js';
import { lois } from './invented-directors.js';
import { type RehearsedEdition, rehearseEdition } from './rehearse-edition.js';

const now = instantAt('2026-11-24', '15:40');
let edition: RehearsedEdition;
let cases: RehearsedCase[];
beforeAll(async () => {
  edition = await rehearseEdition(now);
  cases = [...edition.ensemble.cases.values()];
});

const entries = <T extends EntryType>({ journal }: RehearsedCase, type: T) =>
  journal.filter((entry): entry is EntryOf<T> => entry.type === type);
const events = () => cases.filter(({ part }) => part.procedure.id === 'seated-event');
const years = () => cases.filter(({ part }) => part.procedure.id === 'directors-year');
const inputOf = ({ part }: RehearsedCase) => part.input as SeatedEventInput;
/** What each case was told last, by its reference. */
const places = (event: RehearsedCase) =>
  new Map(entries(event, 'informed').flatMap(({ ref, data }) => ('state' in (data as object) ? [[ref, (data as SeatNews).state]] : [])));

test('220 directors in three waves, ten visits of 25 seats and ten activities of 40, and a session or two for each wave', () => {
  const people = edition.memberships.map(({ director }) => director);
  expect([1, 2, 3].map((wave) => people.filter((one) => one.wave === wave).length)).toEqual([30, 100, 90]);
  expect(new Set(people.map(({ person }) => person.id)).size).toBe(220);
  const seats = (kind: string) => events().flatMap((event) => (inputOf(event).kind === kind ? [inputOf(event).seats] : []));
  expect([seats('visit'), seats('activity'), seats('session').length]).toEqual([Array(10).fill(25), Array(10).fill(40), 6]);
  expect(people.filter(({ person }) => person.delegate !== undefined).length).toBeGreaterThan(50);
});

test('twelve change post: four years follow, four wait, four end', () => {
  const count = (type: EntryType) => years().filter((year) => entries(year, type).length > 0).length;
  expect([changesOfPost.length, count('transferred'), count('paused'), count('resumed')]).toEqual([12, 4, 4, 2]);
  expect(years().filter(({ run }) => run.closed?.kind === 'ended').length).toBe(4);
});

test('who could not come to the launch is offered another session, who missed a visit another one', () => {
  const absent = edition.memberships.filter(({ director }) => director.missesLaunch);
  expect(absent.length).toBe(19);
  expect(absent.filter(({ director }) => director.launched).length).toBeGreaterThan(8);
  const visits = (year: RehearsedCase, state: string) =>
    entries(year, 'happened').filter(({ data }) => (data as SeatNews).state === state && (data as SeatNews).occasion.kind === 'visit')
      .length;
  expect(years().filter((year) => visits(year, 'missed') > 0 && visits(year, 'attended') > 0).length).toBeGreaterThan(0);
});

test('what events say and what years hear is the same, in the same order', () => {
  expect([edition.ensemble.undelivered, edition.ensemble.refusals]).toEqual([0, []]);
  for (const event of events())
    for (const year of years()) {
      if (year.run.closed) continue;
      const { ref } = event.part;
      const told = entries(event, 'informed').flatMap((entry) => (entry.ref === year.part.ref ? [entry.data] : []));
      const heard = entries(year, 'happened').flatMap(({ data }) =>
        (data as SeatNews).event === ref && 'occasion' in (data as object) ? [data] : [],
      );
      expect(heard).toEqual(told);
    }
});

test('no seat is sold twice; past events have their list, those to come their bookings and who waits', () => {
  const holding = new Set(['confirmed', 'toConfirm', 'coming', 'attended', 'missed']);
  for (const event of events())
    expect([...places(event).values()].filter((state) => holding.has(state)).length).toBeLessThanOrEqual(inputOf(event).seats);
  const today = civilDateAt(now);
  const [past, ahead] = [true, false].map((isPast) => events().filter((event) => inputOf(event).on < today === isPast)) as [
    RehearsedCase[],
    RehearsedCase[],
  ];
  // The list of the last one has still to be made.
  expect(past.filter(({ run }) => run.closed?.kind === 'held').length).toBe(past.length - 1);
  expect(ahead.every((event) => [...places(event).values()].some((state) => holding.has(state)))).toBe(true);
  expect(ahead.some((event) => [...places(event).values()].includes('waiting'))).toBe(true);
});

test('Loïs has a visit to confirm now', () => {
  const mine = edition.memberships.find(({ director }) => director.person.id === lois.id)?.director;
  const next = events().find((event) => places(event).get(mine?.ref ?? '') === 'toConfirm');
  expect(next && inputOf(next)).toMatchObject({ kind: 'visit', on: '2026-12-04' });
});

test('every case can be taken up from its journal, and the same instant gives the same journals', async () => {
  const again = await rehearseEdition(now);
  for (const { part, journal } of cases) {
    const { procedure, input, ref, by } = part;
    const scenario = { name: ref, ref, by, input, start: journal[0]?.at ?? 0, play: () => 'never' as const };
    expect((await rehearseFrom(procedure, scenario, journal, { until: now })).journal).toEqual(journal);
    expect(again.ensemble.case(ref).journal).toEqual(journal);
  }
});
