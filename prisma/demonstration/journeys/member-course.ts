import { addDays } from '#workflows/calendar/civil-date.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import type { OpenItem, Play } from '#workflows/kit/rehearsal.js';
import { aFileId, by } from '#workflows/reconversion/course/course.js';
import { typicalCourse } from '#workflows/reconversion/course/index.js';
import type { Chance } from '../chance.js';
import { workingDayFrom } from '../working-day.js';
import * as words from './words.js';

type Chanced = (item: OpenItem, chance: Chance) => Play;

/** News of the cohort or of a grant: other cases bring them. */
const broughtElsewhere: readonly string[] = ['seat-given', 'jury-held', 'calendar-changed', 'coach-changed', 'funding-named'];

const done = (item: OpenItem, afterDays: number, answer: unknown): Play => ({ afterDays, answer, by: by(item) });

/** Some days before its last day. */
const beforeLast = ({ due, openedAt }: OpenItem, days: number): number =>
  Math.max(1, ((due?.firesAt ?? openedAt) - openedAt) / 86_400_000 - days);

/** A usual journey in the words of many people; what is not here goes as on the typical course. */
const ownWords: Readonly<Record<string, Chanced>> = {
  'give-agreement': (item, chance) => done(item, chance.between(8, 28), { verdict: 'agree' }),
  'sign-journey-convention': (item, chance) => {
    const days = chance.between(2, 8);
    const signedOn = workingDayFrom(addDays(civilDateAt(item.openedAt), days));
    return done(item, days, { choice: 'sign', signedOn, signedBy: chance.pick(words.signatories), documents: [] });
  },
  'log-written': (item, chance) =>
    done(item, chance.between(6, 8), { done: chance.pick(words.weeks), needsHelp: item.nth > 2 && chance.happens(0.1) }),
  'coach-meeting': (item, chance) => {
    const days = chance.between(9, 12);
    const on = workingDayFrom(addDays(civilDateAt(item.openedAt), days));
    return done(item, days, { held: 'yes', on, shared: chance.pick(words.meetings) });
  },
  'hand-in-milestone': (item, chance) =>
    done(item, beforeLast(item, chance.between(1, 4)), { statement: chance.pick(words.statements), documents: [aFileId] }),
  'review-milestone': (item, chance) => {
    const { handedIn } = item.context as { handedIn: boolean };
    const feedback = 'Rien n’a encore été remis : dix jours de plus sont accordés.';
    const verdict = handedIn ? { verdict: 'validate', feedback: chance.pick(words.feedbacks) } : { verdict: 'again', feedback };
    return done(item, chance.between(2, 4), verdict);
  },
  'hand-in-thesis': (item, chance) => done(item, beforeLast(item, chance.between(1, 4)), { documents: [aFileId] }),
  'coach-opinion': (item, chance) => done(item, chance.between(1, 3), { opinion: chance.pick(words.opinions) }),
  'record-assignment': (item, chance) => {
    const startsOn = addDays(civilDateAt(item.openedAt), 30);
    return done(item, chance.between(5, 20), { result: 'assigned', post: chance.pick(words.assignments), startsOn });
  },
  'answer-follow-up': (item, chance) => done(item, chance.between(1, 14), { situation: 'inPost', useful: chance.pick(words.useful) }),
};

/** What somebody does as a rule about an item of a journey. */
export function usually(item: OpenItem, chance: Chance): Play {
  if (broughtElsewhere.includes(item.key)) return 'never';
  const play = ownWords[item.key]?.(item, chance) ?? typicalCourse[item.key]?.(item) ?? 'never';
  if (play === 'never' || item.key !== 'take-positioning') return play;
  const answer = play.answer as object;
  return { ...play, answer: { ...answer, strengths: chance.pick(words.strengths), needs: chance.pick(words.needs) } };
}
