import { civilDateAt } from '../../../workflows/calendar/paris-time.js';
import { filedCase } from './applications.js';
import { answer, type CaseBody, type Problem } from './cast.js';
import { jalonWithCast } from './running.js';

const { jalon, people } = jalonWithCast();

describe('an intervention', () => {
  it('pauses a case, refuses answers meanwhile, and resumes it', async () => {
    const ref = await filedCase(people.applicant);
    const asked = await people.applicant.post(`/cases/${ref}/interventions`, {
      kind: 'pause',
      cause: 'Service',
      reason: 'Réorganisation interne',
    });
    expect(asked.status).toBe(200);
    expect((await people.manager.get<CaseBody>(`/cases/${ref}`)).body.status).toBe('open');
    const done = await people.manager.post(`/cases/${ref}/interventions`, {
      kind: 'pause',
      cause: 'Service',
      reason: 'Réorganisation interne',
    });
    expect(done.status).toBe(200);
    expect(await answer(people.reviewer, ref, 'check-completeness-1', { verdict: 'complete' })).toMatchObject({
      status: 409,
      body: { type: 'urn:jalon:problem:casePaused' },
    });
    await people.manager.post(`/cases/${ref}/interventions`, { kind: 'resume', reason: 'Fin de la réorganisation' });
    expect((await answer(people.reviewer, ref, 'check-completeness-1', { verdict: 'complete' })).status).toBe(200);
  });

  it('that the policy does not give is refused', async () => {
    const ref = await filedCase(people.applicant);
    await answer(people.reviewer, ref, 'check-completeness-1', { verdict: 'complete' });
    const refused = await people.expert.post<Problem>(`/cases/${ref}/interventions`, {
      kind: 'pause',
      cause: 'Service',
      reason: 'Sans droit',
    });
    expect([refused.status, refused.body.type]).toEqual([403, 'urn:jalon:problem:interventionNotAllowed']);
  });
});

describe('fast-forward', () => {
  it('lets time pass in one case alone, and dates what is done afterwards by its clock', async () => {
    const [ref, other] = [await filedCase(people.applicant), await filedCase(people.applicant)];
    const before = (await people.manager.get<{ today: string }>(`/cases/${ref}`)).body.today;
    const { status, body } = await people.manager.post<{ today: string }>(`/cases/${ref}/fast-forward`, { days: 30 });
    expect(status).toBe(200);
    expect(body.today > before).toBe(true);
    expect((await people.manager.get<{ today: string }>(`/cases/${other}`)).body.today).toBe(before);
    const { body: tasks } = await people.manager.get<{ items: { ref: string; overdue: boolean }[] }>('/tasks?scope=all&limit=100');
    expect(tasks.items.find((task) => task.ref === ref)?.overdue).toBe(true);
    expect(tasks.items.find((task) => task.ref === other)?.overdue).toBe(false);
    const { body: receipt } = await answer(people.reviewer, ref, 'check-completeness-1', { verdict: 'complete' });
    const entry = await jalon.prisma.journal.findUniqueOrThrow({ where: { caseRef_seq: { caseRef: ref, seq: receipt.seq } } });
    expect(civilDateAt(entry.at.getTime()) >= body.today).toBe(true);
    const next = await people.manager.post<{ today: string }>(`/cases/${ref}/fast-forward`, { to: 'next' });
    expect(next.body.today > body.today).toBe(true);
  });
});
