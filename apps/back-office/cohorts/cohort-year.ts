import type { CohortState } from '#workflows/cohort/state.js';
import { journeyTemplate } from '#workflows/reconversion/template.js';
import { trades, yearlyAim } from '#workflows/reconversion/trades.js';
import type { Fields } from '../openapi/fields.js';
import { journeyLabel } from './cohort-view.js';
import type { CohortOfYear, CohortYear, JourneyCounts, TradeOfYear } from './cohort-year.dto.js';

/** What the cases of one cohort's members measured, in agents. */
export type Measured = Omit<Fields<JourneyCounts>, 'seated'>;

export interface CohortFound {
  readonly ref: string;
  readonly state: CohortState;
  readonly measured: Measured;
}

export const nothing: Measured = { started: 0, completed: 0, endedOtherwise: 0, inPost: 0, funded: 0 };

/** A year's cohorts added up, against the programme's aim and the State's needs. Pure. */
export function cohortYear(year: number, found: readonly CohortFound[], fundedAim: number): Fields<CohortYear> {
  const cohorts = found.map(cohortOfYear).sort((a, b) => a.startsOn.localeCompare(b.startsOn) || a.ref.localeCompare(b.ref));
  return {
    year,
    aim: { ...yearlyAim },
    fundedAim,
    seats: cohorts.reduce((sum, { seats }) => sum + seats, 0),
    total: addUp(cohorts),
    cohorts,
    trades: tradesOf(found),
  };
}

function cohortOfYear({ ref, state: { input, register }, measured }: CohortFound): Fields<CohortOfYear> {
  return {
    ref,
    title: input.title,
    journeyLabel: journeyLabel(input.journey.id),
    startsOn: register.plan.startsOn,
    seats: input.seats,
    // Whoever had a seat has had a coach, and keeps both in the register when they leave.
    seated: register.members.filter(({ coach }) => coach !== undefined).length,
    ...measured,
  };
}

export function addUp(counts: readonly Fields<JourneyCounts>[]): Fields<JourneyCounts> {
  const of = (key: keyof JourneyCounts) => counts.reduce((sum, one) => sum + one[key], 0);
  return {
    seated: of('seated'),
    started: of('started'),
    completed: of('completed'),
    endedOtherwise: of('endedOtherwise'),
    inPost: of('inPost'),
    funded: of('funded'),
  };
}

/** Trades in tension, and any other that a cohort of the year prepares for. */
function tradesOf(found: readonly CohortFound[]): Fields<TradeOfYear>[] {
  return Object.entries(trades).flatMap(([key, trade]) => {
    const own = found.filter(({ state }) => journeyTemplate.parse(state.input.template).trade === key);
    if (trade.hiresPerYear === 0 && own.length === 0) return [];
    const of = (what: 'started' | 'completed') => own.reduce((sum, { measured }) => sum + measured[what], 0);
    return [{ key, ...trade, started: of('started'), completed: of('completed') }];
  });
}
