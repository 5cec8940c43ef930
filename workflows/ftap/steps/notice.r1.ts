import { addDays } from '../../calendar/civil-date.js';
import { lastDay } from '../../calendar/deadline.js';
import { workingDays } from '../../calendar/term.js';
import type { CaseFile, RunningClock } from '../../kit/case-file.js';
import type { PersonId } from '../../kit/people.js';
import { letters } from '../documents.js';
import { applicant, type FtapInput } from '../input.js';
import { stages } from '../stages.js';
import { asDecided, noticeLetter, releaseNotice, type NoticeContext, type Release } from '../tasks/notice.js';
import { delegatedCapacity, signedBy } from './signature.r1.js';
import { silentDayOf } from './time-to-decide.r1.js';

export interface ToNotify {
  readonly context: NoticeContext;
  readonly except: readonly PersonId[];
  readonly clock: RunningClock | undefined;
}

/** What became of the notice; the reasons are those of the letter as it left. */
export type Notified =
  { readonly kind: 'left'; readonly reasons: readonly string[] } | { readonly kind: 'takenBack'; readonly reasons: string };

/**
 * A few working days in which the authority reads its decision again, corrects its wording or takes it back, and nobody else knows.
 * Without an answer the letter leaves as it is. Everything the case still waited for ends then: its terms are met.
 */
export async function notice(file: CaseFile, input: FtapInput, { context, except, clock }: ToNotify): Promise<Notified> {
  const release = await window(file, input, { context, except, clock });
  if (release.verdict === 'takeBack') return { kind: 'takenBack', reasons: release.reasons };
  file.clear();
  file.enter(stages.notice);
  const letter = noticeLetter(context, release);
  if (letter) file.produce(letter.document, letter.data);
  return { kind: 'left', reasons: (letter?.data as { reasons: readonly string[] } | undefined)?.reasons ?? [] };
}

/** The window ends the day before silence decides; when that day has come, there is none. */
async function window(file: CaseFile, input: FtapInput, { context, except, clock }: ToNotify): Promise<Release> {
  const { graceWorkingDays, zone } = input.call;
  const silentDay = silentDayOf(input, clock);
  const gone = clock?.expired() === true || (silentDay !== undefined && silentDay <= file.today());
  if (graceWorkingDays === 0 || gone) return asDecided;
  const within = workingDays(graceWorkingDays);
  const closesSooner = silentDay !== undefined && silentDay <= lastDay(file.today(), within, { zone });
  const reply = await file.ask(releaseNotice, {
    to: { role: 'authority' },
    ...(closesSooner ? { by: addDays(silentDay, -1) } : { within }),
    onLapse: 'lapse',
    reminders: [{ before: 1, unit: 'workingDays' }],
    // A pause may move the window past the legal day: the letter does not wait for it.
    ...(clock && { until: clock.expiry }),
    maxExtensions: 0,
    except,
    context,
  });
  return reply.kind === 'answered' ? reply.answer : asDecided;
}

/** An award that has left is money promised, and effects to be measured against. */
export function awardEffects(file: CaseFile, { application }: FtapInput, amountCents: number): void {
  file.tell(applicant, 'awarded', { amountCents });
  file.measure('awarded', amountCents, 'centimes');
  for (const [index, { target, baseline, unit }] of application.effects.promised.entries()) {
    file.measure(`effect/${index + 1}/promised`, target, unit);
    file.measure(`effect/${index + 1}/baseline`, baseline, unit);
  }
}

/** An application that does not meet the conditions of the call is refused like any other: in writing, with reasons and remedies. */
export function refuseAsInadmissible(file: CaseFile, input: FtapInput, reason: string, by: PersonId): void {
  file.clear();
  file.enter(stages.notice);
  file.produce(letters.refusal, { ...signedBy(file, input, by), capacity: delegatedCapacity, reasons: [reason] });
  file.tell(applicant, 'inadmissible', { reason });
}
