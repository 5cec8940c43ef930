import { randomUUID } from 'node:crypto';
import { addDays } from '../../../workflows/calendar/civil-date.js';
import { addWorkingDays } from '../../../workflows/calendar/holidays.js';
import type { CohortPlan } from '../../../workflows/cohort/plan.js';
import { personId } from '../../../prisma/seed-people.js';
import { pdf } from './applications.js';
import type { Browser } from './back-office.js';
import type { RunningJalon } from './case-worker.js';
import { answer, type Problem, today } from './cast.js';

interface Cohort {
  seats: number;
  stage: string;
  members: {
    ref: string;
    state: string;
    rank?: number;
    coach?: { id: string; name: string };
    person: { name: string };
    fundedBy?: string;
  }[];
  plan: CohortPlan;
  pending?: { why: string };
  managed: boolean;
}

interface Participant {
  readonly id: string;
  readonly who: Browser;
}

/** Everybody whom a cohort needs, signed in, and a plan with two coaches of whom the first, Robin Gabarit, sits in juries too. */
export interface CohortCast {
  readonly manager: Browser;
  readonly employer: Browser;
  readonly participants: readonly [Participant, Participant, Participant];
  readonly plan: CohortPlan;
}

export async function cohortCast(jalon: RunningJalon): Promise<CohortCast> {
  const holding = async (name: string, role: string): Promise<Participant> => {
    const id = randomUUID();
    const email = `${id}@exemple.gouv.invalid`;
    await jalon.prisma.person.create({ data: { id, name, email, synthetic: true, grants: { create: { id: randomUUID(), role } } } });
    return { id, who: await jalon.as(name) };
  };
  const [coach, juror] = [personId('Robin Gabarit'), personId('Max Épreuve')];
  await jalon.prisma.grant.create({ data: { id: randomUUID(), personId: coach, role: 'juryMember' } });
  const { id: otherCoach } = await holding('Autre Coach', 'coach');
  return {
    // Who holds grants too, and so may name those that pay.
    manager: await jalon.as('Ezra Renfort'),
    employer: await jalon.as('Yael Esquisse'),
    participants: [
      await holding('Premier Participant', 'participant'),
      await holding('Deuxième Participant', 'participant'),
      await holding('Troisième Participant', 'participant'),
    ],
    plan: cohortPlan({
      coaches: [
        { person: coach, load: 2 },
        { person: otherCoach, load: 1 },
      ],
      jury: [juror, coach],
    }),
  };
}

/** A cohort of three months that starts in sixty working days. */
export function cohortPlan({ coaches, jury }: { coaches: CohortPlan['coaches']; jury: string[] }): CohortPlan {
  const day = (after: number) => addWorkingDays(today(), after, 'metropole');
  return {
    startsOn: day(60),
    sessions: [{ id: 's1', title: 'Conduire un produit', on: day(65), place: 'insp' }],
    coaches,
    jury: { on: day(120), members: jury, quorum: 0.5 },
    resitBy: day(140),
  };
}

/** What its manager sends to open a cohort of two seats. */
export const newCohort = (plan: CohortPlan, change: object = {}) => ({
  title: 'Chef de projet, printemps',
  journey: 'reconversion-3m',
  applicationsUntil: addDays(today(), 30),
  seats: 2,
  quotaYear: 2026,
  plan,
  ...change,
});

/** Applies to the cohort, and can send the same again. */
export async function applied(who: Browser, cohort: string, change: object = {}) {
  const { draftId } = (await who.post<{ draftId: string }>(`/cohorts/${cohort}/application-draft`)).body;
  const cv = await who.upload({ draftId }, 'cv.pdf', pdf);
  const application = {
    bodyName: 'Institut national de l’exemple',
    currentPost: 'Chargé de mission',
    motivation: 'Je conduis des projets depuis cinq ans et veux en faire mon métier.',
    cv: [cv.body.id],
    track: 'business',
  };
  const key = randomUUID();
  const again = () => who.post<Problem & { ref: string }>(`/cohorts/${cohort}/applications`, { draftId, application, ...change }, key);
  return { ...(await again()), again };
}

/** The employer agrees, and the service retains the application: the case then asks its cohort for a seat. */
export async function retained({ manager, employer }: CohortCast, { who }: Participant, ref: string): Promise<void> {
  expect((await answer(employer, ref, 'give-agreement-1', { verdict: 'agree' })).status).toBe(200);
  const positioning = {
    prerequisites: { project: 'yes', users: 'yes' },
    strengths: 'Conduite de projet et animation.',
    needs: 'Méthodes agiles et conception.',
  };
  expect((await answer(who, ref, 'take-positioning-1', positioning)).status).toBe(200);
  expect((await answer(manager, ref, 'select-candidate-1', { verdict: 'retain' })).status).toBe(200);
}

/** A cohort of two seats to which so many have applied: the first two are seated, a third waits. Returns its reference. */
export async function seatedCohort(cast: CohortCast, applicants: 2 | 3 = 3): Promise<string> {
  const { ref: cohort } = (await cast.manager.post<{ ref: string }>('/cohorts', newCohort(cast.plan))).body;
  for (const [index, participant] of cast.participants.slice(0, applicants).entries()) {
    const { ref } = (await applied(participant.who, cohort)).body;
    await retained(cast, participant, ref);
    await until(cast.manager, cohort, ({ members }) => members[index]?.state !== 'applied');
  }
  return cohort;
}

export const cohortNow = async (who: Browser, ref: string): Promise<Cohort> => (await who.get<Cohort>(`/cohorts/${ref}`)).body;

/** Until the cohort stands so: what cases tell each other is an effect, delivered after the commit. */
export async function until(who: Browser, ref: string, holds: (one: Cohort) => boolean): Promise<Cohort> {
  for (;;) {
    const one = await cohortNow(who, ref);
    if (holds(one)) return one;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
