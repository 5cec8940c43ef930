import { randomUUID } from 'node:crypto';
import { addDays } from '../../../workflows/calendar/civil-date.js';
import { addWorkingDays } from '../../../workflows/calendar/holidays.js';
import type { CohortPlan } from '../../../workflows/cohort/plan.js';
import type { Browser } from './back-office.js';
import type { Problem } from './cast.js';
import { cohortCast, cohortNow, seatedCohort } from './cohort-cast.js';
import { runningJalon } from './running.js';

interface Preview {
  plan: CohortPlan;
  dates: { what: string; from?: string; to?: string }[];
  clashes: { kind: string; isNew: boolean }[];
  members: { ref: string; dates: { what: string }[]; messages: string[]; refused: boolean; coach?: { name: string } }[];
  team: { text: string }[];
  seats: { taken: number; waiting: number };
}

const jalon = runningJalon();
let manager: Browser;
let plan: CohortPlan;
let cohort: string;
beforeAll(async () => {
  const cast = await cohortCast(jalon);
  ({ manager, plan } = cast);
  cohort = await seatedCohort(cast);
});

const aWeekLater = () => ({ kind: 'shiftStart', on: addWorkingDays(plan.startsOn, 5, 'metropole') });
const preview = async (whatIf: object) => (await manager.post<Preview & Problem>(`/cohorts/${cohort}/what-if`, whatIf)).body;

describe('a change of a cohort', () => {
  it('shows every date and message that it would move, before anything happens', async () => {
    const { dates, members, team } = await preview(aWeekLater());
    expect(dates.map(({ what }) => what)).toEqual([
      'Le début',
      'La session « Conduire un produit »',
      'Le jury',
      'La seconde séance du jury',
    ]);
    expect(members.map(({ ref, refused }) => [ref, refused])).toEqual([1, 2, 3].map((n) => [`${cohort}-${n}`, false]));
    for (const member of members) {
      expect(member.dates).not.toEqual([]);
      expect(member.messages).toContain('Message : le calendrier change');
    }
    expect(team.length).toBe(2);
    expect((await cohortNow(manager, cohort)).plan).toEqual(plan);
  });

  it('shows who would accompany whom, and what clashes, without one of its coaches', async () => {
    const { members, clashes } = await preview({ kind: 'loseCoach', person: plan.coaches[0]!.person });
    expect(members.map(({ ref, coach }) => [ref, coach?.name])).toEqual([[`${cohort}-1`, 'Autre Coach']]);
    expect(clashes).toContainEqual(expect.objectContaining({ kind: 'coachLoad', isNew: true }));
    expect((await preview({ kind: 'moveJury' })).fields).toEqual({ on: 'Renseignez ce champ.' });
  });

  it('is one act, which can be undone until it is sent', async () => {
    const whatIf = aWeekLater();
    const { plan: moved } = await preview(whatIf);
    const why = 'La salle n’est libre qu’une semaine plus tard.';
    const change = (seen: CohortPlan, key?: string) =>
      manager.post<Problem>(`/cohorts/${cohort}/changes`, { whatIf, plan: seen, why }, key);
    const release = (verdict: string) => manager.post<Problem>(`/cohorts/${cohort}/changes/release`, { verdict });
    const told = () =>
      jalon.prisma.journal.count({
        where: { caseRef: { startsWith: `${cohort}-` }, type: 'happened', entry: { path: ['id'], string_starts_with: 'calendar-changed' } },
      });
    expect((await change({ ...moved, resitBy: addDays(moved.resitBy, 1) })).body.type).toBe('urn:jalon:problem:cohortChanged');
    const key = randomUUID();
    expect((await change(moved, key)).status).toBe(200);
    expect((await change(moved, key)).status).toBe(200);
    expect((await cohortNow(manager, cohort)).pending).toMatchObject({ why });
    expect((await change(plan)).body.type).toBe('urn:jalon:problem:changeWaiting');

    expect((await release('undo')).status).toBe(200);
    const undone = await cohortNow(manager, cohort);
    expect([undone.plan, undone.pending]).toEqual([plan, undefined]);
    expect((await release('undo')).body.type).toBe('urn:jalon:problem:noChangeWaiting');
    expect(await told()).toBe(0);

    expect((await change(moved)).status).toBe(200);
    expect((await release('send')).status).toBe(200);
    expect((await cohortNow(manager, cohort)).plan).toEqual(moved);
    while ((await told()) < 3) await new Promise((resolve) => setTimeout(resolve, 50));
  });
});
