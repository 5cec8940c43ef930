import { workingDays } from '../../calendar/term.js';
import type { CaseFile } from '../../kit/case-file.js';
import type { PersonId } from '../../kit/people.js';
import { heldCents } from '../account.js';
import { mostCents } from '../application.js';
import { letters } from '../documents.js';
import type { Grant } from '../grant.js';
import { applicant, applicants } from '../input.js';
import {
  amendmentRequested,
  committeeAmendmentOpinion,
  decideAmendment,
  signAmendment,
  type AmendableContext,
  type Amendment,
  type AmendmentContext,
} from '../tasks/amendment.js';
import { capacity } from './signature.r1.js';
import { commitCredits, freeCredits } from './commitment.r1.js';
import { release } from './end-grant.r1.js';

/** F13: as long as the project runs the applicant may ask for an amendment, one at a time. */
export async function offerAmendments(file: CaseFile, grant: Grant): Promise<void> {
  while (!grant.isOver(file)) {
    const asked = await file.expect(amendmentRequested, {
      from: applicant,
      optional: true,
      until: grant.over,
      context: amendable(grant),
    });
    if (asked.kind === 'lapsed') return;
    grant.amendment = amend(file, grant, asked.data);
    await grant.amendment;
    grant.amendment = undefined;
  }
}

function amendable({ input, account, amountCents, endsOn }: Grant): AmendableContext {
  const { application, call } = input;
  return {
    endsOn,
    amountCents,
    leastCents: Math.max(1, heldCents(account)),
    mostCents: Math.max(amountCents, Math.min(call.ceilingCents, mostCents(application.budget.lines, call))),
  };
}

/** The authority decides, after the committee when the amount changes; the beneficiary signs, and the terms follow. */
async function amend(file: CaseFile, grant: Grant, { documents: _, ...request }: Amendment): Promise<void> {
  const asked = { endsOn: grant.endsOn, amountCents: grant.amountCents, ...request };
  const context: AmendmentContext =
    request.newAmountCents === undefined ? asked : { ...asked, committee: await opinion(file, grant, asked) };
  const { answer, by } = await file.ask(decideAmendment, {
    to: { role: 'authority' },
    within: workingDays(20),
    except: grant.notDeciding,
    context,
  });
  if (answer.decision === 'refuse') {
    file.tell(applicant, 'amendment-refused', { reasons: answer.reasons });
    return;
  }
  const moreCents = moreFor(grant, request);
  // Taken from the envelope of the call as soon as it is promised.
  if (moreCents > 0) file.measure('awarded', moreCents, 'centimes');
  if (await signed(file, grant, context, by)) {
    await apply(file, grant, request, moreCents);
    file.tell(applicant, 'amendment-in-force', { endsOn: grant.endsOn, amountCents: grant.amountCents });
  } else {
    giveBack(file, grant, moreCents);
    file.tell(applicant, 'amendment-lapsed');
  }
}

/** By how much the grant grows, or shrinks; never below what the beneficiary holds. */
const moreFor = ({ account, amountCents }: Grant, { newAmountCents }: Pick<Amendment, 'newAmountCents'>): number =>
  newAmountCents === undefined ? 0 : Math.max(newAmountCents, heldCents(account)) - amountCents;

/** What changes the amount is for the committee first (F13). */
async function opinion(file: CaseFile, { input }: Grant, context: AmendmentContext): Promise<string> {
  const { answer } = await file.ask(committeeAmendmentOpinion, {
    to: { role: 'committeeMember' },
    within: workingDays(20),
    except: applicants(input),
    context,
  });
  return `${answer.opinion === 'favourable' ? 'Favorable' : 'Défavorable'}\u00a0: ${answer.reasons}`;
}

async function signed(file: CaseFile, grant: Grant, context: AmendmentContext, decidedBy: PersonId): Promise<boolean> {
  const version = ++grant.version;
  const { reasons, newEndsOn, budgetShift, newAmountCents, endsOn, amountCents } = context;
  file.produce(letters.amendment, {
    version,
    reasons,
    endsOn,
    amountCents,
    ...(newEndsOn !== undefined && { newEndsOn }),
    ...(budgetShift !== undefined && { budgetShift }),
    ...(newAmountCents !== undefined && { newAmountCents }),
    capacity: capacity.replace(/^Le /, 'le '),
    signedForStateBy: decidedBy,
  });
  const reply = await file.ask(signAmendment, {
    to: applicant,
    within: workingDays(30),
    onLapse: 'lapse',
    context: { ...context, version },
  });
  return reply.kind === 'answered';
}

/** A later end moves the reports still to come; another amount changes the payments still to come, and the credits that stand for it. */
async function apply(file: CaseFile, grant: Grant, { newEndsOn }: Pick<Amendment, 'newEndsOn'>, moreCents: number): Promise<void> {
  if (newEndsOn !== undefined) grant.endsOn = newEndsOn;
  if (moreCents > 0) {
    await commitCredits(file, grant, moreCents);
    grant.account.awardedCents += moreCents;
  } else if (moreCents < 0) {
    release(file, grant, -moreCents);
    await freeCredits(file, grant, -moreCents);
  }
}

/** What had been promised and is not signed returns to the envelope. */
function giveBack(file: CaseFile, grant: Grant, moreCents: number): void {
  if (moreCents <= 0) return;
  grant.account.awardedCents += moreCents;
  release(file, grant, moreCents);
}
