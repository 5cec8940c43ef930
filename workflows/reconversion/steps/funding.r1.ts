import type { CaseFile } from '../../kit/case-file.js';
import { programManager } from '../input.js';
import type { Journey } from '../journey.js';
import { fundingNamed } from '../tasks/funding.js';

/** What the grant expects to hear, as `journey-told`. Its form is the grant's own (`workflows/ftap/tasks/funded-journeys.ts`). */
type News =
  | { readonly what: 'started' | 'completed' | 'failed' | 'left' }
  | { readonly what: 'assigned'; readonly inPost: boolean }
  | { readonly what: 'followUp'; readonly months: number; readonly inPost: boolean };

/** From the selection on the program manager may name the grant, or another, until the grant has heard that the journey began. */
export async function followFunding(file: CaseFile, journey: Journey): Promise<void> {
  const { funding } = journey;
  while (!funding.isSettled) {
    const named = await file.expect(fundingNamed, { from: programManager, optional: true, until: funding.settled.given });
    if (named.kind === 'lapsed') return;
    funding.name(named.data.grant, named.by);
    if (funding.hasBegun) settle(file, journey);
  }
}

/** Day one. A journey that begins without a grant may still be given one. */
export function beginFunded(file: CaseFile, journey: Journey): void {
  journey.funding.hasBegun = true;
  settle(file, journey);
}

/** Nothing for a journey that no grant pays for, or whose grant has not heard that it began. */
export function tellGrant(file: CaseFile, { funding: { grant, servedBy, isSettled } }: Journey, news: News): void {
  if (grant === undefined || servedBy === undefined || !isSettled) return;
  file.inform(grant, 'journey-told', { ref: file.ref, ...news }, servedBy);
}

function settle(file: CaseFile, journey: Journey): void {
  const { funding } = journey;
  if (funding.grant === undefined) return;
  funding.settle();
  journey.measure(file, 'funded', 1, 'agents', [funding.grant]);
  tellGrant(file, journey, { what: 'started' });
}
