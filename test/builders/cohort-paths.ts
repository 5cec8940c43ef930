import { addDays } from '#workflows/calendar/civil-date.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import type { OpenItem, Play } from '#workflows/kit/rehearsal.js';
import { aParticipant, aPlan, cohortPlayer } from './cohort.js';
import type { NamedPath } from './paths.js';

type Plays = Readonly<Record<string, (item: OpenItem) => Play>>;

const manager = { by: 'manager-1', roles: ['programManager'] } as const;
const why = 'Une salle n’est plus disponible.';

/** Three people apply and ask for a seat; the plan changes twice, so that everybody hears of it. */
const lived: Plays = {
  'application-received': ({ nth }) =>
    nth > 3
      ? 'never'
      : { afterDays: nth, answer: { owner: aParticipant(nth), application: {} }, by: aParticipant(nth), roles: ['participant'] },
  'seat-asked': ({ nth }) => (nth > 3 ? 'never' : { afterDays: 15, answer: { ref: `REHEARSAL-${nth}` }, ...manager }),
  'plan-changed': ({ nth, openedAt }) => {
    const plan = aPlan(addDays(civilDateAt(openedAt), 60));
    const [first, ...others] = plan.sessions;
    if (nth === 1) return { afterDays: 3, answer: { plan, why }, ...manager };
    if (nth > 2 || !first) return 'never';
    const another = {
      ...plan,
      sessions: [{ ...first, trainer: 'trainer-3' }, ...others],
      coaches: plan.coaches.slice(1),
      jury: { ...plan.jury, members: plan.jury.members.slice(1) },
    };
    return { afterDays: 3, answer: { plan: another, why }, ...manager };
  },
};

/** A trainer cannot come; the jury is postponed while a change waits to be sent. */
const disturbed: Plays = {
  ...lived,
  'plan-changed': ({ nth, openedAt }) =>
    nth > 1 ? 'never' : { afterDays: 71, answer: { plan: aPlan(addDays(civilDateAt(openedAt), 62)), why }, ...manager },
  'confirm-session': ({ to }) => ({
    afterDays: 1,
    answer: { verdict: 'unavailable', why: 'Congé prévu ce jour-là.' },
    by: to?.person ?? '',
  }),
  'open-jury': ({ nth, context, openedAt }) => {
    const { heldOn, people } = context as { heldOn: string; people: readonly string[] };
    if (nth === 1) return { afterDays: 9.6, answer: { sitting: 'postponed', to: addDays(heldOn, 7), why }, ...manager };
    const onTheDay = (Date.parse(`${heldOn}T10:00:00Z`) - openedAt) / 3_600_000;
    return { afterHours: Math.max(1, onTheDay), answer: { sitting: 'held', present: people }, ...manager };
  },
};

const asItIs = (input: unknown): unknown => input;

/** What no random player brings about: members who stay until the jury, a plan that moves. */
export const cohortPaths: readonly NamedPath[] = [
  { path: 'held to its jury', play: cohortPlayer(lived), adapt: asItIs },
  { path: 'disturbed', play: cohortPlayer(disturbed), adapt: asItIs },
];
