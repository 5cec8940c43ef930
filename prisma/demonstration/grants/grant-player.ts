import { aFileId, type Course } from '#workflows/ftap/course/course.js';
import type { FtapInput } from '#workflows/ftap/input.js';
import type { GridContext } from '#workflows/ftap/tasks/instruction.js';
import type { ReportContext } from '#workflows/ftap/tasks/report.js';
import type { OpenItem, Play, Player } from '#workflows/kit/rehearsal.js';
import { effectsReach } from '../../seed-turns.js';
import { Chance } from '../chance.js';
import { type FilingPlayer, withFiles } from '../with-files.js';
import { officeTimeAfter } from '../working-day.js';
import { actor } from './cast.js';
import { courseOf } from './fates.js';
import type { PlannedGrant } from './plan.js';

const fileNames = {
  'supply-pieces': 'Délégation de signature',
  'request-instalment': 'Justificatifs de dépenses',
  'final-account': 'Compte d’emploi',
  'measure-effects': 'Attestations de formation',
  'breach-found': 'Constat',
};

/** The parts of a grant's people: the typical course but for its fate, at an office's pace, with figures of the grant's own. */
export function grantPlayer(grant: PlannedGrant, ref: string, input: FtapInput): FilingPlayer {
  const chance = new Chance(`grant ${grant.title}`);
  const reached = 0.55 + 0.7 * chance.next();
  const course: Course = { ...courseOf(grant.fate, input), 'measure-effects': effectsReach(reached) };
  const play: Player = (item) => {
    // A session of the committee says it.
    if (item.key === 'committee-heard') return 'never';
    const played = course[item.key]?.(item) ?? 'never';
    return played === 'never' ? played : atOffice(item, withOwnFigures(item, played, { input, chance }), { input, chance });
  };
  return withFiles(ref, aFileId, fileNames, play);
}

interface Played {
  readonly input: FtapInput;
  readonly chance: Chance;
}

/** At the moment of the course or up to three days later, in office hours, by the person who plays the part. */
function atOffice({ openedAt, due }: OpenItem, play: Exclude<Play, 'never'>, { input, chance }: Played): Play {
  const days = Math.floor((play.afterDays ?? 0) + (play.afterHours ?? 0) / 24) + chance.between(0, 3);
  const at = officeTimeAfter(openedAt, days, chance);
  // What would lapse meanwhile is done as the course has it.
  const afterHours = due && at >= due.firesAt ? (play.afterDays ?? 0) * 24 + (play.afterHours ?? 0) : (at - openedAt) / 3_600_000;
  const { answer, roles } = play;
  return { answer, afterHours, by: play.by === 'applicant-1' ? input.owner : actor(play.by), ...(roles && { roles }) };
}

/** Marks differ, and what was spent goes with the budget. */
function withOwnFigures({ key, nth, context }: OpenItem, play: Exclude<Play, 'never'>, { input, chance }: Played): Exclude<Play, 'never'> {
  const { lines } = input.application.budget;
  const costCents = lines.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const answer = play.answer as Readonly<Record<string, unknown>>;
  const changed = (change: object) => ({ ...play, answer: { ...answer, ...change } });
  if (key === 'score-application') return changed({ marks: marks(context as GridContext, chance) });
  if (key === 'request-instalment') return changed({ spentCents: nth === 1 ? 0 : Math.round(costCents * 0.45) });
  if (key === 'half-year-report')
    return changed({ spentCents: Math.round(costCents * 0.5), values: halfWay(context as ReportContext, input) });
  if (key === 'record-commitment') return changed({ ejNumber: `21${chance.between(10_000_000, 99_999_999)}` });
  if (key === 'payment-confirmed') return changed({ chorusNumber: `19${chance.between(10_000_000, 99_999_999)}` });
  return play;
}

const marks = ({ criteria }: GridContext, chance: Chance) =>
  Object.fromEntries(criteria.map((one) => [one.key, { score: chance.between(11, 17), why: 'Le dossier le montre, exemples à l’appui.' }]));

const halfWay = ({ effects }: ReportContext, { application }: FtapInput) =>
  Object.fromEntries(
    effects.map(({ key, target }, place) => {
      const baseline = application.effects.promised[place]?.baseline ?? 0;
      return [key, Math.round(baseline + (target - baseline) / 2)];
    }),
  );
