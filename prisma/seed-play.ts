import { daysBetween } from '#workflows/calendar/civil-date.js';
import { ApiPerson } from './seed-api.js';

const baseUrl = process.env.JALON_BASE_URL ?? 'http://127.0.0.1:3000';
export const pdf = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n';
const signedIn = new Map<string, Promise<ApiPerson>>();

interface CaseView {
  readonly status: string;
  readonly today: string;
  readonly stage: string;
  readonly waits: readonly { readonly id: string; readonly kind: string; readonly mayAct: boolean }[];
}

const demonstrationAccounts = fetch(`${baseUrl}/api/demonstration/accounts`).then(
  (response) => response.json() as Promise<{ email: string; name: string }[]>,
);

/** The person of this name, signed in once. */
export async function person(name: string): Promise<ApiPerson> {
  const accounts = await demonstrationAccounts;
  const email = accounts.find((account) => account.name === name)?.email;
  if (email === undefined) throw new Error(`No demonstration account is called ${name}.`);
  const known = signedIn.get(name) ?? ApiPerson.signIn(baseUrl, email);
  signedIn.set(name, known);
  return known;
}

/** Answers the case's task as the person, unless an interrupted seeding did; `nth` counts the tasks of that kind. */
export async function answer(name: string, ref: string, key: string, value: object, nth = 1): Promise<void> {
  const who = await person(name);
  const task = `/tasks/${ref}.${key}-${nth}`;
  if ((await who.get<{ status: string }>(task)).status === 'open') await who.send('POST', `${task}/answer`, { answer: value });
}

export const fastForward = async (ref: string, how: { readonly days: number } | { readonly to: 'next' }): Promise<string> =>
  (await (await person('Ariel Pilote')).send<{ today: string }>('POST', `/cases/${ref}/fast-forward`, how)).today;

/** The case as its manager sees it. */
export const caseOf = async (ref: string): Promise<CaseView> => (await person('Ariel Pilote')).get<CaseView>(`/cases/${ref}`);

/** Lets time pass in the case until this day; a day that has passed already changes nothing. */
export async function reach(ref: string, day: string): Promise<void> {
  const days = daysBetween((await caseOf(ref)).today, day);
  if (days > 0) await fastForward(ref, { days });
}

/** Tells the case that what it expects of this person has happened. */
export async function happen(name: string, ref: string, key: string, data: object) {
  const who = await person(name);
  const { waits } = await who.get<CaseView>(`/cases/${ref}`);
  const wait = waits.find(({ id, kind, mayAct }) => kind === 'event' && mayAct && id.startsWith(key));
  if (wait) await who.send('POST', `/cases/${ref}/events/${wait.id}`, { data });
}

export const intervene = async (name: string, ref: string, intervention: object) =>
  (await person(name)).send('POST', `/cases/${ref}/interventions`, intervention);

/** Until the case has left the stage: it hears of the committee a moment after the minutes are signed. */
export async function leaves(ref: string, stage: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if ((await caseOf(ref)).stage !== stage) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${ref} is still in the stage ${stage}.`);
}

/** Does something to each, a few at a time: the development server has one lock. */
export async function each<T>(things: readonly T[], act: (thing: T) => Promise<void>): Promise<void> {
  const waiting = [...things];
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let thing = waiting.shift(); thing !== undefined; thing = waiting.shift()) await act(thing);
    }),
  );
}
