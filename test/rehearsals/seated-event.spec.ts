import { instantAt } from '#workflows/calendar/paris-time.js';
import { rehearse, type ScheduledAct } from '#workflows/kit/rehearsal.js';
import type { SeatedEventInput } from '#workflows/seated-event/input.js';
import { seatedEventR1 } from '#workflows/seated-event/seated-event.r1.js';
import { eventPlayer, type Plays } from '../builders/directors-paths.js';
import { aSeatedEvent } from '../builders/directors-year.js';
import { act, all, asked, intervene, stages, told } from '../builders/read-rehearsal.js';

/** A visit on Thursday 18 June 2026 with two seats, offered on 4 May; `a` to `d` book in their order, and nobody confirms. */
const visit = (plays: Plays = {}, change: Partial<SeatedEventInput> = {}, acts: ScheduledAct[] = []) =>
  rehearse(seatedEventR1, {
    name: 'visit',
    ref: 'EVENT-2026-000001',
    input: aSeatedEvent(change),
    start: instantAt('2026-05-04', '10:00'),
    play: eventPlayer(plays),
    acts,
  });
type Rehearsed = Awaited<ReturnType<typeof visit>>;

const news = (rehearsal: Rehearsed) =>
  all(rehearsal, 'informed').map(({ ref, event, data }) => {
    const { state, rank, attended } = data as { state?: string; rank?: number; attended?: boolean };
    return [ref, event === 'seat-news' ? state : `${event} ${String(attended)}`, ...(rank === undefined ? [] : [rank])].join(' ');
  });
const says = (day: string, ref: string, coming: boolean) =>
  act(day, `director of ${ref}`, 'director', { kind: 'happen', id: 'presence-said', data: { case: ref, coming } });
const books = (day: string, ref: string) =>
  act(day, `director of ${ref}`, 'director', { kind: 'happen', id: 'booked', data: { case: ref, director: `director of ${ref}` } });
const onDay = (rehearsal: Rehearsed, day: string) =>
  news({
    ...rehearsal,
    journal: rehearsal.journal.filter(({ at }) => at >= instantAt(day, '00:00') && at < instantAt(day, '00:00') + 86_400_000),
  });

test('D2: seats are given in the order of the requests, then places on the waiting list', async () => {
  const rehearsal = await visit();
  expect(rehearsal.refusals).toEqual([]);
  expect(news(rehearsal).slice(0, 4)).toEqual(['a confirmed', 'b confirmed', 'c waiting 1', 'd waiting 2']);
});

test('D2: a seat given back passes to the first of the waiting list, who is told', async () => {
  const rehearsal = await visit({}, {}, [says('2026-05-12', 'a', false)]);
  expect(onDay(rehearsal, '2026-05-12')).toEqual(['a givenBack', 'c confirmed']);
});

test('D2: ten working days before, each is asked whether they come', async () => {
  expect(onDay(await visit(), '2026-06-04')).toEqual(['a toConfirm', 'b toConfirm']);
});

test('D2: five working days before, seats that nobody confirmed pass to who waits', async () => {
  const rehearsal = await visit({}, {}, [says('2026-06-05', 'a', true)]);
  expect(onDay(rehearsal, '2026-06-11')).toEqual(['b released', 'c confirmed']);
  expect(told(rehearsal)).toEqual(['list-settled']);
});

test('D2: where nobody waits, who has said nothing keeps their seat', async () => {
  const rehearsal = await visit({}, { seats: 4 });
  expect(news(rehearsal).filter((one) => one.includes('released'))).toEqual([]);
});

test('D2: who books after the question was put, or is promoted, is not asked again and does not lose the seat', async () => {
  const rehearsal = await visit({}, { seats: 5 }, [books('2026-06-08', 'e'), books('2026-06-09', 'f')]);
  expect(onDay(rehearsal, '2026-06-11')).toEqual(['d released', 'f confirmed']);
});

test('a seat given back on the eve still passes on, and who waits in vain is told on the day', async () => {
  const rehearsal = await visit({}, {}, [says('2026-06-05', 'a', true), says('2026-06-05', 'b', true), says('2026-06-17', 'b', false)]);
  expect(onDay(rehearsal, '2026-06-17')).toEqual(['b givenBack', 'c confirmed']);
  expect(onDay(rehearsal, '2026-06-18')).toEqual(['d unseated']);
});

test('attendance is recorded within five working days, and each hears of their own', async () => {
  const rehearsal = await visit({ 'record-attendance': () => ({ afterDays: 2, answer: { present: ['director of c'] }, by: 'manager-1' }) });
  const [task] = asked(rehearsal, 'record-attendance');
  expect(task?.due?.lastDay).toBe('2026-06-25');
  expect(task?.context).toMatchObject({ people: ['director of c', 'director of d'] });
  expect(news(rehearsal).slice(-2)).toEqual(['c attended', 'd missed']);
  expect(stages(rehearsal)).toEqual(['open', 'settled', 'attendance']);
  expect(rehearsal.outcome).toEqual({ kind: 'held', data: { seated: 2, attended: 1 } });
});

test('D1: a session tells each year who was there', async () => {
  const rehearsal = await visit({}, { kind: 'session' }, [says('2026-06-05', 'a', true), says('2026-06-05', 'b', true)]);
  expect(news(rehearsal).slice(-4)).toEqual(['a missed', 'a launch-held false', 'b attended', 'b launch-held true']);
});

test('called off by who offers it: everybody is told, who waits included, and nothing more is asked', async () => {
  const rehearsal = await visit({
    'event-called-off': () => ({ afterDays: 20, answer: { reason: 'Le site n’est plus accessible.' }, by: 'manager-1' }),
  });
  expect(news(rehearsal).slice(-4)).toEqual(['a calledOff', 'b calledOff', 'c calledOff', 'd calledOff']);
  expect(rehearsal.outcome?.kind).toBe('calledOff');
  expect(asked(rehearsal, 'record-attendance')).toEqual([]);
});

test('an event that nobody came to book ends on its day, without a list', async () => {
  const rehearsal = await visit({ booked: () => 'never' });
  expect(rehearsal.outcome).toEqual({ kind: 'nobody' });
});

test('is offered at short notice without asking who comes', async () => {
  const rehearsal = await visit({}, { on: '2026-05-07' });
  expect(news(rehearsal).some((one) => one.includes('toConfirm') || one.includes('released'))).toBe(false);
});

test('no pause moves its day, and nobody takes it back without telling those who booked', async () => {
  const rehearsal = await visit({}, {}, [
    intervene('2026-05-10', { kind: 'pause', cause: 'service', reason: 'Réorganisation' }),
    intervene('2026-05-10', { kind: 'withdraw', reason: 'Plus besoin' }),
  ]);
  expect(rehearsal.refusals.map(({ refusal }) => refusal.code)).toEqual(['interventionNotAllowed', 'interventionNotAllowed']);
});
