import { type CallTerms } from '#workflows/ftap/call-terms.js';
import { effectKinds } from '#workflows/ftap/application.js';
import { dayOf } from '../calls/call-view.js';
import { outcomeLabel, procedureOf, stageLabel } from '../procedures.js';
import type { Fields } from '../openapi/fields.js';
import { costPerAgentWords, figureWords, journeyKeys, moneyKeys } from './figure-keys.js';
import type { CaseTotal, EffectTotal, Total } from './figure-totals.js';
import type { CallFigures, CaseCount, CostPerAgent, EffectFigure, JourneyFigure, MoneyFigure, SumOrMean } from './figures.dto.js';
import type { CallWithFund } from './readable-calls.js';

/** What the database added up for one call. */
export interface CallTotals {
  readonly totals: readonly Total[];
  readonly effects: readonly EffectTotal[];
  readonly cases: readonly CaseTotal[];
  /** Cases that promised trained agents. */
  readonly promisedTraining: number;
}

/** The figures of one call, from its totals. Pure. */
export function callFigures(call: CallWithFund, months: CallTerms['followUpMonths'], found: CallTotals): Fields<CallFigures> {
  const envelopeCents = Number(call.envelopeCents);
  return {
    callId: call.id,
    title: call.title,
    fundName: call.fund.name,
    status: call.status,
    opensOn: dayOf(call.opensOn),
    closesOn: dayOf(call.closesOn),
    envelopeCents,
    cases: found.cases.reduce((sum, { cases }) => sum + cases, 0),
    money: moneyKeys.map((key) => moneyFigure(key, envelopeCents, found)),
    journeys: journeyKeys.map((key) => journeyFigure(key, found)),
    stages: counted(found.cases, ({ stage }) => stage, stageLabel),
    outcomes: counted(found.cases, ({ outcome }) => outcome, outcomeLabel),
    costPerAgent: costPerAgent(found),
    effects: effectFigures(found.effects, months),
  };
}

const totalOf = ({ totals }: CallTotals, figure: Total['figure']) => totals.find((one) => one.figure === figure);

function moneyFigure(key: MoneyFigure['key'], envelopeCents: number, found: CallTotals): MoneyFigure {
  const { label, definition } = figureWords[key];
  const { total = 0, rows = 0 } = totalOf(found, key) ?? {};
  return { key, label, definition, cents: key === 'left' ? envelopeCents + total : total, count: rows };
}

function journeyFigure(key: JourneyFigure['key'], found: CallTotals): JourneyFigure {
  const { label, definition } = figureWords[key];
  return { key, label, definition, agents: totalOf(found, key)?.total ?? 0 };
}

function costPerAgent(found: CallTotals): CostPerAgent {
  const { label, definition } = costPerAgentWords;
  const { total: agents = 0, cases = 0 } = totalOf(found, 'agentsTrained') ?? {};
  const spentCents = totalOf(found, 'trainingCost')?.total ?? 0;
  return {
    label,
    definition,
    ...(agents > 0 && { cents: Math.round(spentCents / agents) }),
    spentCents,
    agents,
    cases,
    promisedBy: found.promisedTraining,
  };
}

function counted(
  cases: readonly CaseTotal[],
  keyOf: (one: CaseTotal) => string | null,
  labelOf: (procedure: ReturnType<typeof procedureOf>, key: string) => string,
): CaseCount[] {
  const counts = new Map<string, Fields<CaseCount>>();
  for (const one of cases) {
    const key = keyOf(one);
    if (key === null) continue;
    const before = counts.get(key) ?? { key, label: labelOf(procedureOf(one.procedure, one.revision), key), count: 0 };
    counts.set(key, { ...before, count: before.count + one.cases });
  }
  return [...counts.values()];
}

/** Shares and marks of satisfaction cannot be added up: their mean is shown. */
export const howOf = (kind: string, unit: string): SumOrMean =>
  kind === 'satisfaction' || unit.includes('%') || unit.includes('/') ? 'mean' : 'sum';

export const effectLabel = (kind: string): string => (effectKinds as Readonly<Record<string, string>>)[kind] ?? kind;

function effectFigures(found: readonly EffectTotal[], followUpMonths: readonly number[]): EffectFigure[] {
  return found
    .filter(({ months }) => months === null)
    .map((promise) => {
      const { kind, effect_unit: unit, effects } = promise;
      const how = howOf(kind, unit);
      const measures = found.filter((one) => one.months !== null && one.kind === kind && one.effect_unit === unit);
      const months = [...new Set([...followUpMonths, ...measures.flatMap((one) => one.months ?? [])])].sort((a, b) => a - b);
      return {
        kind,
        label: effectLabel(kind),
        unit,
        how,
        promised: how === 'sum' ? promise.total : promise.mean,
        effects,
        promisedFrom: promise.first_at.toISOString(),
        promisedTo: promise.last_at.toISOString(),
        milestones: months.map((after) => {
          const measure = measures.find((one) => one.months === after);
          return {
            months: after,
            ...(measure && {
              measured: how === 'sum' ? measure.total : measure.mean,
              promisedOfMeasured: how === 'sum' ? measure.promised_total : measure.promised_mean,
            }),
            effects: measure?.effects ?? 0,
            share: (measure?.effects ?? 0) / effects,
          };
        }),
      };
    });
}
