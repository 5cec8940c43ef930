import { daysBetween } from '../../../workflows/calendar/civil-date.js';
import { civilDateAt } from '../../../workflows/calendar/paris-time.js';
import { aFileId } from '../../../workflows/ftap/course/course.js';
import { typicalPlayer } from '../../../workflows/ftap/course/index.js';
import { ftapR1 } from '../../../workflows/ftap/ftap.r1.js';
import type { FtapInput } from '../../../workflows/ftap/input.js';
import type { CaseView } from '../../../workflows/kit/case-view.js';
import type { Entry, EntryOf } from '../../../workflows/kit/journal.js';
import { plannedActs } from '../../../workflows/kit/planned-acts.js';
import type { Procedure } from '../../../workflows/kit/procedure.js';
import { rehearse, type OpenItem, type Player } from '../../../workflows/kit/rehearsal.js';
import { filedCase, pdf } from './applications.js';
import type { Browser } from './back-office.js';
import { answer, type Problem } from './cast.js';
import { convened, hearing, idsOf } from './committee.js';
import { jalonWithCast } from './running.js';
import { mainWay } from '../../builders/main-way.js';

const procedure = ftapR1 as unknown as Procedure;
const { jalon, people } = jalonWithCast({ JALON_PATIENCE_SECONDS: '60' });
let ref: string;
let proofId: string;

const viewOf = async (caseRef: string) =>
  (await jalon.prisma.caseFile.findUniqueOrThrow({ where: { ref: caseRef } })).view as unknown as CaseView;
const journalOf = async (caseRef: string) =>
  (await jalon.prisma.journal.findMany({ where: { caseRef }, orderBy: { seq: 'asc' } })).map(({ entry }) => entry as unknown as Entry);
const dayOf = async (caseRef: string) => (await people.manager.get<{ today: string }>(`/cases/${caseRef}`)).body.today;

async function ok(answered: Promise<{ status: number; body: Partial<Problem> }>) {
  const { status, body } = await answered;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
}
const advance = (caseRef: string, how: { days: number } | { to: 'next' }) => ok(people.manager.post(`/cases/${caseRef}/fast-forward`, how));

/** The demonstration's people for the course's. */
function personFor({ to, id }: OpenItem, by: string): Browser {
  if (to?.role === 'applicant') return people.applicant;
  if (to?.role === 'authority') return people.authority;
  if (to?.role === 'budgetOfficer') return people.budget;
  if (to?.role === 'expert') return to.group === 'Pédagogie' ? people.expert : people.otherExpert;
  if (to?.role === 'reviewer') return by === 'reviewer-2' ? people.second : people.reviewer;
  throw new Error(`Nobody plays ${to?.role ?? 'nobody'} for ${id}`);
}

/** A session that hears this one case on its day, and finds it favourable. */
async function hearCase(metOn: string, requestedCents: number) {
  const { body } = await convened(people, [ref], { metOn });
  await advance(body.ref, { days: daysBetween(await dayOf(body.ref), metOn) });
  const members = await idsOf(people.committee, people.otherMember);
  await ok(answer(people.committee, body.ref, 'open-sitting-1', { sitting: 'held', present: members }));
  await ok(
    answer(people.committee, body.ref, 'give-opinions-1', { results: { [ref]: { result: 'favourable', amountCents: requestedCents } } }),
  );
  await ok(answer(people.committee, body.ref, 'sign-minutes-1', { verdict: 'sign', exact: true }));
  await hearing(people.manager, ref);
}

/** Does the next thing of the typical course on its day, or lets the case's own next date come. */
async function step(view: CaseView): Promise<void> {
  const [next] = plannedActs(procedure, view, typicalPlayer);
  const today = await dayOf(ref);
  const ringsOn = view.waits.flatMap(({ due, stopped }) => (due && !stopped ? [civilDateAt(due.firesAt)] : [])).sort()[0];
  if (!next || (ringsOn !== undefined && ringsOn < next.on)) return advance(ref, { to: 'next' });
  if (next.on > today) return advance(ref, { days: daysBetween(today, next.on) });
  const { item, answer: played, by } = next;
  const value = JSON.parse(JSON.stringify(played).replaceAll(aFileId, proofId)) as object;
  if (item.key === 'committee-heard') return hearCase(next.on, (item.context as { requestedCents: number }).requestedCents);
  if (item.kind === 'task') return ok(answer(personFor(item, by), ref, item.id, value));
  return ok(personFor(item, by).post(`/cases/${ref}/events/${item.id}`, { data: value }));
}

test('from the call to month 36: a life played through the API with time skipping is the journal that its rehearsal tells', async () => {
  ref = await filedCase(people.applicant, { title: 'De l’appel à l’effet' });
  proofId = (await people.applicant.upload({ caseRef: ref }, 'justificatif.pdf', pdf)).body.id;
  for (let view = await viewOf(ref); view.status !== 'closed'; view = await viewOf(ref)) await step(view);

  const lived = await journalOf(ref);
  const [opened] = lived as [EntryOf<'opened'>];
  const acts = new Map(
    lived.flatMap((entry) => (entry.type === 'answered' || entry.type === 'happened' ? [[entry.id, entry] as const] : [])),
  );
  const sameActs: Player = ({ id, openedAt }) => {
    const act = acts.get(id);
    if (!act) return 'never';
    return { afterHours: (act.receivedAt - openedAt) / 3_600_000, answer: act.type === 'answered' ? act.answer : act.data, by: act.by };
  };
  const rehearsed = await rehearse(ftapR1, {
    name: 'the same life',
    ref,
    by: opened.by,
    input: opened.input as FtapInput,
    start: opened.at,
    play: sameActs,
  });
  expect(rehearsed.refusals).toEqual([]);
  expect(timeless(lived)).toEqual(timeless(rehearsed.journal));
  expect(rehearsed.outcome?.kind).toBe('completed');
  lived.forEach(({ at }, index) => expect(Math.abs(at - (rehearsed.journal[index]?.at ?? 0))).toBeLessThan(60_000));
  expect(lived.filter(({ type }) => type === 'entered').map((entry) => (entry as EntryOf<'entered'>).stage)).toEqual(mainWay);
}, 240_000);

const timeless = (journal: readonly Entry[]) => (JSON.parse(JSON.stringify(journal)) as Entry[]).map((entry) => ({ ...entry, at: 0 }));
