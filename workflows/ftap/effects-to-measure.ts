import type { FtapInput } from './input.js';
import type { FollowedEffect } from './tasks/follow-up.js';

/** The effects that the application promises, numbered from 1 as the measures are: `effect/1/promised`. */
export const effectsToMeasure = ({ application }: FtapInput): FollowedEffect[] =>
  application.effects.promised.map(({ indicator, unit, baseline, target, method, evidence }, index) => ({
    key: String(index + 1),
    indicator,
    unit,
    baseline,
    target,
    method,
    evidence,
  }));
