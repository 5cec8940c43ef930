import { days, workingDays } from '../../calendar/term.js';
import type { Answered, CaseFile, Lapsed, Reminder } from '../../kit/case-file.js';
import type { PersonId } from '../../kit/people.js';
import { creditsReopenOn, heldCents } from '../account.js';
import type { Grant } from '../grant.js';
import { applicant, applicants, reviewersOf } from '../input.js';
import {
  certifyService,
  orderPayment,
  paymentConfirmed,
  paymentsReleased,
  requestInstalment,
  type InstalmentContext,
} from '../tasks/instalment.js';
import { beforeClosing, creditsAreOpen } from './commitment.r1.js';

export interface Instalment {
  readonly kind: 'advance' | 'interim' | 'balance';
  readonly label: string;
  readonly condition: string;
  /** At the grant's present amount; looked at again when the service is certified. */
  readonly cents: () => number;
  /** Documents that stand for the first request: the balance is asked for by the final account. */
  readonly documents?: readonly string[];
}

/**
 * F8.n: the beneficiary asks, a reviewer certifies the service done, the authority orders, the accountant pays; who certifies does not
 * order. A request that is held comes back with what is missing. What is not asked for before the project ends is left to the balance.
 */
export async function payInstalment(file: CaseFile, grant: Grant, { kind, label, condition, cents, documents }: Instalment): Promise<void> {
  let evidence = documents;
  let held: string | undefined;
  const context = (): InstalmentContext => ({ label, condition, amountCents: cents(), ...(held !== undefined && { held }) });
  while (cents() > 0) {
    if (!evidence) {
      const request = await askForPayment(file, grant, kind, context());
      if (request.kind === 'lapsed') return;
      evidence = request.answer.documents;
    }
    const asked = context();
    const { answer, by } = await file.ask(certifyService, {
      to: reviewersOf(grant.input.call),
      within: workingDays(15),
      except: [...applicants(grant.input), grant.parts.awardedBy],
      context: asked,
    });
    if (answer.verdict !== 'hold') {
      const certified = answer.verdict === 'reduce' ? answer.amountCents : asked.amountCents;
      return pay(file, grant, { ...asked, amountCents: Math.min(certified, cents()) }, by, evidence);
    }
    held = answer.reasons;
    evidence = undefined;
    file.tell(applicant, 'instalment-held', { reasons: held });
  }
}

const beforeTheEnd: readonly Reminder[] = [60, 15].map((before) => ({ before, unit: 'days' }));

/** An advance is asked for within a month, an interim payment when the project has got that far; the balance has no other day than its own. */
async function askForPayment(
  file: CaseFile,
  grant: Grant,
  kind: Instalment['kind'],
  context: InstalmentContext,
): Promise<Answered<{ documents: string[] }> | Lapsed> {
  if (kind === 'balance') return file.ask(requestInstalment, { to: applicant, within: days(30), context });
  for (;;) {
    if (grant.isOver(file)) return { kind: 'lapsed', on: file.today() };
    const request = await file.ask(requestInstalment, {
      to: applicant,
      ...(kind === 'advance' ? { within: days(30) } : { by: grant.endsOn, onLapse: 'lapse' as const, reminders: beforeTheEnd }),
      context,
      until: grant.over,
    });
    if (request.kind === 'answered') return request;
    // An amendment that is being decided may put the end off.
    await grant.amendment;
  }
}

async function pay(
  file: CaseFile,
  grant: Grant,
  context: InstalmentContext,
  certifiedBy: PersonId,
  evidence: readonly string[],
): Promise<void> {
  const { amountCents } = context;
  if (amountCents <= 0) return;
  await order(file, grant, context, certifiedBy);
  await file.expect(paymentConfirmed, { from: { role: 'budgetOfficer' }, within: days(30), context: { amountCents } });
  grant.account.paidCents += amountCents;
  file.measure('paid', amountCents, 'centimes', evidence);
  file.tell(applicant, 'instalment-paid', { label: context.label, amountCents });
}

/** No order while payments are held or the year's credits are closed; one that was asked for and not given by then is asked for again. */
async function order(file: CaseFile, grant: Grant, context: InstalmentContext, certifiedBy: PersonId): Promise<void> {
  for (;;) {
    await creditsAreOpen(file, grant, 'lastPayment');
    await untilReleased(file, grant);
    // It may have taken until the year's last day to lift the hold.
    if (creditsReopenOn(file.today(), grant.input.call.yearEnd, 'lastPayment') !== undefined) continue;
    const ordered = await file.ask(orderPayment, {
      to: { role: 'authority' },
      ...beforeClosing(file.today(), grant.input.call, 'lastPayment', workingDays(5)),
      except: [...new Set([...grant.notDeciding, certifiedBy])],
      context,
      until: grant.holds.whenPlaced,
    });
    if (ordered.kind === 'answered') return;
  }
}

/** A payment that is held says so among what the case waits for, until the hold is lifted. */
async function untilReleased(file: CaseFile, { holds }: Grant): Promise<void> {
  while (holds.any) await file.expect(paymentsReleased, { from: { role: 'programManager' }, until: holds.whenLifted });
}

/** What an instalment may come to: its share of the grant, within what the beneficiary may still receive. */
export const payableCents = (grant: Grant, cents: number): number => Math.min(cents, grant.amountCents - heldCents(grant.account));
