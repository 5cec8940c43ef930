import { fold } from '../../../workflows/kit/fold.js';
import type { Entry } from '../../../workflows/kit/journal.js';
import { filedCase, pdf } from './applications.js';
import type { Browser } from './back-office.js';
import { heard } from './committee.js';
import { answer, type CaseBody, grid, happen, type Problem, today, why } from './cast.js';
import { jalonWithCast } from './running.js';

interface TimelineItem {
  type: string;
  title: string;
  detail?: string;
  sealed?: boolean;
}

const { jalon, people } = jalonWithCast();
const stageOf = async (ref: string) => (await people.manager.get<CaseBody>(`/cases/${ref}`)).body.stage;

describe('a grant', () => {
  it('goes from draft to first payment, each person seeing what is theirs', async () => {
    const ref = await filedCase(people.applicant, { title: 'De bout en bout' });
    expect((await people.stranger.get(`/cases/${ref}`)).status).toBe(404);
    expect((await people.expert.get(`/cases/${ref}`)).status).toBe(404);
    expect((await people.admin.get(`/cases/${ref}`)).status).toBe(403);
    await answer(people.reviewer, ref, 'check-completeness-1', { verdict: 'complete' });
    expect((await people.expert.get(`/cases/${ref}`)).status).toBe(200);

    await answer(people.reviewer, ref, 'score-application-1', grid(15));
    const twice = await answer(people.reviewer, ref, 'score-application-2', grid(15));
    expect([twice.status, twice.body.type]).toEqual([403, 'urn:jalon:problem:separationOfDuties']);
    await sealedFrom(ref, people.second, true);
    await sealedFrom(ref, people.manager, false);
    await sealedFrom(ref, people.reviewer, false);
    await answer(people.second, ref, 'score-application-2', grid(14));
    await sealedFrom(ref, people.second, false);

    await answer(people.expert, ref, 'expert-opinion-1', { opinion: 'favourable', reasons: why });
    await answer(people.otherExpert, ref, 'expert-opinion-2', { opinion: 'reserved', reasons: why });
    await heard(people, { [ref]: { result: 'favourable', amountCents: 100_000_00 } });
    expect(await stageOf(ref)).toBe('decision');
    await answer(people.authority, ref, 'decide-1', { decision: 'award', amountCents: 100_000_00, why });
    await answer(people.authority, ref, 'release-notice-1', { verdict: 'notify' });

    expect(await stageOf(ref)).toBe('convention');
    const signature = { signedOn: today(), signedBy: 'Une signataire', documents: [] };
    await answer(people.applicant, ref, 'sign-convention-1', { choice: 'sign', ...signature });
    await answer(people.authority, ref, 'countersign-convention-1', signature);
    await answer(people.budget, ref, 'record-commitment-1', { result: 'recorded', ejNumber: '2100000042', committedOn: today() });
    const { body: proof } = await people.applicant.upload({ caseRef: ref }, 'rib.pdf', pdf);
    const statement = { statement: 'Le projet démarre comme prévu.', spentCents: 0, documents: [proof.id] };
    await answer(people.applicant, ref, 'request-instalment-1', statement);
    await answer(people.reviewer, ref, 'certify-service-1', { verdict: 'certify' });
    await answer(people.authority, ref, 'order-payment-1', { ordered: true });
    const payment = { paidOn: today(), amountCents: 30_000_00, chorusNumber: '1900000007' };
    expect((await happen(people.budget, ref, payment)).status).toBe(200);
    const again = await people.budget.post<Problem>(`/cases/${ref}/events/payment-confirmed-1`, { data: payment });
    expect([again.status, again.body.type]).toEqual([409, 'urn:jalon:problem:alreadyHappened']);

    expect(await stageOf(ref)).toBe('execution');
    const { evidence, value } = await jalon.prisma.measure.findFirstOrThrow({ where: { caseRef: ref, indicator: 'paid' } });
    expect([evidence, value]).toEqual([[proof.id], 30_000_00]);
    expect(await answer(people.reviewer, ref, 'check-completeness-1', { verdict: 'complete' })).toMatchObject({ status: 409 });

    const stored = await jalon.prisma.journal.findMany({ where: { caseRef: ref }, orderBy: { seq: 'asc' } });
    const { view } = await jalon.prisma.caseFile.findUniqueOrThrow({ where: { ref } });
    expect(stored.map(({ seq }) => seq)).toEqual(stored.map((_, index) => index + 1));
    expect(
      fold(
        undefined,
        stored.map(({ entry }) => entry as unknown as Entry),
      ),
    ).toEqual(view);
  }, 60_000);

  async function sealedFrom(ref: string, who: Browser, sealed: boolean) {
    const { body } = await who.get<TimelineItem[]>(`/cases/${ref}/timeline`);
    const scored = body.find(({ type, title }) => type === 'answered' && title.includes('Noter'));
    expect({ sealed: scored?.sealed === true, readable: scored?.detail !== undefined }).toEqual({ sealed, readable: !sealed });
  }
});
