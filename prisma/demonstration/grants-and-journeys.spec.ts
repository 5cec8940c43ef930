import { readFileSync } from 'node:fs';
import { civilDateAt, instantAt } from '#workflows/calendar/paris-time.js';
import { news } from '#workflows/cohort/news.js';
import type { Entry, EntryOf, EntryType } from '#workflows/kit/journal.js';
import { rehearseFrom } from '#workflows/kit/rehearsal.js';
import { seedId } from '../seed-id.js';
import { type Rehearsed, rehearseGrantsAndJourneys } from './grants-and-journeys.js';
import type { RehearsedCase } from './rehearsed-case.js';

const nows = ['2026-11-24', '2027-03-01', '2027-05-14', '2028-01-03'].map((day) => instantAt(day, '11:00'));
let town: Rehearsed;
let cases: readonly RehearsedCase[];
beforeAll(async () => {
  town = await rehearseGrantsAndJourneys(nows[0] ?? 0);
  cases = town.cases.filter((one) => isJourney(one) || one.part.procedure.id === 'cohort');
});

const isJourney = ({ part }: RehearsedCase) => part.procedure.id.startsWith('reconversion');
const entries = <T extends EntryType>({ journal }: RehearsedCase, type: T) =>
  journal.filter((entry): entry is EntryOf<T> => entry.type === type);
const journeysWith = (holds: (entry: Entry) => boolean) => cases.filter((one) => isJourney(one) && one.journal.some(holds));
const measured = (indicator: string) => journeysWith((entry) => entry.type === 'measured' && entry.indicator === indicator);

test('holds the counts of the recipe', () => {
  const of = (months: number) => cases.filter(({ part }) => part.procedure.id === `reconversion-${months}m`).length;
  expect([of(3), of(6), cases.length - of(3) - of(6)]).toEqual([30, 16, 6]);
  const pauses = journeysWith(({ type }) => type === 'paused');
  const lasted = pauses.map((one) => {
    const [paused] = entries(one, 'paused');
    const [resumed] = entries(one, 'resumed');
    return resumed ? Math.round((Date.parse(resumed.on) - Date.parse(paused?.on ?? '')) / 86_400_000) : 'still';
  });
  // A day on which nobody works moves an end to the next one.
  expect(lasted).toHaveLength(4);
  expect(lasted.filter((days) => days !== 'still' && days >= 111 && days <= 115)).toHaveLength(1);
  expect(lasted).toContain('still');
  expect(journeysWith((entry) => entry.type === 'closed' && entry.outcome.kind === 'droppedOut')).toHaveLength(3);
  expect(journeysWith((entry) => entry.type === 'asked' && entry.task === 'hand-over')).toHaveLength(2);
  expect(measured('journey/resit')).toHaveLength(3);
  expect(measured('journey/trackSwitched')).toHaveLength(2);
  const readmitted = cases.filter(({ part }) => (part.input as { readmittedFrom?: string }).readmittedFrom !== undefined);
  expect(readmitted.map(({ part }) => (part.input as { keeps: string[] }).keeps)).toEqual([['foundations']]);
});

test('shows what the demonstration’s people have before them', () => {
  const waitsFor = (key: string) =>
    cases.flatMap(({ part, run }) =>
      [...run.items.values()].flatMap((item) => (item.kind === 'task' && item.type.key === key ? [part.ref] : [])),
    );
  const named = (end: string): unknown => expect.stringMatching(`${end}$`);
  expect(waitsFor('give-agreement')).toEqual([named('900006-5'), named('900006-6')]);
  expect(waitsFor('select-candidate')).toEqual([named('900006-4')]);
  expect(waitsFor('sign-journey-convention')).toEqual([named('900006-1'), named('900006-2')]);
  expect(waitsFor('record-assignment')).toEqual([named('900003-4')]);
  expect(waitsFor('declare-ties')).toHaveLength(3);
  expect(waitsFor('confirm-session')).toEqual([named('900005')]);
  expect(waitsFor('review-milestone').length).toBeGreaterThan(4);
  expect(waitsFor('hand-in-milestone')).toContainEqual(named('900004-1'));
  expect(waitsFor('hand-in-milestone')).toContainEqual(named('900005-1'));
  // Stuck, and how far it went: the coach is asked to call, or the message has just left.
  expect(waitsFor('reach-out')).toHaveLength(2);
  expect(journeysWith((entry) => entry.type === 'told' && entry.template === 'nudge').length).toBeGreaterThanOrEqual(3);
});

const byEvent = (news: readonly { id: string; data: unknown }[], events: readonly string[]) =>
  news.map(({ id, data }) => [id.replace(/-\d+$/, ''), data]).filter(([event]) => events.includes(event as string));

test('journals of cohorts and of their members agree', () => {
  for (const cohort of cases.filter((one) => !isJourney(one)))
    for (const { ref, id } of entries(cohort, 'childOpened')) {
      const member = town.ensemble.case(ref);
      const asked = entries(member, 'informed')
        .filter((entry) => entry.ref === cohort.part.ref)
        .map(({ event, data }) => [event, data]);
      const taken = entries(cohort, 'happened').filter(({ data }) => (data as { ref?: string }).ref === ref);
      expect(byEvent(taken, ['seat-asked', 'member-left'])).toEqual(asked);
      const told = entries(cohort, 'informed').filter((entry) => entry.ref === ref);
      const heard = byEvent(entries(member, 'happened'), Object.values(news));
      // A case that has closed hears nothing more.
      expect(heard).toEqual(told.slice(0, member.run.closed ? heard.length : told.length).map(({ event, data }) => [event, data]));
      expect(entries(cohort, 'childClosed').filter((entry) => entry.id === id)).toHaveLength(member.run.closed ? 1 : 0);
    }
});

test.each(nows)('on whichever day it is loaded, nobody is refused anything and nothing is lost (%d)', async (now) => {
  const { ensemble } = await rehearseGrantsAndJourneys(now);
  expect(ensemble.refusals).toEqual([]);
  expect(ensemble.undelivered).toBe(0);
  for (const { journal } of ensemble.cases.values()) expect(journal.at(-1)?.at).toBeLessThanOrEqual(now);
});

test('grants hear of the ten journeys that they pay for, from the first day to the last news', () => {
  const paid = cases.filter(({ part }) => (part.input as { fundedBy?: string }).fundedBy !== undefined);
  expect(paid).toHaveLength(10);
  for (const { part, journal } of paid) {
    const told = journal.filter((entry): entry is EntryOf<'informed'> => entry.type === 'informed' && entry.event === 'journey-told');
    const grant = town.ensemble.case((part.input as { fundedBy: string }).fundedBy);
    expect([grant.run.closed, told.length > 0]).toEqual([undefined, true]);
    const heard = entries(grant, 'happened').filter(({ data }) => (data as { ref?: string }).ref === part.ref);
    expect(heard.map(({ data }) => data)).toEqual(told.map(({ data }) => data));
  }
});

test('every case can be taken up from its journal, and was opened with what its procedure takes', async () => {
  for (const { part, journal } of town.cases) {
    const { procedure, input, ref, by } = part;
    expect([ref, procedure.input.safeParse(input).error]).toEqual([ref, undefined]);
    const scenario = { name: ref, ref, by, input, start: journal[0]?.at ?? 0, play: () => 'never' as const };
    const again = await rehearseFrom(procedure, scenario, journal, { until: nows[0] ?? 0 });
    expect([ref, again.journal]).toEqual([ref, journal]);
  }
});

test('the same instant gives the same journals', async () => {
  const again = await rehearseGrantsAndJourneys(nows[0] ?? 0);
  for (const { part, journal } of cases) expect(again.ensemble.case(part.ref).journal).toEqual(journal);
});

test('people work on working days, between nine and six, as a rule', () => {
  const acts = cases.flatMap((one) => entries(one, 'answered'));
  const hourOf = (at: number) => Number(new Date(at).toLocaleString('en-GB', { timeZone: 'Europe/Paris', hour: '2-digit' }));
  const late = acts.filter(({ at }) => hourOf(at) < 9 || hourOf(at) > 18);
  const weekend = acts.filter(({ at }) => [0, 6].includes(new Date(`${civilDateAt(at)}T12:00:00Z`).getUTCDay()));
  // Who answers on a last day may do so on any day, at any hour.
  expect((late.length + weekend.length) / acts.length).toBeLessThan(0.03);
});

test('the launcher knows the note that is written last', () => {
  expect(readFileSync('apps/launcher/migrations.mjs', 'utf8')).toContain(`'${seedId('coach note 0')}'`);
});
