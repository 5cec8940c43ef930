import type { CivilDate } from '#workflows/calendar/civil-date.js';
import { places } from '#workflows/cohort/plan.js';
import type { CaseView } from '#workflows/kit/case-view.js';
import type { Entry, EntryOf } from '#workflows/kit/journal.js';
import type { PersonId } from '#workflows/kit/people.js';
import type { JourneyInput } from '#workflows/reconversion/input.js';
import { stages } from '#workflows/reconversion/stages.js';
import { handInMilestone, type Review, reviewMilestone } from '#workflows/reconversion/tasks/milestone.js';
import { decideTrackSwitch } from '#workflows/reconversion/tasks/track.js';
import type { Milestone } from '#workflows/reconversion/template.js';
import type { JourneyMilestone, MilestoneState } from './member-journey.dto.js';
import { calendarIn } from './member-calendar.service.js';

/** Where a participant is in their journey, as its journal tells it. */
export interface MemberJourney {
  readonly cohort: string;
  readonly coach?: PersonId;
  readonly track?: string;
  readonly startsOn: CivilDate;
  readonly juryOn: CivilDate;
  readonly over: boolean;
  readonly sessions: readonly { readonly title: string; readonly on: CivilDate; readonly placeLabel: string }[];
  readonly milestones: readonly JourneyMilestone[];
}

/** Pure: from the entries of the journey's case, and what it waits for now. */
export function memberJourney(
  entries: readonly Entry[],
  { waits, stage, outcome }: Pick<CaseView, 'waits' | 'stage' | 'outcome'>,
): MemberJourney {
  const input = inputIn(entries);
  const { startsOn, juryOn, sessions } = calendarIn(entries);
  const coach = coachIn(entries);
  const track = trackIn(entries, input);
  const days = new Map(waits.flatMap(({ id, due, stopped }) => (due && !stopped ? [[id, due.lastDay] as const] : [])));
  const over = outcome !== undefined || stagesAfter.includes(stage);
  return {
    cohort: input.cohort,
    ...(coach !== undefined && { coach }),
    ...(track !== undefined && { track }),
    startsOn,
    juryOn,
    over,
    sessions: sessions.map(({ title, on, place }) => ({ title, on, placeLabel: placeLabelOf(place) })),
    milestones: input.template.milestones.map((milestone) => milestoneIn(entries, milestone, { keeps: input.keeps, days, over })),
  };
}

const stagesAfter: readonly string[] = [stages.assignment, stages.followUp, stages.leaving].map(({ id }) => id);

const settled: ReadonlySet<MilestoneState> = new Set(['validated', 'kept', 'missed']);

const placeLabelOf = (place: string): string => (places as Readonly<Record<string, string>>)[place] ?? place;

function inputIn([opened]: readonly Entry[]): JourneyInput {
  if (opened?.type !== 'opened') throw new RangeError('The journal of a case begins with its opening.');
  return opened.input as JourneyInput;
}

/** The last of the coaches whom the cohort named. */
function coachIn(entries: readonly Entry[]): PersonId | undefined {
  const events = new Map(entries.flatMap((entry) => (entry.type === 'expected' ? [[entry.id, entry.event] as const] : [])));
  const told = entries.findLast(
    (entry): entry is EntryOf<'happened'> =>
      entry.type === 'happened' && ['seat-given', 'coach-changed'].includes(events.get(entry.id) ?? ''),
  );
  return (told?.data as { coach?: PersonId } | undefined)?.coach;
}

/** The track that was applied for, or another that was agreed since. */
function trackIn(entries: readonly Entry[], { track, template: { tracks } }: JourneyInput): string | undefined {
  const asked = entries.findLast((entry): entry is EntryOf<'asked'> => entry.type === 'asked' && entry.task === decideTrackSwitch.key);
  const answer = asked && (answerTo(entries, asked.id) as { verdict: string } | undefined);
  const key = answer?.verdict === 'accept' ? (asked?.context as { track: string }).track : track;
  return tracks.find((one) => one.key === key)?.label;
}

interface Now {
  readonly keeps: readonly string[];
  /** Last days of what is open, by item. */
  readonly days: ReadonlyMap<string, CivilDate>;
  readonly over: boolean;
}

function milestoneIn(entries: readonly Entry[], { key, label, deliverable }: Milestone, { keeps, days, over }: Now): JourneyMilestone {
  const about = entries.filter(
    (entry): entry is EntryOf<'asked'> =>
      entry.type === 'asked' &&
      [handInMilestone.key, reviewMilestone.key].includes(entry.task) &&
      (entry.context as { milestone: string }).milestone === key,
  );
  const last = about.at(-1);
  const lastDay = last?.task === handInMilestone.key ? days.get(last.id) : undefined;
  const state = last ? stateOf(entries, last) : keeps.includes(key) ? 'kept' : 'coming';
  return {
    label,
    deliverable,
    state: over && !settled.has(state) ? 'notAsked' : state,
    ...(lastDay !== undefined && { lastDay }),
  };
}

function stateOf(entries: readonly Entry[], { id, task, context }: EntryOf<'asked'>): MilestoneState {
  if (task === handInMilestone.key) return (context as { attempt: number }).attempt > 1 ? 'again' : 'open';
  const review = answerTo(entries, id) as Review | undefined;
  if (!review) return 'handedIn';
  return review.verdict === 'validate' ? 'validated' : review.verdict === 'missed' ? 'missed' : 'again';
}

/** As it was corrected, where it was. */
function answerTo(entries: readonly Entry[], id: string): unknown {
  const answered = entries.findLast(
    (entry): entry is EntryOf<'answered' | 'corrected'> => (entry.type === 'answered' || entry.type === 'corrected') && entry.id === id,
  );
  return answered?.answer;
}
