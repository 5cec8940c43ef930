import { addDays } from '../../workflows/calendar/civil-date.js';
import { addWorkingDays } from '../../workflows/calendar/holidays.js';
import { civilDateAt } from '../../workflows/calendar/paris-time.js';
import { byApi } from './running-jalon.js';
import { answerByApi } from './heard-case.js';

const today = () => civilDateAt(Date.now());
/** A working day, at least so many days from now. */
export const workingDayIn = (days: number) => addWorkingDays(addDays(today(), days - 1), 1, 'metropole');

interface Named {
  readonly id: string;
  readonly name: string;
}
interface Candidates {
  readonly coaches: Named[];
  readonly trainers: Named[];
  readonly jury: Named[];
}
interface Member {
  readonly ref: string;
  readonly state: string;
  readonly person: Named;
}

/** Who is in the team of a cohort, by name; the first coach takes the first participant. */
export interface Team {
  readonly coaches: readonly string[];
  readonly jury: readonly string[];
}

/** A cohort with as many seats as coaches, opened by Alma Promotion. Returns its reference. */
export async function openedCohort(title: string, { coaches, jury }: Team): Promise<string> {
  const alma = await byApi('Alma Promotion');
  const candidates = await alma.get<Candidates>('/cohorts/candidates');
  const idIn = (people: readonly Named[], name: string) => people.find((one) => one.name === name)?.id;
  const { ref } = await alma.send<{ ref: string }>('POST', '/cohorts', {
    title,
    journey: 'reconversion-3m',
    applicationsUntil: addDays(today(), 7),
    seats: coaches.length,
    quotaYear: 2026,
    plan: {
      startsOn: workingDayIn(20),
      sessions: [{ id: 's1', title: 'Conduire un produit', on: workingDayIn(30), place: 'insp' }],
      coaches: coaches.map((name) => ({ person: idIn(candidates.coaches, name), load: 1 })),
      jury: { on: workingDayIn(130), members: jury.map((name) => idIn(candidates.jury, name)), quorum: 0.5 },
      resitBy: workingDayIn(160),
    },
  });
  return ref;
}

/** The participant applies, the employer agrees, the service retains them and their cohort gives them a seat. Returns their reference. */
export async function seatedMember(cohort: string, name: string): Promise<string> {
  const participant = await byApi(name);
  const { draftId } = await participant.send<{ draftId: string }>('POST', `/cohorts/${cohort}/application-draft`, {});
  const cv = await participant.upload({ draftId }, 'cv.pdf', '%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n');
  const application = {
    bodyName: 'Institut national de l’exemple',
    currentPost: 'Chargé de mission',
    motivation: 'Je conduis des projets depuis cinq ans et veux en faire mon métier.',
    cv: [cv],
    track: 'business',
  };
  const { ref } = await participant.send<{ ref: string }>('POST', `/cohorts/${cohort}/applications`, { draftId, application });
  await answerByApi('Yael Esquisse', ref, 'give-agreement-1', { verdict: 'agree' });
  await answerByApi(name, ref, 'take-positioning-1', {
    prerequisites: { project: 'yes', users: 'yes' },
    strengths: 'Conduite de projet et animation.',
    needs: 'Méthodes agiles et conception.',
  });
  await answerByApi('Alma Promotion', ref, 'select-candidate-1', { verdict: 'retain' });
  await reaches(ref, 'convention');
  return ref;
}

/** The three sign: the journey begins on its day. */
export async function signedByAll(ref: string, name: string): Promise<void> {
  const signature = { choice: 'sign', signedOn: today(), signedBy: 'Cheffe de service', documents: [] };
  for (const [index, signatory] of [name, 'Yael Esquisse', 'Ilan Accueil'].entries())
    await answerByApi(signatory, ref, `sign-journey-convention-${index + 1}`, signature);
}

/** Until the case is there: cohort and members tell each other after the commit. */
export async function reaches(ref: string, stage: string): Promise<void> {
  await until(async () => (await (await byApi('Alma Promotion')).get<{ stage: string }>(`/cases/${ref}`)).stage === stage);
}

/** Until it holds; what never does ends the journey, not the whole run. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const begin = Date.now(); !(await holds()); await new Promise((resolve) => setTimeout(resolve, 100)))
    if (Date.now() > begin + 60_000) throw new Error(`Never came: ${holds.toString()}`);
}

export const membersOf = async (cohort: string) =>
  (await (await byApi('Alma Promotion')).get<{ members: Member[] }>(`/cohorts/${cohort}`)).members;

export const pass = async (ref: string, days: number) =>
  (await byApi('Alma Promotion')).send('POST', `/cases/${ref}/fast-forward`, { days });

/** The day in the case, which may run ahead of the server's. */
export const dayIn = async (ref: string) => (await (await byApi('Alma Promotion')).get<{ today: string }>(`/cases/${ref}`)).today;

/** How often the case was told that its calendar, or its coach, changes. */
export async function timesTold(ref: string, what: string): Promise<number> {
  const timeline = await (await byApi('Alma Promotion')).get<{ title: string }[]>(`/cases/${ref}/timeline`);
  return timeline.filter(({ title: told }) => told === what).length;
}

/** The jury of the cohort is held on another day, and everybody is told. */
export async function juryMoved(cohort: string, on: string): Promise<void> {
  const alma = await byApi('Alma Promotion');
  const whatIf = { kind: 'moveJury', on };
  const { plan } = await alma.send<{ plan: object }>('POST', `/cohorts/${cohort}/what-if`, whatIf);
  await alma.send('POST', `/cohorts/${cohort}/changes`, { whatIf, plan, why: 'La salle du jury est prise ce jour-là.' });
  await alma.send('POST', `/cohorts/${cohort}/changes/release`, { verdict: 'send' });
}
