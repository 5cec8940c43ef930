import { randomUUID } from 'node:crypto';
import { personId } from '../../../prisma/seed-people.js';
import { instantAt } from '../../../workflows/calendar/paris-time.js';
import { run } from '../../builders/ftap-rehearsal.js';
import { withUuids } from '../../builders/journals.js';
import type { Browser } from './back-office.js';
import type { Problem } from './cast.js';
import { type CohortCast, cohortCast, cohortNow, newCohort, seatedCohort } from './cohort-cast.js';
import { committed } from './committed.js';
import { runningJalon } from './running.js';

const jalon = runningJalon();
let cast: CohortCast;
let cohort: string;
let member: string;
let first: Browser;
let second: Browser;
let coach: Browser;
beforeAll(async () => {
  cast = await cohortCast(jalon);
  cohort = await seatedCohort(cast, 2);
  member = `${cohort}-1`;
  [first, second] = [cast.participants[0].who, cast.participants[1].who];
  coach = await jalon.as('Robin Gabarit');
});

/** A grant that runs, as journals have it. */
async function runningGrant(ref: string): Promise<void> {
  const { journal } = await run({}, { until: instantAt('2025-06-01', '10:00') });
  await committed(jalon, { ref, entries: withUuids(journal).map((entry) => (entry.type === 'opened' ? { ...entry, ref } : entry)) });
}

describe('a member of a cohort', () => {
  it('has a grant named for them, by the program manager, among those that run', async () => {
    const { manager, plan } = cast;
    const grant = 'FTAP-2024-000077';
    await runningGrant(grant);
    const name = (funding: object, who = manager) =>
      who.post<Problem>(`/cohorts/${cohort}/members/${member}/funding`, funding, randomUUID());
    expect((await name({ grant })).status).toBe(200);
    expect((await cohortNow(manager, cohort)).members.map(({ fundedBy }) => fundedBy)).toEqual([grant, undefined]);
    expect((await manager.get(`/cases/${member}/funding`)).body).toMatchObject({ grant, open: true });
    expect((await name({ grant: 'FTAP-2024-000078' })).body.fields).toHaveProperty('grant');
    expect((await name({ grant }, first)).status).toBe(403);
    expect((await name({})).status).toBe(200);
    expect((await cohortNow(manager, cohort)).members[0]?.fundedBy).toBeUndefined();
    const elsewhere = await manager.post<Problem>('/cohorts', newCohort(plan, { fundedBy: 'FTAP-2024-000078' }));
    expect(elsewhere.body.fields).toHaveProperty('fundedBy');
  });

  it('is before their coach each week, with how much time is left', async () => {
    const { status, body } = await coach.get<{
      participants: { ref: string; person: { name: string }; slackDays: number; juryOn: string }[];
    }>('/coach/week');
    expect(status).toBe(200);
    expect(body.participants).toEqual([
      expect.objectContaining({ ref: member, person: expect.objectContaining({ name: 'Premier Participant' }) }),
    ]);
    expect(body.participants[0]!.slackDays).toBeGreaterThan(100);
    expect((await first.get<{ participants: object[] }>('/coach/week')).body.participants).toEqual([]);
    // Before anything is asked of them.
    expect((await coach.get(`/cases/${member}`)).status).toBe(200);
    expect((await coach.get(`/cases/${cohort}-2`)).status).toBe(404);
  });

  it('gets their dates as a calendar', async () => {
    const { status, body, headers } = await first.get<string>(`/cohorts/members/${member}/calendar.ics`);
    expect([status, headers['content-type']]).toEqual([200, expect.stringContaining('text/calendar')]);
    expect(body.match(/BEGIN:VEVENT/g)).toHaveLength(3);
    expect(body).toContain(`DTSTART:${cast.plan.jury.on.replaceAll('-', '')}`);
    expect((await second.get(`/cohorts/members/${member}/calendar.ics`)).status).toBe(404);
  });

  it('reads what they or a coach chose to share, and no private note', async () => {
    const note = (who: Browser, text: string, shared?: boolean) =>
      who.post<Problem & { id: string }>(`/cases/${member}/notes`, { text, ...(shared !== undefined && { shared }) });
    // The coach has a task on the case once the journey has begun; here it is given one.
    await jalon.prisma.task.create({
      data: {
        id: `${member}.coach-meeting-1`,
        caseRef: member,
        item: 'coach-meeting-1',
        key: 'coach-meeting',
        role: 'coach',
        personId: personId('Robin Gabarit'),
        status: 'open',
        askedAt: new Date(),
      },
    });
    expect((await note(coach, 'À revoir avec le service.')).status).toBe(201);
    expect((await note(coach, 'Pensez au plan du mémoire.', true)).status).toBe(201);
    expect((await note(first, 'Partager ?', true)).body.type).toBe('urn:jalon:problem:forbidden');
    const read = async (who: Browser) =>
      (await who.get<{ text: string; mine: boolean; authorName: string }[]>(`/cases/${member}/notes`)).body;
    expect((await read(first)).map(({ text, mine, authorName }) => [text, mine, authorName])).toEqual([
      ['Pensez au plan du mémoire.', false, 'Robin Gabarit'],
    ]);
    expect(await read(coach)).toHaveLength(2);
    expect(await read(cast.manager)).toEqual([]);
  });

  it('is told where they are in their journey, and who helps them', async () => {
    const { status, body } = await first.get(`/cohorts/members/${member}`);
    expect([status, body]).toEqual([
      200,
      expect.objectContaining({
        cohortTitle: 'Chef de projet, printemps',
        coach: expect.objectContaining({ name: 'Robin Gabarit' }),
        over: false,
      }),
    ]);
    expect((await second.get(`/cohorts/members/${member}`)).status).toBe(404);
    expect((await cast.manager.get(`/cohorts/members/${cohort}`)).status).toBe(404);
    const { body: found } = await cast.manager.get<{ items: { ref: string; participant?: string }[] }>(`/cases?q=${cohort}`);
    expect(found.items.map(({ participant }) => participant)).toContain('Premier Participant');
  });
});
