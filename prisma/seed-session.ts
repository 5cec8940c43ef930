import { openCallId } from './seed-calls.js';
import { answer, leaves, person } from './seed-play.js';
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

const chair = 'Claude Essai';

const candidates = async () => (await person('Ariel Pilote')).get<Candidates>(`/sessions/candidates?callId=${openCallId}`);

async function convene(refs: readonly string[], metOn: string, members: Candidates['members'], rest: object = {}): Promise<string> {
  const body = {
    callId: openCallId,
    metOn,
    chair: members.find(({ name }) => name === chair)?.id,
    members: members.map(({ id }) => id),
    refs,
    ...rest,
  };
  return (await (await person('Ariel Pilote')).send<{ ref: string }>('POST', '/sessions', body)).ref;
}

/** One sitting for all: the committee follows the reviewers, and what the envelope does not cover waits. */
export async function holdSession(cases: readonly Filed[], today: string): Promise<void> {
  if (cases.length === 0) return;
  const { members } = await candidates();
  const refs = cases.map(({ ref }) => ref);
  const ref = await convene(refs, today, members, { shortNotice: 'Séance de démonstration, convoquée pour le jour même.' });
  for (const [index, { name }] of members.entries()) await prepare(name, ref, refs, index);
  await answer(chair, ref, 'open-sitting', { sitting: 'held', present: members.map(({ id }) => id) });
  await answer(chair, ref, 'give-opinions', { results: opinionsOn(cases) });
  await answer(chair, ref, 'sign-minutes', { verdict: 'sign', exact: true });
  for (const { ref: heard, project } of cases) if (project.reached !== 'waitingList') await leaves(heard, 'committee');
}

/** A session to come, which one member has prepared. */
export async function conveneNext(cases: readonly Filed[]): Promise<void> {
  if (cases.length === 0) return;
  const { members, dates, firstDay } = await candidates();
  const refs = cases.map(({ ref }) => ref);
  const ref = await convene(refs, dates.find((day) => day >= firstDay) ?? firstDay, members);
  const index = members.findIndex(({ name }) => name === chair);
  await prepare(chair, ref, refs, index);
}

/** A member declares their interests and marks what they sit on; cases of their own body are not theirs to name. */
async function prepare(name: string, session: string, refs: readonly string[], index: number): Promise<void> {
  const who = await person(name);
  const declaring = await who.get<{ context: { cases: { ref: string }[] } }>(`/tasks/${session}.declare-interests-${index + 1}`);
  const open = declaring.context.cases.map(({ ref }) => ref);
  await answer(
    name,
    session,
    'declare-interests',
    { ...(open.length > 0 && { interests: Object.fromEntries(open.map((ref) => [ref, 'none'])) }), sincere: true },
    index + 1,
  );
  const { items } = await who.get<{ items: { id: string; ref: string; key: string }[] }>('/tasks?scope=mine&limit=100');
  const marking = items.find(({ ref, key }) => ref === session && key === 'mark-cases');
  if (!marking) return;
  const marks = Object.fromEntries(
    open.map((ref) => [ref, { mark: 16 - ((refs.indexOf(ref) + index) % 5), favour: index === 1 ? 'reserved' : 'favourable' }]),
  );
  await who.send('POST', `/tasks/${marking.id}/answer`, { answer: { marks } });
}

function opinionsOn(cases: readonly Filed[]) {
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
