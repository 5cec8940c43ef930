import { addDays, addMonths, type CivilDate } from '#workflows/calendar/civil-date.js';
import { type CohortInput, cohortInput } from '#workflows/cohort/input.js';
import type { CohortPlan, Place } from '#workflows/cohort/plan.js';
import { procedureInForce } from '#workflows/catalogue.js';
import { projectManager, strategyAdviser } from '#workflows/reconversion/templates.js';
import { workingDayFrom } from '../working-day.js';
import { alma, fleur, max, trainers } from './cast.js';

/** What sets one cohort apart. */
export interface CohortTerms {
  readonly title: string;
  readonly months: 3 | 6;
  /** Days from today to its first day. */
  readonly startsIn: number;
  /** Days before the first day. */
  readonly opensBefore: number;
  readonly closesBefore: number;
  readonly seats: number;
  readonly coaches: CohortPlan['coaches'];
  /** Who judges besides the two of every jury. */
  readonly alsoJudges?: readonly string[];
}

const sessionTitles: readonly (readonly [string, Place])[] = [
  ['Conduire un produit numérique', 'insp'],
  ['Comprendre les usagers', 'ltp'],
  ['Lire une architecture', 'campusCyber'],
  ['Acheter et piloter', 'insp'],
  ['Sécurité et continuité', 'campusCyber'],
  ['Concevoir pour tous', 'ltp'],
  ['Données et décisions', 'agora'],
  ['Présenter son travail', 'agora'],
];

export const firstDay = (today: CivilDate, { startsIn }: CohortTerms): CivilDate => workingDayFrom(addDays(today, startsIn));

/** A session every other week or so; the jury ten days after the last month, the second sitting four weeks later. */
function planOf(startsOn: CivilDate, { months, coaches, alsoJudges = [] }: CohortTerms): CohortPlan {
  const day = (from: CivilDate, after: number) => workingDayFrom(addDays(from, after));
  const juryOn = day(addMonths(startsOn, months), 10);
  const every = months === 3 ? 11 : 22;
  return {
    startsOn,
    sessions: sessionTitles.map(([title, place], index) => ({
      id: `s${index + 1}`,
      title,
      on: day(startsOn, 1 + index * every),
      place,
      ...(index % 3 < 2 && { trainer: trainers[index % 3] }),
    })),
    coaches,
    jury: { on: juryOn, members: [max, fleur, ...alsoJudges], quorum: 0.5 },
    resitBy: day(juryOn, 28),
  };
}

/** What the cohort opens with, and on which day. */
export function cohortOn(today: CivilDate, terms: CohortTerms): { readonly openedOn: CivilDate; readonly input: CohortInput } {
  const { title, months, opensBefore, closesBefore, seats } = terms;
  const startsOn = firstDay(today, terms);
  const openedOn = workingDayFrom(addDays(startsOn, -opensBefore));
  const journey = procedureInForce(`reconversion-${months}m`, openedOn);
  if (!journey) throw new RangeError(`No revision of journeys of ${months} months was in force on ${openedOn}.`);
  const input = cohortInput.parse({
    title,
    manager: alma,
    journey: { id: journey.id, revision: journey.revision },
    template: months === 3 ? projectManager : strategyAdviser,
    applicationsUntil: addDays(startsOn, -closesBefore),
    seats,
    quotaYear: Number(startsOn.slice(0, 4)),
    plan: planOf(startsOn, terms),
  });
  return { openedOn, input };
}
