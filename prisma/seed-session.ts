import { civilDateAt } from '#workflows/calendar/paris-time.js';
import type { Opinion } from '#workflows/ftap-committee/tasks/give-opinions.js';
import { openCallId } from './seed-calls.js';
import { answer, leaves, person, reach } from './seed-play.js';
import type { SeedProject } from './seed-projects.js';

interface Candidates {
  readonly dates: readonly string[];
  readonly firstDay: string;
  readonly members: readonly { readonly id: string; readonly name: string }[];
}

/** A case that was filed for a project. */
export interface Filed {
  readonly ref: string;
  readonly project: SeedProject;
}

/** A sitting, and what the committee says in it of each case, by its reference. */
export interface Sitting {
  readonly callId: string;
  readonly metOn: string;
  readonly opinions: Readonly<Record<string, Opinion>>;
}

const chair = 'Claude Essai';

const candidates = async (callId: string) => (await person('Ariel Pilote')).get<Candidates>(`/sessions/candidates?callId=${callId}`);

interface Session {
  readonly ref: string;
  readonly metOn: string;
}

/** Convenes the members to hear these cases; a session that has them on its agenda already is theirs. */
async function convene(callId: string, refs: readonly string[], metOn: string, { members, firstDay }: Candidates): Promise<Session> {
  const manager = await person('Ariel Pilote');
  const open = (await manager.get<(Session & { status: string })[]>(`/sessions?callId=${callId}`)).filter(
    ({ status }) => status === 'open',
  );
  for (const { ref, metOn: day } of open) {
    const { agenda } = await manager.get<{ agenda: { ref: string }[] }>(`/sessions/${ref}`);
    if (agenda.some((one) => refs.includes(one.ref))) return { ref, metOn: day };
  }
  const body = {
    callId,
    metOn,
    chair: members.find(({ name }) => name === chair)?.id,
    members: members.map(({ id }) => id),
    refs,
    ...(metOn < firstDay && { shortNotice: 'Séance de démonstration, convoquée à bref délai.' }),
  };
  return { ref: (await manager.send<{ ref: string }>('POST', '/sessions', body)).ref, metOn };
}

/** Members prepare, the chair opens the sitting on its day, gives the opinions and signs; the cases have then heard them. */
export async function holdSession({ opinions, callId, ...sitting }: Sitting): Promise<void> {
  const refs = Object.keys(opinions);
  if (refs.length === 0) return;
  const found = await candidates(callId);
  const { members } = found;
  const { ref, metOn } = await convene(callId, refs, sitting.metOn, found);
  for (const [index, { name }] of members.entries()) await prepare(name, ref, refs, index);
  await reach(ref, metOn);
  await answer(chair, ref, 'open-sitting', { sitting: 'held', present: members.map(({ id }) => id) });
  await answer(chair, ref, 'give-opinions', { results: opinions });
  await answer(chair, ref, 'sign-minutes', { verdict: 'sign', exact: true });
  for (const heard of refs) if (opinions[heard]?.result !== 'waitingList') await leaves(heard, 'committee');
}

/** One sitting today for all that were filed today: what the envelope does not cover waits. */
export const holdForToday = (cases: readonly Filed[]): Promise<void> =>
  holdSession({
    callId: openCallId,
    metOn: civilDateAt(Date.now()),
    opinions: opinionsOn(cases),
  });

/** A session to come: the chair has marked its cases, a member stands aside from one. */
export async function conveneNext(cases: readonly Filed[]): Promise<void> {
  if (cases.length === 0) return;
  const found = await candidates(openCallId);
  const { members, dates, firstDay } = found;
  const refs = cases.map(({ ref }) => ref);
  const { ref } = await convene(openCallId, refs, dates.find((day) => day >= firstDay) ?? firstDay, found);
  const indexOf = (one: string) => members.findIndex(({ name }) => name === one);
  await prepare(chair, ref, refs, indexOf(chair));
  const [tied] = refs;
  await declare('Eden Brouillon', ref, indexOf('Eden Brouillon'), (one) => (one === tied ? 'project' : 'none'));
}

/** Declares ties with the cases of the agenda; returns those on which the member sits. Cases of their own body are not theirs to name. */
async function declare(name: string, session: string, index: number, tieWith: (ref: string) => string): Promise<string[]> {
  const who = await person(name);
  const { context } = await who.get<{ context: { cases: { ref: string }[] } }>(`/tasks/${session}.declare-interests-${index + 1}`);
  const open = context.cases.map(({ ref }) => ref);
  const interests = Object.fromEntries(open.map((ref) => [ref, tieWith(ref)]));
  await answer(name, session, 'declare-interests', { ...(open.length > 0 && { interests }), sincere: true }, index + 1);
  return open.filter((ref) => tieWith(ref) === 'none');
}

/** A member declares no tie, and marks the cases. */
async function prepare(name: string, session: string, refs: readonly string[], index: number): Promise<void> {
  const open = await declare(name, session, index, () => 'none');
  const who = await person(name);
  const { items } = await who.get<{ items: { id: string; ref: string; key: string }[] }>('/tasks?scope=mine&limit=100');
  const marking = items.find(({ ref, key }) => ref === session && key === 'mark-cases');
  if (!marking) return;
  const marks = Object.fromEntries(
    open.map((ref) => [ref, { mark: 16 - ((refs.indexOf(ref) + index) % 5), favour: index === 1 ? 'reserved' : 'favourable' }]),
  );
  await who.send('POST', `/tasks/${marking.id}/answer`, { answer: { marks } });
}

function opinionsOn(cases: readonly Filed[]): Record<string, Opinion> {
  let rank = 0;
  return Object.fromEntries(
    cases.map(({ ref, project: { reached, thousands } }) => {
      const amountCents = thousands * 1_000_00;
      return [
        ref,
        reached === 'waitingList' ? { result: 'waitingList', rank: ++rank, amountCents } : { result: 'favourable', amountCents },
      ];
    }),
  );
}
