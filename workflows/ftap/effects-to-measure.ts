import type { PromisedEffect } from './application.js';
import type { FtapInput } from './input.js';
import type { FollowedEffect } from './tasks/follow-up.js';

interface NumberedEffect extends FollowedEffect {
  readonly kind: PromisedEffect['kind'];
}

/** The effects that the application promises, numbered from 1 as the measures are: `effect/1/promised`. */
const numbered = ({ application }: FtapInput): NumberedEffect[] =>
  application.effects.promised.map(({ kind, indicator, unit, baseline, target, method, evidence }, index) => ({
    kind,
    key: String(index + 1),
    indicator,
    unit,
    baseline,
    target,
    method,
    evidence,
  }));

const withoutKind = ({ kind: _kind, ...effect }: NumberedEffect): FollowedEffect => effect;
const isCounted = ({ kind }: NumberedEffect): boolean => kind === 'agentsReconverted';

/** All of them: what a half-yearly report speaks of. */
export const effectsPromised = (input: FtapInput): FollowedEffect[] => numbered(input).map(withoutKind);

/** Those that the beneficiary measures, with evidence. */
export const effectsToMeasure = (input: FtapInput): FollowedEffect[] =>
  numbered(input)
    .filter((effect) => !isCounted(effect))
    .map(withoutKind);

/** Those that the journeys paid for by the grant count by themselves: nobody enters them. */
export const effectsCounted = (input: FtapInput): FollowedEffect[] => numbered(input).filter(isCounted).map(withoutKind);
