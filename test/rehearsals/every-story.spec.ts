import fc from 'fast-check';
import { addDays, daysBetween, type CivilDate } from '#workflows/calendar/civil-date.js';
import type { Deadline } from '#workflows/calendar/deadline.js';
import { isBusinessDay, isWorkingDay } from '#workflows/calendar/holidays.js';
import { civilDateAt, instantAt } from '#workflows/calendar/paris-time.js';
import { fold } from '#workflows/kit/fold.js';
import type { Entry, EntryOf } from '#workflows/kit/journal.js';
import { rehearse, rehearseFrom, type Scenario, type ScheduledAct } from '#workflows/kit/rehearsal.js';
import { randomPlayer } from '../builders/random-answers.js';
import { grantsOfOtherProfiles, samples } from '../builders/inputs.js';

const manager = { by: 'manager-1', roles: ['programManager'] as const };
const anyStart = fc.integer({ min: 0, max: 700 }).map((days) => instantAt(addDays('2025-01-01', days), '10:17'));
const anySeed = fc.integer({ min: 1, max: 1_000_000 });

/** A pause of up to four months somewhere in the first hundred days. */
const anyPause = fc
  .record({ afterHours: fc.integer({ min: 1, max: 2_400 }), hours: fc.integer({ min: 1, max: 2_900 }) })
  .map(({ afterHours, hours }) => (start: number): ScheduledAct[] => {
    // Odd seconds: no act of a player falls on the same instant.
    const at = start + afterHours * 3_600_000 + 12_345;
    return [
      {
        at,
        ...manager,
        act: { kind: 'intervene', intervention: { kind: 'pause', cause: 'service', reason: 'Réorganisation du service' } },
      },
      {
        at: at + hours * 3_600_000,
        ...manager,
        act: { kind: 'intervene', intervention: { kind: 'resume', reason: 'Le service est en place' } },
      },
    ];
  });
const noPause = fc.constant((): ScheduledAct[] => []);

// Hundreds of rehearsals a test, each of a case of a year or more.
jest.setTimeout(120_000);

describe.each([...samples(), ...grantsOfOtherProfiles()])('every story: $name', ({ name, procedure, inputOn }) => {
  const scenario = (start: number, seed: number, acts: readonly ScheduledAct[] = []): Scenario => ({
    name,
    input: inputOn(civilDateAt(start)),
    start,
    play: randomPlayer(seed),
    acts,
  });

  test('ends under every answer and every lapse, and numbers its entries without a gap', async () => {
    await fc.assert(
      fc.asyncProperty(anyStart, anySeed, fc.oneof(noPause, anyPause), async (start, seed, acts) => {
        const { outcome, journal, waitsFor } = await rehearse(procedure, scenario(start, seed, acts(start)));
        expect({ outcome: outcome?.kind, waitsFor }).toEqual({
          outcome: expect.stringMatching(outcomes(procedure)) as string,
          waitsFor: [],
        });
        expect(journal.map(({ seq }) => seq)).toEqual(journal.map((_, index) => index + 1));
        expect(journal.every(({ at }, index) => index === 0 || at >= (journal[index - 1]?.at ?? 0))).toBe(true);
        expect(fold(undefined, journal).waits).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('resumes from every prefix of its journal to the identical journal', async () => {
    await fc.assert(
      fc.asyncProperty(anyStart, anySeed, fc.oneof(noPause, anyPause), async (start, seed, acts) => {
        const whole = scenario(start, seed, acts(start));
        const { journal } = await rehearse(procedure, whole);
        const told = JSON.stringify(journal);
        for (let cut = 0; cut <= journal.length; cut++) {
          const again = await rehearseFrom(procedure, whole, throughJson(journal.slice(0, cut)));
          // As text: hundreds of long journals, compared value by value, take a minute.
          expect(JSON.stringify(again.journal)).toBe(told);
        }
      }),
      { numRuns: 12 },
    );
  });

  test('a pause at any moment shifts every open due date by exactly the pause', async () => {
    await fc.assert(
      fc.asyncProperty(anyStart, anySeed, anyPause, async (start, seed, acts) => {
        const pause = acts(start);
        const { journal } = await rehearse(procedure, scenario(start, seed, pause), { until: pause[1]?.at });
        const resumed = journal.findLast((entry): entry is EntryOf<'resumed'> => entry.type === 'resumed');
        if (!resumed) return;
        const paused = journal.findLast((entry): entry is EntryOf<'paused'> => entry.type === 'paused');
        const before = new Map(fold(undefined, journal.slice(0, resumed.seq - 1)).waits.map((wait) => [wait.id, wait]));
        const moved = journal.slice(resumed.seq).filter((entry): entry is EntryOf<'moved'> => entry.type === 'moved');
        for (const { id, due } of moved)
          expect(shift(before.get(id)?.due, due)).toBe(expectedShift(before.get(id)?.due, paused?.on, resumed.on));
        const open = [...before.values()].filter(
          ({ due, kind, id }) => due && due.term.n > 0 && kind !== 'pause' && !resumed.stillStopped.includes(id),
        );
        expect(moved.map(({ id }) => id).sort()).toEqual(open.map(({ id }) => id).sort());
      }),
      { numRuns: 60 },
    );
  });
});

const outcomes = (procedure: { outcomes: Readonly<Record<string, string>> }) =>
  new RegExp(`^(${[...Object.keys(procedure.outcomes), 'withdrawn'].join('|')})$`);
const throughJson = (entries: readonly Entry[]) => JSON.parse(JSON.stringify(entries)) as Entry[];

/** Days from one last day to the other, in the term's own unit. */
function shift(before: Deadline | undefined, after: Deadline): number {
  if (!before) return NaN;
  const isCounted = counting(after);
  if (!isCounted) return daysBetween(before.unrolledDay, after.unrolledDay);
  return daysFrom(addDays(before.unrolledDay, 1), addDays(after.unrolledDay, 1)).filter(isCounted).length;
}

/** Days of the pause that the term would have counted: after its trigger day and no later than its last day. */
function expectedShift(before: Deadline | undefined, paused: CivilDate | undefined, resumed: CivilDate): number {
  if (!before || paused === undefined || paused > before.unrolledDay) return 0;
  const first = paused > before.from ? paused : addDays(before.from, 1);
  if (first >= resumed) return 0;
  const isCounted = counting(before);
  return isCounted ? daysFrom(first, resumed).filter(isCounted).length : daysBetween(first, resumed);
}

function counting({ term, zone }: Deadline): ((day: CivilDate) => boolean) | undefined {
  if (term.unit === 'workingDays') return (day) => isWorkingDay(day, zone);
  if (term.unit === 'businessDays') return (day) => isBusinessDay(day, zone);
  return undefined;
}

function daysFrom(first: CivilDate, end: CivilDate): CivilDate[] {
  return Array.from({ length: Math.max(0, daysBetween(first, end)) }, (_, n) => addDays(first, n));
}
