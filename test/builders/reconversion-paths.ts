import { addDays } from '#workflows/calendar/civil-date.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import type { OpenItem, Play, Player } from '#workflows/kit/rehearsal.js';
import { by, type Course } from '#workflows/reconversion/course/course.js';
import { heard, typicalCourse } from '#workflows/reconversion/course/index.js';
import type { ReviewContext } from '#workflows/reconversion/tasks/milestone.js';
import { journeyPlayers } from './reconversion.js';

/** Only the first item of a key is played so; the others as usual. */
export const onlyFirst =
  (key: string, play: (item: OpenItem) => Play): Course[string] =>
  (item) =>
    item.nth === 1 ? play(item) : (typicalCourse[key]?.(item) ?? 'never');

const after =
  (days: number, answer: unknown) =>
  (item: OpenItem): Play => ({ afterDays: days, answer, by: by(item) });
const dated =
  (days: number, answer: (day: string) => unknown) =>
  (item: OpenItem): Play => ({
    afterDays: days,
    answer: answer(addDays(civilDateAt(item.openedAt), days)),
    by: by(item),
  });

/** Nobody hears from the participant: no log, no meeting; what is handed in comes late in each month. */
export const silence: Course = {
  'log-written': () => 'never',
  'coach-meeting': after(40, { held: 'no', why: 'Le participant n’a pas répondu.' }),
};

export const withdrawsWhenHeard: Course = {
  'journey-left': (item) => (item.to?.role === 'participant' ? dated(150, (endsOn) => ({ endsOn }))(item) : 'never'),
};

const refusal: Course = {
  'select-candidate': after(6, { verdict: 'refuse', reasons: 'Le projet professionnel ne correspond pas au métier visé.' }),
};
const appeal: Course = { 'appeal-lodged': after(20, { grounds: 'Mon expérience n’a pas été prise en compte.', documents: [] }) };
const annulled: Course = {
  'answer-appeal': (item) => ({
    afterDays: 20,
    answer: { verdict: 'annul', reasons: 'L’expérience de l’agent répond aux attendus du parcours.' },
    by: `${item.to?.role ?? 'direction'}-9`,
  }),
};
const fails: Course = { 'jury-held': (item) => (item.optional ? 'never' : heard(item, 'fail')) };

const movedCalendar = (item: OpenItem): Play =>
  dated(100, (day) => ({
    startsOn: addDays(day, 40),
    juryOn: addDays(day, 260),
    resitBy: addDays(day, 290),
    sessions: [],
    why: 'La salle n’est pas libre.',
  }))(item);

/** Paths of either journey: the longer one plays some of them only. */
const common: Readonly<Record<string, Course>> = {
  'all goes well': {},
  'the employer refuses': {
    'give-agreement': after(30, { verdict: 'refuse', reasons: 'Le service ne peut pas être privé de cet agent.' }),
  },
  'the employer postpones': {
    'give-agreement': after(30, { verdict: 'postpone', reasons: 'Le remplacement ne peut pas être organisé à temps.' }),
  },
  'the employer stays silent': { 'give-agreement': () => 'never' },
  'not selected': refusal,
  'not selected, appeal upheld': { ...refusal, ...appeal, ...annulled },
  'selection later than the legal term': { 'select-candidate': after(75, { verdict: 'retain' }) },
  'rejected by silence, appeal upheld': { 'select-candidate': () => 'never', ...appeal, ...annulled },
  'no seat': { 'seat-given': () => 'never' },
  'the host does not sign': {
    'sign-journey-convention': (item) =>
      item.nth === 3
        ? after(6, { choice: 'decline', reasons: 'La mission n’est plus financée.' })(item)
        : (typicalCourse['sign-journey-convention']?.(item) ?? 'never'),
  },
  'nobody signs': { 'sign-journey-convention': () => 'never' },
  'a milestone taken up again, then missed': {
    'review-milestone': (item) => {
      const { milestone, attempt } = item.context as ReviewContext;
      if (milestone !== 'foundations' && milestone !== 'immersion') return typicalCourse['review-milestone']?.(item) ?? 'never';
      return after(3, { verdict: attempt === 1 ? 'again' : 'missed', feedback: 'Le livrable ne traite pas le sujet.' })(item);
    },
  },
  'a milestone never handed in': {
    'hand-in-milestone': onlyFirst('hand-in-milestone', () => 'never'),
    'review-milestone': onlyFirst('review-milestone', after(2, { verdict: 'missed', feedback: 'Rien n’a été remis à ce jour.' })),
  },
  'no sign for weeks': silence,
  'the coach changes': {
    'coach-changed': onlyFirst(
      'coach-changed',
      dated(130, (day) => ({ coach: 'coach-2', previous: 'coach-1', overlapUntil: addDays(day, 7), why: 'Départ de la coach' })),
    ),
    'hand-over': () => 'never',
    'coach-meeting': (item) => ({ ...(typicalCourse['coach-meeting']?.(item) as Exclude<Play, 'never'>), afterDays: 12 }),
  },
  'the calendar moves': { 'calendar-changed': onlyFirst('calendar-changed', movedCalendar) },
  'heard again, then passed': {
    'jury-held': (item) => (item.optional ? 'never' : heard(item, (item.context as { mayResit: boolean }).mayResit ? 'resit' : 'pass')),
  },
  'failed, appeal left without an answer': { ...fails, ...appeal, 'answer-appeal': () => 'never' },
  'failed, another jury confirms': { ...fails, ...appeal },
  'failed, another jury annuls': { ...fails, ...appeal, ...annulled },
  'failed and not contested': fails,
  'left half-way': withdrawsWhenHeard,
  'paid for by a grant, named once it has begun': {
    'funding-named': (item) => [after(3, {}), after(120, { grant: 'FTAP-2026-000001' })][item.nth - 1]?.(item) ?? 'never',
  },
  'no post, no news': {
    'record-assignment': after(50, { result: 'notYet', why: 'Le poste est en cours de création.' }),
    'answer-follow-up': () => 'never',
  },
};

const asks = (verdict: 'accept' | 'refuse'): Course => ({
  'track-switch-requested': after(20, { track: 'technical', why: 'Je suis plus à l’aise avec les équipes techniques.' }),
  'decide-track-switch': after(2, { verdict, reasons: 'Les prérequis de l’autre voie ont été regardés avec le coach.' }),
});

const proposesStop: Course = {
  'decide-mid-term': after(3, { verdict: 'stop', reasons: 'Deux jalons ne sont pas atteints et la mission ne peut pas commencer.' }),
};

/** But for the first path, the log is left alone: meetings are signs enough, and a path takes half the time on the durable clock. */
const players = (paths: Readonly<Record<string, Course>>): Readonly<Record<string, Player>> =>
  Object.fromEntries(
    Object.entries(paths).map(([path, course]) => [
      path,
      journeyPlayers(path === 'all goes well' ? course : { 'log-written': () => 'never', ...course }),
    ]),
  );

/** What both clocks must tell alike of a journey of three months. */
export const threeMonthPaths = players({
  ...common,
  'another track': asks('accept'),
  'the same track': asks('refuse'),
});

const playedOfSix = [
  'all goes well',
  'not selected, appeal upheld',
  'a milestone taken up again, then missed',
  'no sign for weeks',
  'failed, another jury confirms',
  'left half-way',
];

/** The same of six, with its mid-term review. */
export const sixMonthPaths = players({
  ...Object.fromEntries(Object.entries(common).filter(([path]) => playedOfSix.includes(path))),
  'adapted half-way': { 'decide-mid-term': after(3, { verdict: 'adapt', what: 'Un jour de plus par semaine pour la mission.' }) },
  'heard, then goes on': proposesStop,
  'heard, then stopped': {
    ...proposesStop,
    'confirm-stop': after(2, { verdict: 'stop', reasons: 'Les observations confirment que la mission ne peut pas commencer.' }),
  },
});
