import { lastDay } from '../../calendar/deadline.js';
import { days, workingDays } from '../../calendar/term.js';
import type { Answered, CaseFile, RunningClock } from '../../kit/case-file.js';
import type { PersonId } from '../../kit/people.js';
import { letters } from '../documents.js';
import { applicant, applicants, reviewersOf, type FtapInput } from '../input.js';
import { profileOf } from '../legal-profiles.js';
import { stages } from '../stages.js';
import { checkCompleteness, supplyPieces, type CompletenessVerdict } from '../tasks/completeness.js';

/** How the check ended, and by whose hands. */
export type Completeness =
  | { readonly kind: 'complete'; readonly reviewers: readonly PersonId[] }
  | { readonly kind: 'inadmissible' | 'noFurtherAction'; readonly reason: string; readonly by: PersonId };

/**
 * F2 and F2b: the reviewer checks; the applicant sends what a text requires, and meanwhile the decision clock stands still
 * (CRPA L114-5). When nothing comes, the reviewer decides on the file as it is, or takes no further action.
 */
export async function becomesComplete(file: CaseFile, input: FtapInput, decisionClock: RunningClock): Promise<Completeness> {
  const { call } = input;
  const reviewers: PersonId[] = [];
  let lapsed = false;
  for (let round = 1; ; round++) {
    const checked: Answered<CompletenessVerdict> = await file.ask(checkCompleteness, {
      to: reviewersOf(call),
      within: workingDays(15),
      except: applicants(input),
      context: { requiredPieces: call.requiredPieces, round, lapsed },
    });
    const { answer, by } = checked;
    if (!reviewers.includes(by)) reviewers.push(by);
    if (answer.verdict === 'complete') return { kind: 'complete', reviewers };
    if (answer.verdict !== 'pieces') return { kind: answer.verdict, reason: answer.reasons, by };

    file.enter(stages.awaitingPieces);
    const missing = call.requiredPieces.filter(({ key }) => answer.missing.includes(key)).map(({ label, basis }) => ({ label, basis }));
    const given = days(answer.daysGiven, { clock: 'legal', basis: 'CRPA L114-5', rollOver: true });
    const comment = answer.comment === undefined ? {} : { comment: answer.comment };
    file.produce(letters.requestForPieces, {
      pieces: missing,
      lastDay: lastDay(file.today(), given, { zone: call.zone }),
      suspends: profileOf(input).silence === 'none' ? 'service' : 'law',
      ...comment,
    });
    const sent = await file.ask(supplyPieces, {
      to: applicant,
      within: given,
      onLapse: 'lapse',
      reminders: [15, 5, 1].map((before) => ({ before, unit: 'days' })),
      stops: { clocks: [decisionClock], cause: 'Attente de pièces', basis: 'CRPA L114-5' },
      context: { missing, ...comment },
    });
    lapsed = sent.kind === 'lapsed';
    if (lapsed) file.tell(reviewersOf(call), 'pieces-never-came');
    file.enter(stages.completeness);
  }
}
