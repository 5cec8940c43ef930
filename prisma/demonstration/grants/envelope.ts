import type { EntryOf } from '#workflows/kit/journal.js';
import type { RehearsedCase } from '../rehearsed-case.js';

/** What is left of a call's envelope, in cents: what was awarded is taken, or proposed and not decided yet, and what was released is back. */
export function leftCents(envelopeCents: number, grants: readonly RehearsedCase[]): number {
  return grants.reduce((left, one) => left - takenCents(one), envelopeCents);
}

function takenCents({ journal, run }: RehearsedCase): number {
  const measured = (indicator: string) =>
    journal.filter((entry): entry is EntryOf<'measured'> => entry.type === 'measured' && entry.indicator === indicator);
  const sum = (indicator: string) => measured(indicator).reduce((total, { value }) => total + value, 0);
  if (measured('awarded').length > 0) return sum('awarded') - sum('released');
  const stage = journal.findLast((entry) => entry.type === 'entered')?.stage;
  const before = !run.closed && (stage === 'decision' || stage === 'notice');
  return before ? (measured('proposed').at(-1)?.value ?? 0) : 0;
}
