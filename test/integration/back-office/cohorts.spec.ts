import { addDays } from '../../../workflows/calendar/civil-date.js';
import { personId } from '../../../prisma/seed-people.js';
import { answer, type Problem } from './cast.js';
import { applied, type CohortCast, cohortCast, cohortNow, newCohort, retained, until } from './cohort-cast.js';
import { runningJalon } from './running.js';

const jalon = runningJalon();
let cast: CohortCast;
let cohort: string;
beforeAll(async () => void (cast = await cohortCast(jalon)));

describe('a cohort', () => {
  it('is opened by the program manager of cohorts alone, with a plan that holds together', async () => {
    const { manager, participants, plan } = cast;
    const made = await manager.post<{ ref: string }>('/cohorts', newCohort(plan));
    expect([made.status, made.body.ref]).toEqual([201, expect.stringMatching(/^COHORTE-\d{4}-\d{6}$/)]);
    cohort = made.body.ref;
    expect((await participants[0].who.post('/cohorts', newCohort(plan))).status).toBe(403);
    // A program manager of grants only.
    expect((await (await jalon.as('Sam Relais')).post('/cohorts', newCohort(plan))).status).toBe(403);
    const refused = await manager.post<Problem>('/cohorts', newCohort({ ...plan, resitBy: plan.jury.on }));
    expect(refused.body.fields).toEqual({ 'plan.resitBy': 'La seconde séance suit le jury.' });
    const stranger = await manager.post<Problem>('/cohorts', newCohort({ ...plan, coaches: [{ person: participants[0].id, load: 1 }] }));
    expect(stranger.body.fields).toEqual({ 'plan.coaches': 'Une de ces personnes n’est pas coach.' });
  });

  it('is applied to: its case opens another, with the files of the application', async () => {
    const [{ who: first }, { who: second }, { who: third }] = cast.participants;
    const { body: open } = await first.get<{ ref: string; tracks: { key: string }[] }[]>('/cohorts/open');
    expect(open).toEqual([
      expect.objectContaining({
        ref: cohort,
        tracks: [
          { key: 'business', label: 'Voie métier' },
          { key: 'technical', label: 'Voie technique' },
        ],
      }),
    ]);
    const application = await applied(first, cohort);
    expect([application.status, application.body.ref]).toEqual([201, `${cohort}-1`]);
    expect((await application.again()).body.ref).toBe(`${cohort}-1`);
    expect((await applied(first, cohort)).body.type).toBe('urn:jalon:problem:alreadyApplied');
    expect((await first.get(`/cases/${cohort}-1`)).status).toBe(200);
    expect((await first.get<object[]>(`/cases/${cohort}-1/documents`)).body).toHaveLength(1);
    // A participant sees their own case, not the cohort's nor another's.
    expect((await first.get(`/cohorts/${cohort}`)).status).toBe(404);
    expect((await applied(second, cohort)).body.ref).toBe(`${cohort}-2`);
    expect((await applied(third, cohort)).body.ref).toBe(`${cohort}-3`);
    expect((await second.get(`/cases/${cohort}-1`)).status).toBe(404);
  });

  it('gives its seats to those who are retained, and makes the third wait', async () => {
    for (const [index, participant] of cast.participants.entries()) {
      await retained(cast, participant, `${cohort}-${index + 1}`);
      await until(cast.manager, cohort, ({ members }) => members[index]?.state !== 'applied');
    }
    const { members } = await cohortNow(cast.manager, cohort);
    expect(members.map(({ state, rank, coach }) => [state, rank, coach?.name])).toEqual([
      ['seated', undefined, 'Robin Gabarit'],
      ['seated', undefined, 'Autre Coach'],
      ['waiting', 1, undefined],
    ]);
  });

  it('gives the seat of who leaves to the first of the waiting list, by itself', async () => {
    const { who } = cast.participants[1];
    expect((await who.get(`/cases/${cohort}-2`)).status).toBe(200);
    const left = await who.post(`/cases/${cohort}-2/interventions`, { kind: 'withdraw', reason: 'Une autre affectation.' });
    expect(left.status).toBe(200);
    const { members } = await until(cast.manager, cohort, (now) => now.members[2]?.state === 'seated');
    expect(members.map(({ state }) => state)).toEqual(['seated', 'ended', 'seated']);
    const failing = await jalon.prisma.effect.findMany({ where: { caseRef: { startsWith: cohort }, status: 'failing' } });
    expect(failing.map(({ lastError }) => lastError)).toEqual([]);
  });

  it('opens its jury on the day, not before; it may be postponed', async () => {
    const { manager } = cast;
    expect((await manager.post(`/cases/${cohort}/fast-forward`, { days: 110 })).status).toBe(200);
    const { stage, plan } = await cohortNow(manager, cohort);
    expect(stage).toBe('sessions');
    const opening = (value: object) => answer(manager, cohort, 'open-jury-1', value);
    expect((await opening({ sitting: 'held', present: plan.jury.members })).body.type).toBe('urn:jalon:problem:sittingTooEarly');
    const to = addDays(plan.jury.on, 3);
    expect((await opening({ sitting: 'postponed', to, why: 'Deux membres sont absents.' })).status).toBe(200);
    expect((await cohortNow(manager, cohort)).plan.jury.on).toBe(to);
  });

  it('shows its journeys to who judges them once they have declared their ties, but for those whom they know', async () => {
    const juror = await jalon.as('Max Épreuve');
    expect((await juror.get(`/cases/${cohort}-1`)).status).toBe(404);
    const declaration = await jalon.prisma.task.findFirstOrThrow({
      where: { caseRef: cohort, key: 'declare-ties', status: 'open', personId: personId('Max Épreuve') },
    });
    const ties = { ties: [cast.participants[2].id], sincere: true };
    expect((await answer(juror, cohort, declaration.item, ties)).status).toBe(200);
    expect((await juror.get(`/cases/${cohort}-1`)).status).toBe(200);
    expect((await juror.get(`/cases/${cohort}-1/documents`)).status).toBe(200);
    expect((await juror.get(`/cases/${cohort}-3`)).status).toBe(404);
    expect((await (await jalon.as('Fleur Barème')).get(`/cases/${cohort}-1`)).status).toBe(404);
  });
});
