import type { CivilDate, Instant } from '../calendar/civil-date.js';
import { civilDateAt } from '../calendar/paris-time.js';
import type { Wait } from './case-view.js';
import { fold } from './fold.js';
import { expectedActs, type ExpectedAct, triedInVain } from './forecast-acts.js';
import { ForecastPlayer } from './forecast-player.js';
import type { Entry, EntryOf } from './journal.js';
import type { Procedure } from './procedure.js';
import { type Player, type Rehearsal, rehearseFrom, StoryDiverges } from './rehearsal.js';
import { explainWait } from './waits.js';

/** How a running case would go on if everybody acted as expected from now on. */
export interface Forecast {
  /** Absent when the case would wait for ever, or nothing can be foretold. */
  readonly endsOn?: CivilDate;
  /** Kind of the outcome. */
  readonly outcome?: string;
  /** What it would wait for, for ever, in French: its resumption, or what nobody is expected to do. */
  readonly waitsFor: readonly string[];
  /** Why nothing can be foretold, in French. */
  readonly unforeseen?: string;
  /** What people are expected to do from today on, in the order of their days. */
  readonly acts: readonly ExpectedAct[];
  /**
   * The last day on which it can be told again and say the same, as long as the case and those that it opened do not move: after it,
   * something expected would not have been done. Absent: no day changes it.
   */
  readonly holdsUntil?: CivilDate;
}

/** A running case as its journal tells it, and how its future is played. */
export interface RunningCase {
  /** The revision that the case follows. */
  readonly procedure: Procedure;
  readonly journal: readonly Entry[];
  readonly now: Instant;
  readonly play: Player;
  /** When cases that it opened are expected to close, by their references: undefined for never; those left out end as the player says. */
  readonly children?: ReadonlyMap<string, CivilDate | undefined>;
}

/** The revision that a case follows: the one that it opened with, or the last that it adopted. */
export function revisionOf(journal: readonly Entry[]): { readonly procedure: string; readonly revision: string } {
  const { procedure, revision } = openingOf(journal);
  const adopted = journal.findLast((entry): entry is EntryOf<'adopted'> => entry.type === 'adopted');
  return { procedure, revision: adopted?.revision ?? revision };
}

/** No story lasts that long: one that goes round and round while it waits for something else is cut there. */
const horizonMs = 12 * 365 * 86_400_000;

/**
 * Takes the case up from its journal in rehearsal and plays its rest. What should have been done before is done today. Never throws: a
 * case whose journal the story no longer tells, or whose story fails, is unforeseen.
 */
export async function forecast({ procedure, journal, now: asked, play, children = new Map() }: RunningCase): Promise<Forecast> {
  try {
    const { ref, input, by, at: start } = openingOf(journal);
    // The clock of a case may run a little, or on a demonstration far, ahead.
    const now = Math.max(asked, journal.at(-1)?.at ?? asked);
    const player = new ForecastPlayer(play, now, journal, children);
    const scenario = { name: ref, ref, input, by, start, play: player.play };
    const rehearsal = await rehearseFrom(procedure, scenario, journal, { until: now + horizonMs });
    const { outcome, journal: told } = rehearsal;
    const last = told.at(-1);
    const acts = expectedActs(procedure, rehearsal, player);
    const endsOn = outcome && last && civilDateAt(Math.max(last.at, now));
    const holdsUntil = firstDay(rehearsal, acts, endsOn);
    return {
      ...(endsOn !== undefined && { outcome: outcome?.kind, endsOn }),
      waitsFor: outcome ? [] : waitsOf(rehearsal, player).map((wait) => explainWait(wait, procedure).label),
      acts,
      ...(holdsUntil !== undefined && { holdsUntil }),
    };
  } catch (error) {
    return { waitsFor: [], acts: [], unforeseen: whyNot(error) };
  }
}

function openingOf([opened]: readonly Entry[]): EntryOf<'opened'> {
  if (opened?.type !== 'opened') throw new RangeError('The journal of a case begins with its opening.');
  return opened;
}

/** The first day on which something is done, by whomever, should have been, or ends. */
function firstDay({ acts, refusals }: Rehearsal, expected: readonly ExpectedAct[], endsOn: CivilDate | undefined): CivilDate | undefined {
  const played = [...acts, ...refusals.map(({ request }) => request)].map(({ receivedAt }) => civilDateAt(receivedAt));
  const awaited = expected.flatMap(({ on, lastDay, late }) => (late || lastDay === undefined ? [on] : [on, lastDay]));
  return [...played, ...awaited, ...(endsOn === undefined ? [] : [endsOn])].sort()[0];
}

/** A paused case waits for its resumption; another one for what nobody does, or if all is done for whatever is open. */
function waitsOf(rehearsal: Rehearsal, { undone }: ForecastPlayer): readonly Wait[] {
  const { waits } = fold(undefined, rehearsal.journal);
  const pause = waits.filter(({ kind }) => kind === 'pause');
  if (pause.length > 0) return pause;
  const stuck = new Set([...undone, ...triedInVain(rehearsal).map(({ id }) => id)]);
  const awaited = waits.filter(({ optional }) => optional !== true);
  return [awaited.filter(({ id }) => stuck.has(id)), awaited].find((some) => some.length > 0) ?? waits;
}

const whyNot = (error: unknown): string =>
  error instanceof StoryDiverges
    ? `L’écriture ${error.seq} du journal n’est plus ce que ferait la procédure.`
    : `La procédure s’interrompt\u00a0: ${error instanceof Error ? error.message : String(error)}`;
