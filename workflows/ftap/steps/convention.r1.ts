import { addDays, type CivilDate } from '../../calendar/civil-date.js';
import { days, workingDays } from '../../calendar/term.js';
import type { Answered, CaseFile, Escalation, RunningClock } from '../../kit/case-file.js';
import type { Outcome } from '../../kit/journal.js';
import { letters } from '../documents.js';
import type { Grant } from '../grant.js';
import { applicant } from '../input.js';
import { conventionLapse, lapseWarning } from '../money-clocks.js';
import {
  answerModification,
  countersignConvention,
  decideLapse,
  signConvention,
  type ConventionAnswer,
  type LapseDecision,
} from '../tasks/convention.js';
import { capacity } from './signature.r1.js';
import { endGrant } from './end-grant.r1.js';

/** Thirty working days to sign; the lapse is proposed sixty later (F6) [D]. */
const timeToSign = workingDays(30);
const timeBeforeWarning = workingDays(90);
const warningDays = 15;

const escalation: readonly Escalation[] = [
  { afterWorkingDays: 0, to: 'programManager' },
  { afterWorkingDays: 10, to: 'direction' },
];

/**
 * F6: the beneficiary signs, asks for another wording or renounces; the State signs last. A new version is signed anew. Returns how the
 * grant ended when it did; nothing once both have signed.
 */
export async function agreeOnConvention(file: CaseFile, grant: Grant): Promise<Outcome | undefined> {
  let refused: string | undefined;
  produceVersion(file, grant);
  for (;;) {
    const reply = await signatureOrLapse(file, grant, refused);
    if (reply.kind === 'lapse')
      return endGrant(file, grant, { kind: 'lapsed', letter: letters.lapse, reasons: reply.reasons, by: reply.by });
    const { answer } = reply;
    if (answer.choice === 'renounce')
      return endGrant(file, grant, { kind: 'renounced', letter: letters.renouncing, reasons: answer.reasons, by: grant.parts.awardedBy });
    if (answer.choice === 'sign') break;
    refused = await considerModification(file, grant, answer);
  }
  const { on } = await file.ask(countersignConvention, {
    to: { role: 'authority' },
    within: workingDays(10),
    except: grant.notDeciding,
    context: { version: grant.version, amountCents: grant.amountCents },
  });
  grant.signedOn(on);
  file.tell(applicant, 'convention-in-force', { startsOn: grant.startsOn, endsOn: grant.endsOn });
  return undefined;
}

function produceVersion(file: CaseFile, grant: Grant): void {
  grant.version++;
  file.produce(letters.convention, {
    version: grant.version,
    amountCents: grant.amountCents,
    eligibleCents: grant.eligibleCents,
    decidedOn: grant.parts.decidedOn,
    instalments: grant.instalments,
    changes: grant.changes.slice(),
    endsOn: grant.endsOn,
    capacity: capacity.replace(/^Le /, 'le '),
    signedForStateBy: grant.parts.awardedBy,
  });
}

/** Refused, the same version is signed or not; returns why it was refused. */
async function considerModification(
  file: CaseFile,
  grant: Grant,
  { what, why }: ConventionAnswer & { choice: 'modify' },
): Promise<string | undefined> {
  const { answer } = await file.ask(answerModification, {
    to: { role: 'authority' },
    within: workingDays(10),
    except: grant.notDeciding,
    context: { version: grant.version, what, why },
  });
  if (answer.answer === 'refuse') {
    file.tell(applicant, 'modification-refused', { reasons: answer.reasons });
    return answer.reasons;
  }
  grant.changes.push(answer.terms);
  produceVersion(file, grant);
  return undefined;
}

type Lapse = { readonly kind: 'lapse'; readonly reasons: string; readonly by: string };

/** The beneficiary's answer, or the lapse of the award when none has come in time. */
async function signatureOrLapse(file: CaseFile, grant: Grant, refused: string | undefined): Promise<Answered<ConventionAnswer> | Lapse> {
  const clocks: RunningClock[] = [];
  const signature = file.ask(signConvention, {
    to: applicant,
    within: timeToSign,
    escalation,
    context: { version: grant.version, amountCents: grant.amountCents, ...(refused !== undefined && { refused }) },
  });
  const reply = await Promise.race([signature, lapse(file, grant, signature, clocks)]);
  for (const clock of clocks) clock.end();
  return reply;
}

/** Silence for ninety working days: a warning, and after it the authority ends the award or gives more time, as often as it takes. */
async function lapse(file: CaseFile, grant: Grant, signature: Promise<unknown>, clocks: RunningClock[]): Promise<Lapse> {
  const askedOn = file.today();
  let patience = timeBeforeWarning;
  for (;;) {
    await expiry(file.clock(conventionLapse, { from: file.today(), term: patience }), clocks);
    const warnedOn = file.today();
    const lastDay = addDays(warnedOn, warningDays);
    file.produce(letters.lapseWarning, { askedOn, lastDay });
    await expiry(file.clock(lapseWarning, { from: warnedOn, term: days(warningDays) }), clocks);
    const decided = await proposeLapse(file, grant, { askedOn, warnedOn, lastDay }, signature);
    if (decided.answer.decision === 'lapse') return { kind: 'lapse', reasons: decided.answer.reasons, by: decided.by };
    patience = workingDays(decided.answer.workingDays);
    file.tell(applicant, 'more-time-to-sign', { workingDays: decided.answer.workingDays });
  }
}

/** Never resolves once the signature has come: nobody decides on a lapse then. */
async function proposeLapse(
  file: CaseFile,
  grant: Grant,
  context: { askedOn: CivilDate; warnedOn: CivilDate; lastDay: CivilDate },
  signature: Promise<unknown>,
): Promise<Answered<LapseDecision>> {
  const decided = await file.ask(decideLapse, {
    to: { role: 'authority' },
    within: workingDays(10),
    except: grant.notDeciding,
    context,
    until: signature,
  });
  return decided.kind === 'answered' ? decided : new Promise<never>(() => undefined);
}

function expiry(clock: RunningClock, clocks: RunningClock[]): Promise<void> {
  clocks.push(clock);
  return clock.expiry;
}
