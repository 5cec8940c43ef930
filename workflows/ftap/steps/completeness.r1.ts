import { lastDay } from '../../calendar/deadline.js';
import { days, workingDays } from '../../calendar/term.js';
import type { CaseFile } from '../../kit/case-file.js';
import type { PersonId } from '../../kit/people.js';
import type { RequiredPiece } from '../call-terms.js';
import { letters } from '../documents.js';
import { applicant, applicants, reviewersOf, type FtapInput } from '../input.js';
import { profileOf } from '../legal-profiles.js';
import { stages } from '../stages.js';
import { checkCompleteness, supplyPieces, type CompletenessVerdict } from '../tasks/completeness.js';
import type { Clocks } from './filing.r1.js';

/** How the check ended, and by whose hands. */
export type Completeness =
  { readonly kind: 'complete' } | { readonly kind: 'inadmissible' | 'noFurtherAction'; readonly reason: string; readonly by: PersonId };

/**
 * F2 and F2b: the reviewer checks; the applicant sends what a text requires, and meanwhile the clocks stand still (CRPA L114-5). When
 * nothing comes, the reviewer decides on the file as it is, or takes no further action. Where a text deems the request admissible, the
 * end of that term ends the check. Who checked is added to `reviewers`.
 */
export async function becomesComplete(file: CaseFile, input: FtapInput, clocks: Clocks, reviewers: Set<PersonId>): Promise<Completeness> {
  const { call } = input;
  const deemed = clocks.admissibility?.expiry ?? new Promise<never>(() => undefined);
  let lapsed = false;
  for (let round = 1; ; round++) {
    const checked = await file.ask(checkCompleteness, {
      to: reviewersOf(call),
      within: workingDays(15),
      except: applicants(input),
      context: { requiredPieces: call.requiredPieces, round, lapsed },
      until: deemed,
    });
    if (checked.kind === 'lapsed') return deemedComplete(file, input);
    const { answer, by } = checked;
    reviewers.add(by);
    if (answer.verdict === 'pieces') {
      lapsed = await waitForPieces(file, input, clocks, answer);
      continue;
    }
    clocks.admissibility?.end();
    if (answer.verdict !== 'complete') return { kind: answer.verdict, reason: answer.reasons, by };
    acknowledgeComplete(file, input, answer.noted);
    return { kind: 'complete' };
  }
}

/** True when the time given has passed without an answer. */
async function waitForPieces(
  file: CaseFile,
  input: FtapInput,
  { decision, admissibility }: Clocks,
  { missing, daysGiven, comment }: CompletenessVerdict & { verdict: 'pieces' },
): Promise<boolean> {
  const { call } = input;
  file.enter(stages.awaitingPieces);
  const asked = named(call.requiredPieces, missing);
  const given = days(daysGiven, { clock: 'legal', basis: 'CRPA L114-5', rollOver: true });
  const said = comment === undefined ? {} : { comment };
  file.produce(letters.requestForPieces, {
    pieces: asked,
    lastDay: lastDay(file.today(), given, { zone: call.zone }),
    suspends: profileOf(input).silence === 'none' ? 'service' : 'law',
    ...said,
  });
  const sent = await file.ask(supplyPieces, {
    to: applicant,
    within: given,
    onLapse: 'lapse',
    reminders: [15, 5, 1].map((before) => ({ before, unit: 'days' })),
    stops: { clocks: admissibility ? [decision, admissibility] : [decision], cause: 'Attente de pièces', basis: 'CRPA L114-5' },
    context: { missing: asked, ...said },
  });
  if (sent.kind === 'lapsed') file.tell(reviewersOf(call), 'pieces-never-came');
  file.enter(stages.completeness);
  return sent.kind === 'lapsed';
}

/** What is missing and blocks nothing is recalled, so that the applicant can still send it (CRPA L114-5-1). */
function acknowledgeComplete(file: CaseFile, { call }: FtapInput, noted: readonly string[] = []): void {
  file.produce(letters.completenessReceipt, { completeOn: file.today(), missingPieces: named(call.requiredPieces, noted) });
  file.tell(applicant, 'complete');
}

/** Without an answer within the term the request is deemed admissible (décret 2018-514, art. 4). */
function deemedComplete(file: CaseFile, { call }: FtapInput): Completeness {
  file.produce(letters.completenessReceipt, { completeOn: file.today(), missingPieces: [], deemed: true });
  file.tell(applicant, 'deemed-admissible');
  file.tell(reviewersOf(call), 'deemed-admissible');
  return { kind: 'complete' };
}

const named = (pieces: readonly RequiredPiece[], keys: readonly string[]) =>
  pieces.filter(({ key }) => keys.includes(key)).map(({ label, basis }) => ({ label, basis }));
