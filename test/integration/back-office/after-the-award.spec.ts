import { addMonths } from '../../../workflows/calendar/civil-date.js';
import { pdf } from './applications.js';
import type { Browser } from './back-office.js';
import { answer, type Problem, today, type Wait, why } from './cast.js';
import { heard, stageOf, studiedCase } from './committee.js';
import { jalonWithCast } from './running.js';

/** What the page of a case lists under « Vous pouvez aussi ». */
interface Offering {
  readonly offers: readonly Wait[];
}

const { jalon, people } = jalonWithCast();
let ref: string;
let proof: string;

const problem = (type: string) => `urn:jalon:problem:${type}`;
const tell = (who: Browser, event: string, data: object) => who.post<Problem>(`/cases/${ref}/events/${event}`, { data });
const signature = () => ({ signedOn: today(), signedBy: 'Une signataire', documents: [] });
async function ok(done: Promise<{ status: number; body: unknown }>) {
  const { status, body } = await done;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
}

/** A grant of 100 k€ whose advance is paid. */
beforeAll(async () => {
  ref = await studiedCase(people, { title: 'Après l’attribution' });
  await heard(people, { [ref]: { result: 'favourable', amountCents: 100_000_00 } });
  await ok(answer(people.authority, ref, 'decide-1', { decision: 'award', amountCents: 100_000_00, why }));
  await ok(answer(people.authority, ref, 'release-notice-1', { verdict: 'notify' }));
  await ok(answer(people.applicant, ref, 'sign-convention-1', { choice: 'sign', ...signature() }));
  await ok(answer(people.authority, ref, 'countersign-convention-1', signature()));
  await ok(answer(people.budget, ref, 'record-commitment-1', { result: 'recorded', ejNumber: '2100000042', committedOn: today() }));
  proof = (await people.applicant.upload({ caseRef: ref }, 'rib.pdf', pdf)).body.id;
  await ok(answer(people.applicant, ref, 'request-instalment-1', { statement: 'Le projet démarre.', spentCents: 0, documents: [proof] }));
}, 90_000);

describe('the advance', () => {
  const payment = () => ({ paidOn: today(), amountCents: 30_000_00, chorusNumber: '1900000007' });

  it('is not paid without the service certified and the payment ordered', async () => {
    const paid = await tell(people.budget, 'payment-confirmed-1', payment());
    expect([paid.status, paid.body.type]).toEqual([409, problem('notExpected')]);
    const ordered = await answer(people.authority, ref, 'order-payment-1', { ordered: true });
    expect(ordered.status).toBe(404);
  });

  it('is paid to the cent, and once', async () => {
    await ok(answer(people.reviewer, ref, 'certify-service-1', { verdict: 'certify' }));
    await ok(answer(people.authority, ref, 'order-payment-1', { ordered: true }));
    const over = await tell(people.budget, 'payment-confirmed-1', { ...payment(), amountCents: 30_000_01 });
    expect([over.status, over.body.fields?.amountCents]).toEqual([422, 'Le montant ne peut pas dépasser 30000\u00a0€.']);
    await ok(tell(people.budget, 'payment-confirmed-1', payment()));
    const again = await tell(people.budget, 'payment-confirmed-1', payment());
    expect([again.status, again.body.type]).toEqual([409, problem('alreadyHappened')]);
    expect(await jalon.prisma.measure.count({ where: { caseRef: ref, indicator: 'paid' } })).toBe(1);
  });
});

describe('an amendment', () => {
  it('that changes the amount is asked for by the applicant, heard by the committee, decided, signed and committed', async () => {
    const { body } = await people.applicant.get<Offering>(`/cases/${ref}`);
    expect(body.offers.map(({ id }) => id)).toContain('amendment-requested-1');
    const asked = { reasons: 'Deux ministères de plus rejoignent le projet.', newAmountCents: 110_000_00, documents: [] };
    const over = await tell(people.applicant, 'amendment-requested-1', { ...asked, newAmountCents: 900_000_00 });
    expect(over.status).toBe(422);
    await ok(tell(people.applicant, 'amendment-requested-1', asked));
    await ok(answer(people.committee, ref, 'committee-amendment-opinion-1', { opinion: 'favourable', reasons: why }));
    await ok(answer(people.authority, ref, 'decide-amendment-1', { decision: 'accept', why }));
    await ok(answer(people.applicant, ref, 'sign-amendment-1', signature()));
    await ok(answer(people.budget, ref, 'record-commitment-2', { result: 'recorded', ejNumber: '2100000042', committedOn: today() }));
    const awarded = await jalon.prisma.measure.findMany({ where: { caseRef: ref, indicator: 'awarded' }, orderBy: { seq: 'asc' } });
    expect(awarded.map(({ value }) => value)).toEqual([100_000_00, 10_000_00]);
  });

  it('cannot be accepted for more than the envelope of the call has left', async () => {
    const { callId } = await jalon.prisma.caseFile.findUniqueOrThrow({ where: { ref }, select: { callId: true } });
    const { envelopeCents } = await jalon.prisma.call.findUniqueOrThrow({ where: { id: callId ?? '' } });
    await jalon.prisma.call.update({ where: { id: callId ?? '' }, data: { envelopeCents: 110_000_00 } });
    await ok(
      tell(people.applicant, 'amendment-requested-2', {
        reasons: 'Un ministère de plus rejoint le projet.',
        newAmountCents: 115_000_00,
        documents: [],
      }),
    );
    await ok(answer(people.committee, ref, 'committee-amendment-opinion-2', { opinion: 'favourable', reasons: why }));
    const accepted = await answer(people.authority, ref, 'decide-amendment-2', { decision: 'accept', why });
    expect([accepted.status, accepted.body.type]).toEqual([409, problem('envelopeExceeded')]);
    await ok(answer(people.authority, ref, 'decide-amendment-2', { decision: 'refuse', reasons: 'L’enveloppe de l’appel ne suffit pas.' }));
    await jalon.prisma.call.update({ where: { id: callId ?? '' }, data: { envelopeCents } });
  });

  it('is refused when it would end the project earlier', async () => {
    const asked = { reasons: 'Le projet va plus vite que prévu.', newEndsOn: addMonths(today(), 1), documents: [] };
    const { status, body } = await tell(people.applicant, 'amendment-requested-3', asked);
    expect([status, body.fields]).toEqual([422, { newEndsOn: 'La nouvelle date de fin doit être postérieure à l’actuelle.' }]);
  });
});

describe('a breach', () => {
  it('is reported by the program manager alone, with evidence', async () => {
    const reasons = 'La formation n’est pas ouverte aux autres administrations.';
    const evidence = (await people.manager.upload({ caseRef: ref }, 'constat.pdf', pdf)).body.id;
    expect((await tell(people.reviewer, 'breach-found-1', { reasons, documents: [evidence] })).status).toBe(403);
    expect((await tell(people.manager, 'breach-found-1', { reasons, documents: [] })).status).toBe(422);
    await ok(tell(people.manager, 'breach-found-1', { reasons, documents: [evidence] }));
    expect(await stageOf(people.manager, ref)).toBe('clawback');
  });

  it('leaves thirty days for observations; later ones are not taken', async () => {
    await ok(people.manager.post(`/cases/${ref}/fast-forward`, { days: 40 }));
    const late = await answer(people.applicant, ref, 'written-observations-1', {
      observations: 'La formation est ouverte.',
      documents: [],
    });
    expect([late.status, late.body.type]).toEqual([409, problem('taskLapsed')]);
  });

  it('takes back no more than was paid', async () => {
    const decision = { decision: 'partial', inLaw: 'Article 5 de la convention, CRPA L242-2.', inFact: 'La formation reste fermée.' };
    const over = await answer(people.authority, ref, 'decide-clawback-1', { ...decision, amountCents: 30_000_01 });
    expect([over.status, over.body.fields?.amountCents]).toEqual([422, 'Le montant ne peut pas dépasser 30000\u00a0€.']);
    await ok(answer(people.authority, ref, 'decide-clawback-1', { ...decision, amountCents: 10_000_00 }));
    const { body } = await people.applicant.get<Offering>(`/cases/${ref}`);
    expect(body.offers.map(({ id }) => id)).toContain('appeal-lodged-1');
  });
});
