import { workingDays } from '../../calendar/term.js';
import type { CaseFile } from '../../kit/case-file.js';
import type { PersonId } from '../../kit/people.js';
import { eligibleCents } from '../application.js';
import { letters } from '../documents.js';
import { applicant, type FtapInput } from '../input.js';
import { legalProfiles } from '../legal-profiles.js';
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
  { proposal, notBy }: { proposal: Proposal; notBy: readonly PersonId[] },
): Promise<Award | Refusal> {
  const { answer, by } = await file.ask(decide, {
    to: { role: 'authority' },
    within: workingDays(10),
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
      ...(proposal.result === 'reserved' ? [`Réserves du comité : ${proposal.reserves}`] : []),
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

function signedBy(file: CaseFile, { call }: FtapInput, decidedBy: PersonId) {
  const { visas, remedies } = legalProfiles[call.legalProfile];
  return { visas: [...visas, `le règlement de l’appel « ${call.title} »`], remedies, decidedBy, capacity, decidedOn: file.today() };
}
