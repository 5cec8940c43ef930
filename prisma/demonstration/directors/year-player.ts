import { addDays } from '#workflows/calendar/civil-date.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import type { OpenItem, Play, Player } from '#workflows/kit/rehearsal.js';
import { personId } from '../../seed-people.js';
import { officeTimeAfter } from '../working-day.js';
import { commitments, priorities, reviewed } from './commitments.js';
import type { Director } from './director.js';

const manager = personId('Maxence Parcours');
const secondManager = personId('Ezra Renfort');
const levels = ['starting', 'inProgress', 'settled', 'example'] as const;

type Turn = (director: Director, item: OpenItem) => Play;

/** After so many days, in office hours. */
function done({ chance }: Director, { openedAt }: OpenItem, days: number, answer: unknown, by: string): Play {
  return { afterHours: (officeTimeAfter(openedAt, days, chance) - openedAt) / 3_600_000, answer, by };
}

/** Most do it within the fortnight; some need weeks; a few never do. */
function daysTaken({ chance, keenness, isLois }: Director, most: number): number | undefined {
  if (isLois) return 2;
  if (chance.happens(0.05)) return undefined;
  return chance.between(1, chance.happens(keenness) ? most : 4 * most);
}

const turns: Readonly<Record<string, Turn>> = {
  diagnose: (director, item) => {
    const days = daysTaken(director, 9);
    const level = () => director.chance.pick(levels);
    const answer = { culture: level(), agility: level(), data: level(), services: level(), priority: director.chance.pick(priorities) };
    return days === undefined ? 'never' : done(director, item, days, answer, director.actor());
  },
  'prepare-commitment': (director, item) => {
    const days = daysTaken(director, 11);
    const dueOn = addDays(civilDateAt(item.openedAt), 10 * director.chance.between(18, 30));
    const answer = { ...director.chance.pick(commitments), dueOn };
    return days === undefined ? 'never' : done(director, item, days, answer, director.actor());
  },
  'sign-commitment': (director, item) => {
    const correct = item.nth === 1 && !director.isLois && director.chance.happens(0.1);
    const answer = correct
      ? { verdict: 'correct', why: 'La cible est trop basse pour entraîner les équipes.' }
      : { verdict: 'sign', mine: true };
    const days = daysTaken(director, 4);
    return days === undefined ? 'never' : done(director, item, days, answer, director.person.id);
  },
  'review-commitment': (director, item) => {
    const { chance } = director;
    const result = chance.happens(0.62) ? 'kept' : chance.happens(0.6) ? 'postponed' : 'givenUp';
    const until = addDays(civilDateAt(item.openedAt), 10 * chance.between(9, 20));
    const answer = { result, evidence: reviewed[result], documents: [], ...(result === 'postponed' && { until }) };
    const days = daysTaken(director, 25);
    return days === undefined ? 'never' : done(director, item, days, answer, director.actor());
  },
  'hold-exchange': (director, item) => {
    const days = director.chance.between(4, 24);
    const heldOn = civilDateAt(officeTimeAfter(item.openedAt, days, director.chance));
    return done(director, item, days + 1, { heldOn }, manager);
  },
  'look-back': (director, item) => {
    const still = director.chance.pick(['yes', 'yes', 'partly', 'no'] as const);
    const answer = { still, fact: 'Le comité de direction suit l’indicateur chaque trimestre.' };
    const days = daysTaken(director, 7);
    return days === undefined ? 'never' : done(director, item, days, answer, director.actor());
  },
  'decide-intervention': () => ({ afterHours: 26, answer: { verdict: 'approve' }, by: secondManager, roles: ['programManager'] }),
};

/** How a director and who acts for them do what their year asks of them; what events tell is not theirs to play. */
export const yearPlayer =
  (director: Director): Player =>
  (item) =>
    turns[item.key]?.(director, item) ?? 'never';
