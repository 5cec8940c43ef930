import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { commit } from '../../../activities/journal/commit.js';
import { addDays } from '../../../workflows/calendar/civil-date.js';
import { addWorkingDays } from '../../../workflows/calendar/holidays.js';
import { instantAt } from '../../../workflows/calendar/paris-time.js';
import type { CohortPlan } from '../../../workflows/cohort/plan.js';
import { run } from '../../builders/ftap-rehearsal.js';
import { withUuids } from '../../builders/journals.js';
import type { Browser } from './back-office.js';
import { type RunningJalon, startJalon } from './case-worker.js';
import { answer, type Problem, today } from './cast.js';

interface Member {
  ref: string;
  state: string;
  rank?: number;
  coach?: { id: string; name: string };
  person: { name: string };
  fundedBy?: string;
}
interface Cohort {
  seats: number;
  stage: string;
  members: Member[];
  plan: CohortPlan;
  pending?: { why: string };
  managed: boolean;
}
interface Preview {
  plan: CohortPlan;
  dates: { what: string; from?: string; to?: string }[];
  clashes: { kind: string; isNew: boolean }[];
  members: { ref: string; dates: { what: string }[]; messages: string[]; refused: boolean; coach?: { name: string } }[];
  team: { text: string }[];
  seats: { taken: number; waiting: number };
}

let jalon: RunningJalon;
let manager: Browser;
const participants: Browser[] = [];
const ids: string[] = [];
let plan: CohortPlan;
let cohort: string;

beforeAll(async () => {
  jalon = await startJalon();
  manager = await withRole('Ariel Pilote', 'programManager');
  for (const name of ['Premier Participant', 'Deuxième Participant', 'Troisième Participant']) {
    const id = randomUUID();
    ids.push(id);
    const email = `${id}@exemple.gouv.invalid`;
    await jalon.prisma.person.create({
      data: { id, name, email, synthetic: true, grants: { create: { id: randomUUID(), role: 'participant' } } },
    });
    participants.push(await jalon.as(name));
  }
  const [coach, otherCoach, juror] = await Promise.all([idOf('Robin Gabarit'), other('Autre Coach', 'coach'), idOf('Max Épreuve')]);
  // A coach who sits in juries too.
  await jalon.prisma.grant.create({ data: { id: randomUUID(), personId: coach, role: 'juryMember' } });
  const day = (after: number) => addWorkingDays(today(), after, 'metropole');
  plan = {
    startsOn: day(60),
    sessions: [{ id: 's1', title: 'Conduire un produit', on: day(65), place: 'insp' }],
    coaches: [
      { person: coach, load: 2 },
      { person: otherCoach, load: 1 },
    ],
    jury: { on: day(120), members: [juror, coach], quorum: 0.5 },
    resitBy: day(140),
  };
}, 60_000);
afterAll(() => jalon.stop());
jest.setTimeout(60_000);

async function withRole(name: string, role: string): Promise<Browser> {
  const personId = await idOf(name);
  for (const procedure of ['cohort', 'reconversion'])
    await jalon.prisma.grant.create({ data: { id: randomUUID(), personId, role, procedure } });
  return jalon.as(name);
}

const idOf = async (name: string) => (await jalon.prisma.person.findFirstOrThrow({ where: { name } })).id;

async function other(name: string, role: string): Promise<string> {
  const id = randomUUID();
  const email = `${id}@exemple.gouv.invalid`;
  await jalon.prisma.person.create({ data: { id, name, email, grants: { create: { id: randomUUID(), role } } } });
  return id;
}

const cohortNow = async () => (await manager.get<Cohort>(`/cohorts/${cohort}`)).body;

/** Until the cohort stands so: what cases tell each other is an effect, delivered after the commit. */
async function until(holds: (one: Cohort) => boolean): Promise<Cohort> {
  for (;;) {
    const one = await cohortNow();
    if (holds(one)) return one;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const newCohort = (change: object = {}) => ({
  title: 'Chef de projet, printemps',
  journey: 'reconversion-3m',
  applicationsUntil: addDays(today(), 30),
  seats: 2,
  quotaYear: 2026,
  plan,
  ...change,
});

async function apply(n: number) {
  const browser = participants[n]!;
  const { body: draft } = await browser.post<{ draftId: string }>(`/cohorts/${cohort}/application-draft`);
  const cv = await browser.upload({ draftId: draft.draftId }, 'cv.pdf', '%PDF-1.4\n%%EOF');
  const application = {
    bodyName: 'Institut national de l’exemple',
    currentPost: 'Chargé de mission',
    motivation: 'Je conduis des projets depuis cinq ans et veux en faire mon métier.',
    cv: [cv.body.id],
    track: 'business',
  };
  const key = randomUUID();
  const send = () =>
    browser.post<Problem & { ref: string }>(`/cohorts/${cohort}/applications`, { draftId: draft.draftId, application }, key);
  return { ...(await send()), again: send };
}

/** The employer agrees, and the service retains the application: the case then asks its cohort for a seat. */
async function retained(ref: string) {
  const waiting = async (role: string) =>
    (await jalon.prisma.task.findMany({ where: { caseRef: ref, status: 'open', role } })).map(({ item }) => item);
  const employer = await jalon.as('Yael Esquisse');
  for (const item of await waiting('employer')) expect((await answer(employer, ref, item, { verdict: 'agree' })).status).toBe(200);
  const [positioning] = await waiting('participant');
  const owner = participants[ids.indexOf((await jalon.prisma.caseFile.findUniqueOrThrow({ where: { ref } })).ownerId)]!;
  expect(
    (
      await answer(owner, ref, positioning ?? '', {
        prerequisites: { project: 'yes', users: 'yes' },
        strengths: 'Conduite de projet et animation.',
        needs: 'Méthodes agiles et conception.',
      })
    ).status,
  ).toBe(200);
  const [selection] = await waiting('programManager');
  expect((await answer(manager, ref, selection ?? '', { verdict: 'retain' })).status).toBe(200);
}

describe('a cohort', () => {
  it('is opened by the program manager of cohorts alone, with a plan that holds together', async () => {
    const made = await manager.post<{ ref: string }>('/cohorts', newCohort());
    expect([made.status, made.body.ref]).toEqual([201, expect.stringMatching(/^COHORTE-\d{4}-\d{6}$/)]);
    cohort = made.body.ref;
    expect((await participants[0]!.post('/cohorts', newCohort())).status).toBe(403);
    // A program manager of grants only.
    expect((await (await jalon.as('Sam Relais')).post('/cohorts', newCohort())).status).toBe(403);
    const refused = await manager.post<Problem>('/cohorts', newCohort({ plan: { ...plan, resitBy: plan.jury.on } }));
    expect(refused.body.fields).toEqual({ 'plan.resitBy': 'La seconde séance suit le jury.' });
    const stranger = await manager.post<Problem>('/cohorts', newCohort({ plan: { ...plan, coaches: [{ person: ids[0], load: 1 }] } }));
    expect(stranger.body.fields).toEqual({ 'plan.coaches': 'Une de ces personnes n’est pas coach.' });
  });

  it('is applied to: its case opens another, with the files of the application', async () => {
    const { body: open } = await participants[0]!.get<{ ref: string; tracks: { key: string }[] }[]>('/cohorts/open');
    expect(open).toEqual([
      expect.objectContaining({
        ref: cohort,
        tracks: [
          { key: 'business', label: 'Voie métier' },
          { key: 'technical', label: 'Voie technique' },
        ],
      }),
    ]);
    const first = await apply(0);
    expect([first.status, first.body.ref]).toEqual([201, `${cohort}-1`]);
    expect((await first.again()).body.ref).toBe(`${cohort}-1`);
    expect((await apply(0)).body.type).toBe('urn:jalon:problem:alreadyApplied');
    expect((await participants[0]!.get(`/cases/${cohort}-1`)).status).toBe(200);
    expect((await participants[0]!.get<object[]>(`/cases/${cohort}-1/documents`)).body).toHaveLength(1);
    // A participant sees their own case, not the cohort's nor another's.
    expect((await participants[0]!.get(`/cohorts/${cohort}`)).status).toBe(404);
    for (const n of [1, 2]) expect((await apply(n)).body.ref).toBe(`${cohort}-${n + 1}`);
    expect((await participants[1]!.get(`/cases/${cohort}-1`)).status).toBe(404);
  });

  it('gives its seats to those who are retained, and makes the third wait', async () => {
    for (const n of [1, 2, 3]) {
      await retained(`${cohort}-${n}`);
      await until(({ members }) => members[n - 1]?.state !== 'applied');
    }
    const { members } = await cohortNow();
    expect(members.map(({ state, rank, coach }) => [state, rank, coach?.name])).toEqual([
      ['seated', undefined, 'Robin Gabarit'],
      ['seated', undefined, 'Autre Coach'],
      ['waiting', 1, undefined],
    ]);
  });

  it('has a grant named for a member, by the program manager, among those that run', async () => {
    const grant = 'FTAP-2024-000077';
    const { journal } = await run({}, { until: instantAt('2025-06-01', '10:00') });
    const pool = new pg.Pool({ connectionString: jalon.environment.DATABASE_URL });
    const entries = withUuids(journal).map((entry) => (entry.type === 'opened' ? { ...entry, ref: grant } : entry));
    await commit(pool, { ref: grant, entries });
    await pool.end();
    const name = (funding: object, who = manager) =>
      who.post<Problem>(`/cohorts/${cohort}/members/${cohort}-1/funding`, funding, randomUUID());
    expect((await name({ grant })).status).toBe(200);
    expect((await cohortNow()).members.map(({ fundedBy }) => fundedBy)).toEqual([grant, undefined, undefined]);
    expect((await manager.get(`/cases/${cohort}-1/funding`)).body).toMatchObject({ grant, open: true });
    expect((await name({ grant: 'FTAP-2024-000078' })).body.fields).toHaveProperty('grant');
    expect((await name({ grant }, participants[0])).status).toBe(403);
    expect((await name({})).status).toBe(200);
    expect((await cohortNow()).members[0]?.fundedBy).toBeUndefined();
    const elsewhere = await manager.post<Problem>('/cohorts', newCohort({ fundedBy: 'FTAP-2024-000078' }));
    expect(elsewhere.body.fields).toHaveProperty('fundedBy');
  });

  it('shows every date and message that a change would move, before anything happens', async () => {
    const { body: preview } = await manager.post<Preview>(`/cohorts/${cohort}/what-if`, {
      kind: 'shiftStart',
      on: addWorkingDays(plan.startsOn, 5, 'metropole'),
    });
    expect(preview.dates.map(({ what }) => what)).toEqual([
      'Le début',
      'La session « Conduire un produit »',
      'Le jury',
      'La seconde séance du jury',
    ]);
    expect(preview.members.map(({ ref, refused }) => [ref, refused])).toEqual([1, 2, 3].map((n) => [`${cohort}-${n}`, false]));
    expect(preview.members.every(({ dates, messages }) => dates.length > 0 && messages.includes('Message : le calendrier change'))).toBe(
      true,
    );
    expect(preview.team.length).toBe(2);
    const lost = await manager.post<Preview>(`/cohorts/${cohort}/what-if`, { kind: 'loseCoach', person: plan.coaches[0]!.person });
    expect(lost.body.members.map(({ ref, coach }) => [ref, coach?.name])).toEqual([[`${cohort}-1`, 'Autre Coach']]);
    expect(lost.body.clashes).toContainEqual(expect.objectContaining({ kind: 'coachLoad', isNew: true }));
    expect((await cohortNow()).plan).toEqual(plan);
    expect((await manager.post<Problem>(`/cohorts/${cohort}/what-if`, { kind: 'moveJury' })).body.fields).toEqual({
      on: 'Renseignez ce champ.',
    });
  });

  it('is changed by one act, which can be undone until it is sent', async () => {
    const whatIf = { kind: 'shiftStart', on: addWorkingDays(plan.startsOn, 5, 'metropole') };
    const { body: preview } = await manager.post<Preview>(`/cohorts/${cohort}/what-if`, whatIf);
    const why = 'La salle n’est libre qu’une semaine plus tard.';
    const change = (seen: CohortPlan, key?: string) =>
      manager.post<Problem>(`/cohorts/${cohort}/changes`, { whatIf, plan: seen, why }, key);
    expect((await change({ ...preview.plan, resitBy: addDays(preview.plan.resitBy, 1) })).body.type).toBe(
      'urn:jalon:problem:cohortChanged',
    );
    const key = randomUUID();
    expect((await change(preview.plan, key)).status).toBe(200);
    expect((await change(preview.plan, key)).status).toBe(200);
    expect((await cohortNow()).pending).toMatchObject({ why });
    expect((await manager.post<Problem>(`/cohorts/${cohort}/changes`, { whatIf, plan, why })).body.type).toBe(
      'urn:jalon:problem:changeWaiting',
    );

    const release = (verdict: string) => manager.post<Problem>(`/cohorts/${cohort}/changes/release`, { verdict });
    expect((await release('undo')).status).toBe(200);
    const undone = await cohortNow();
    expect([undone.plan, undone.pending]).toEqual([plan, undefined]);
    expect((await release('undo')).body.type).toBe('urn:jalon:problem:noChangeWaiting');
    const told = () =>
      jalon.prisma.journal.count({
        where: { caseRef: { startsWith: `${cohort}-` }, type: 'happened', entry: { path: ['id'], string_starts_with: 'calendar-changed' } },
      });
    expect(await told()).toBe(0);

    expect((await change(preview.plan)).status).toBe(200);
    expect((await release('send')).status).toBe(200);
    expect((await cohortNow()).plan).toEqual(preview.plan);
    while ((await told()) < 3) await new Promise((resolve) => setTimeout(resolve, 50));
  });

  it('is before its coaches each week: whom they accompany, and how much time is left', async () => {
    const coach = await jalon.as('Robin Gabarit');
    const { status, body } = await coach.get<{
      participants: { ref: string; person: { name: string }; slackDays: number; juryOn: string }[];
    }>('/coach/week');
    expect(status).toBe(200);
    expect(body.participants).toEqual([
      expect.objectContaining({ ref: `${cohort}-1`, person: expect.objectContaining({ name: 'Premier Participant' }) }),
    ]);
    expect(body.participants[0]!.slackDays).toBeGreaterThan(100);
    expect((await participants[0]!.get<{ participants: object[] }>('/coach/week')).body.participants).toEqual([]);
    // Before anything is asked of them.
    expect((await coach.get(`/cases/${cohort}-1`)).status).toBe(200);
    expect((await coach.get(`/cases/${cohort}-2`)).status).toBe(404);
  });

  it('gives its participants their dates as a calendar', async () => {
    const { status, body, headers } = await participants[0]!.get<string>(`/cohorts/members/${cohort}-1/calendar.ics`);
    expect([status, headers['content-type']]).toEqual([200, expect.stringContaining('text/calendar')]);
    const { plan: now } = await cohortNow();
    expect(body.match(/BEGIN:VEVENT/g)).toHaveLength(3);
    expect(body).toContain(`DTSTART:${now.jury.on.replaceAll('-', '')}`);
    expect((await participants[1]!.get(`/cohorts/members/${cohort}-1/calendar.ics`)).status).toBe(404);
  });

  it('lets a participant read what they or a coach chose to share, and no private note', async () => {
    const note = (who: Browser, text: string, shared?: boolean) =>
      who.post<Problem & { id: string }>(`/cases/${cohort}-1/notes`, { text, ...(shared !== undefined && { shared }) });
    const coach = await jalon.as('Robin Gabarit');
    // The coach has a task on the case once the journey has begun; here it is given one.
    await jalon.prisma.task.create({
      data: {
        id: `${cohort}-1.coach-meeting-1`,
        caseRef: `${cohort}-1`,
        item: 'coach-meeting-1',
        key: 'coach-meeting',
        role: 'coach',
        personId: plan.coaches[0]!.person,
        status: 'open',
        askedAt: new Date(),
      },
    });
    expect((await note(coach, 'À revoir avec le service.')).status).toBe(201);
    expect((await note(coach, 'Pensez au plan du mémoire.', true)).status).toBe(201);
    expect((await note(participants[0]!, 'Partager ?', true)).body.type).toBe('urn:jalon:problem:forbidden');
    const read = async (who: Browser) =>
      (await who.get<{ text: string; mine: boolean; authorName: string }[]>(`/cases/${cohort}-1/notes`)).body;
    expect((await read(participants[0]!)).map(({ text, mine, authorName }) => [text, mine, authorName])).toEqual([
      ['Pensez au plan du mémoire.', false, 'Robin Gabarit'],
    ]);
    expect(await read(coach)).toHaveLength(2);
    expect(await read(manager)).toEqual([]);
  });

  it('gives the seat of who leaves to the first of the waiting list, by itself', async () => {
    const one = await participants[1]!.get<{ interventions?: { kind: string }[] }>(`/cases/${cohort}-2`);
    expect(one.status).toBe(200);
    const left = await participants[1]!.post(`/cases/${cohort}-2/interventions`, { kind: 'withdraw', reason: 'Une autre affectation.' });
    expect(left.status).toBe(200);
    const { members } = await until((now) => now.members[2]?.state === 'seated');
    expect(members.map(({ state }) => state)).toEqual(['seated', 'ended', 'seated']);
    expect(
      (await jalon.prisma.effect.findMany({ where: { caseRef: { startsWith: cohort }, status: 'failing' } })).map(
        ({ lastError }) => lastError,
      ),
    ).toEqual([]);
  });

  it('opens its jury on the day, not before; it may be postponed', async () => {
    expect((await manager.post(`/cases/${cohort}/fast-forward`, { days: 110 })).status).toBe(200);
    expect((await cohortNow()).stage).toBe('sessions');
    const { jury } = (await cohortNow()).plan;
    const opening = (value: object) => answer(manager, cohort, 'open-jury-1', value);
    expect((await opening({ sitting: 'held', present: jury.members })).body.type).toBe('urn:jalon:problem:sittingTooEarly');
    const to = addDays(jury.on, 3);
    expect((await opening({ sitting: 'postponed', to, why: 'Deux membres sont absents.' })).status).toBe(200);
    expect((await cohortNow()).plan.jury.on).toBe(to);
  });

  it('shows its journeys to who judges them once they have declared their ties, but for those whom they know', async () => {
    const juror = await jalon.as('Max Épreuve');
    expect((await juror.get(`/cases/${cohort}-1`)).status).toBe(404);
    const declaration = await jalon.prisma.task.findFirstOrThrow({
      where: { caseRef: cohort, key: 'declare-ties', status: 'open', personId: await idOf('Max Épreuve') },
    });
    expect((await answer(juror, cohort, declaration.item, { ties: [ids[2]], sincere: true })).status).toBe(200);
    expect((await juror.get(`/cases/${cohort}-1`)).status).toBe(200);
    expect((await juror.get(`/cases/${cohort}-1/documents`)).status).toBe(200);
    expect((await juror.get(`/cases/${cohort}-3`)).status).toBe(404);
    expect((await (await jalon.as('Fleur Barème')).get(`/cases/${cohort}-1`)).status).toBe(404);
  });

  it('tells a participant where they are in their journey, and who helps them', async () => {
    const { status, body } = await participants[0]!.get(`/cohorts/members/${cohort}-1`);
    expect([status, body]).toEqual([
      200,
      expect.objectContaining({
        cohortTitle: 'Chef de projet, printemps',
        coach: expect.objectContaining({ name: 'Robin Gabarit' }),
        over: false,
      }),
    ]);
    expect((await participants[1]!.get(`/cohorts/members/${cohort}-1`)).status).toBe(404);
    expect((await manager.get(`/cohorts/members/${cohort}`)).status).toBe(404);
    const { body: found } = await manager.get<{ items: { ref: string; participant?: string }[] }>(`/cases?q=${cohort}`);
    expect(found.items.map(({ participant }) => participant)).toContain('Premier Participant');
  });
});
