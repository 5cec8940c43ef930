import { daysBetween } from '../../calendar/civil-date.js';
import { lastDay } from '../../calendar/deadline.js';
import { days, workingDays, type Term } from '../../calendar/term.js';
import type { CaseFile, RunningClock } from '../../kit/case-file.js';
import type { PersonId } from '../../kit/people.js';
import { eligibleCents } from '../application.js';
import { letters } from '../documents.js';
import { applicant, type FtapInput } from '../input.js';
import { profileOf } from '../legal-profiles.js';
import { instalmentCents } from '../marks.js';
import { decide, type Decision } from '../tasks/decision.js';
import type { Proposal } from './committee.r1.js';

export interface Award {
  readonly kind: 'awarded';
  readonly amountCents: number;
  readonly by: PersonId;
  readonly decidedOn: string;
}
export interface Refusal {
  readonly kind: 'refused';
  readonly reason: string;
}

/** In which capacity the authority signs (CRPA L212-1) [D]. */
export const capacity = 'Le directeur interministériel du numérique';

/** F5: the authority decides, never a reviewer of the case; the letter states reasons and remedies. */
export async function decideAndNotify(
  file: CaseFile,
  input: FtapInput,
  { proposal, notBy, decisionClock }: { proposal: Proposal; notBy: readonly PersonId[]; decisionClock: RunningClock },
): Promise<Award | Refusal> {
  const { answer, by } = await file.ask(decide, {
    to: { role: 'authority' },
    ...timeToDecide(file, input, decisionClock),
    except: notBy,
    context: {
      requestedCents: input.application.budget.amountCents,
      floorCents: input.call.floorCents,
      ...(proposal.result !== 'unfavourable' && { proposedCents: proposal.amountCents }),
      ...(proposal.result === 'reserved' && { reserves: proposal.reserves }),
    },
  });
  if (answer.decision === 'refuse') return refuse(file, input, answer, by);
  return award(file, input, answer, by, proposal);
}

/** Ten working days [D], but before silence decides by itself; that day belongs to the law, so nobody may extend it. */
function timeToDecide(file: CaseFile, input: FtapInput, decisionClock: RunningClock): { within: Term; maxExtensions?: number } {
  const service = workingDays(10);
  const { silence, decisionTerm } = profileOf(input);
  const silentDay = silence === 'none' || decisionClock.expired() ? undefined : decisionClock.lastDay();
  if (silentDay === undefined || silentDay >= lastDay(file.today(), service, { zone: input.call.zone })) return { within: service };
  const left = daysBetween(file.today(), silentDay);
  return { within: days(left, { clock: 'legal', basis: `avant la décision implicite, ${decisionTerm.basis}` }), maxExtensions: 0 };
}

/** An application that does not meet the conditions of the call is refused like any other: in writing, with reasons and remedies. */
export function refuseAsInadmissible(file: CaseFile, input: FtapInput, reason: string, by: PersonId): void {
  const delegated = `Pour l${capacity.slice(1)} et par délégation`;
  file.produce(letters.refusal, { ...signedBy(file, input, by), capacity: delegated, reasons: [reason] });
}

function refuse(file: CaseFile, input: FtapInput, { inLaw, inFact }: Decision & { decision: 'refuse' }, by: PersonId): Refusal {
  file.produce(letters.refusal, { ...signedBy(file, input, by), reasons: [inLaw, inFact] });
  file.tell(applicant, 'refused');
  return { kind: 'refused', reason: `${inLaw}\n${inFact}` };
}

function award(
  file: CaseFile,
  input: FtapInput,
  { amountCents, why, conditions }: Decision & { decision: 'award' },
  by: PersonId,
  proposal: Proposal,
): Award {
  const { application, call } = input;
  const eligible = eligibleCents(application.budget.lines);
  file.produce(letters.award, {
    ...signedBy(file, input, by),
    reasons: [why],
    amountCents,
    eligibleCents: eligible,
    rate: Math.round((amountCents / eligible) * 1000) / 1000,
    instalments: instalmentsOf(input, amountCents),
    conditions: [
      ...(conditions === undefined ? [] : [conditions]),
      ...(proposal.result === 'reserved' ? [`Réserves du comité\u00a0: ${proposal.reserves}`] : []),
      'La formation est mise à la disposition du Campus du numérique public, qui peut la diffuser et la réutiliser.',
    ],
  });
  file.tell(applicant, 'awarded', { amountCents });
  file.measure('awarded', amountCents, 'centimes');
  for (const { indicator, target } of application.effects.promised) file.measure(`promised: ${indicator}`, target, call.title);
  return { kind: 'awarded', amountCents, by, decidedOn: file.today() };
}

export const instalmentsOf = ({ call: { instalments } }: FtapInput, amountCents: number) =>
  instalments.map((instalment, index) => ({ ...instalment, amountCents: instalmentCents(amountCents, instalments, index) }));

function signedBy(file: CaseFile, input: FtapInput, decidedBy: PersonId) {
  const { visas, remedies } = profileOf(input);
  return {
    visas: [...visas, `le règlement de l’appel «\u00a0${input.call.title}\u00a0»`],
    remedies,
    decidedBy,
    capacity,
    decidedOn: file.today(),
  };
}
