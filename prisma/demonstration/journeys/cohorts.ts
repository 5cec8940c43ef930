import { addDays } from '#workflows/calendar/civil-date.js';
import type { CohortPlan } from '#workflows/cohort/plan.js';
import type { WhatIf } from '#workflows/cohort/what-if.js';
import { personId } from '../../seed-people.js';
import { workingDayFrom } from '../working-day.js';
import { aube, type Body, fleur, leavingCoach, max, participant, robin, trainers } from './cast.js';
import type { CohortTerms } from './cohort-plan.js';
import type { Undone } from './cohort-player.js';
import type { Member } from './member.js';
import * as twist from './twists.js';

/** A change of a cohort's plan, made so many days after its first day. */
export interface Change {
  readonly day: number;
  readonly why: string;
  readonly whatIf: (plan: CohortPlan) => WhatIf;
}

export interface DemonstrationCohort {
  /** Of its reference. */
  readonly number: number;
  readonly terms: CohortTerms;
  readonly members: readonly Member[];
  readonly changes?: readonly Change[];
  /** What people have still to do, by the kind of task. */
  readonly undone?: Undone;
}

const bodies: readonly [Body, ...Body[]] = ['anct', 'meteo', 'bnf', 'culture', 'justice', 'economie', 'ign'];
const bodyAt = (place: number): Body => bodies[place % bodies.length] ?? bodies[0];

/** The extra of a number, who applies some days after the one before; every other one takes the technical track where there are two. */
const one = (number: number, months: 3 | 6, place: number, rest: Partial<Member> = {}): Member => ({
  owner: participant(number, bodyAt(number)).id,
  body: bodyAt(number),
  applies: 2 + 5 * place,
  ...(months === 3 && { track: number % 2 === 0 ? 'technical' : 'business' }),
  ...rest,
});
/** Extras from a number on, as many as there are places in `how`. */
const several = (from: number, months: 3 | 6, how: readonly Partial<Member>[], place = 0): Member[] =>
  how.map((rest, index) => one(from + index, months, place + index, rest));

const two = [
  { person: robin, load: 4 },
  { person: aube, load: 4 },
];
const three = [
  { person: robin, load: 4 },
  { person: aube, load: 3 },
  { person: leavingCoach, load: 1 },
];
const losesCoach = (day: number): Change => ({
  day,
  why: 'Un coach rejoint une autre mission ; les parcours continuent avec ses collègues.',
  whatIf: () => ({ kind: 'loseCoach', person: leavingCoach }),
});

const projectManager = 'Chef de projet ou de produit numérique';
const adviser = 'Conseiller en stratégie numérique';
const past = { opensBefore: 125, closesBefore: 80, seats: 8 };

const maternity = 'Maternité, paternité ou adoption';
const leave = 'Congé';
const service = 'Nécessité de service';

/** Ended: the first cohort, from its applications to the last news of its members. */
const ended: DemonstrationCohort = {
  number: 1,
  terms: { ...past, title: `${projectManager}, première promotion`, months: 3, startsIn: -400, coaches: two },
  members: several(1, 3, [
    {},
    { results: ['resit', 'pass'] },
    { twists: [twist.takesUpAgain('foundations', 'La partie sur les usagers manque ; trois entretiens suffisent.')] },
    { twists: [twist.leaves(50)] },
    {},
    { twists: [twist.withoutPost] },
    { results: ['fail'] },
    {},
  ]),
};

/** Its members are in their posts, and are asked for news; a grant pays for five of them. */
const followedUp: DemonstrationCohort = {
  number: 2,
  terms: { ...past, title: `${adviser}, première promotion`, months: 6, startsIn: -300, coaches: two, alsoJudges: [aube] },
  members: several(9, 6, [
    { fundedBy: 1 },
    { fundedBy: 1, results: ['resit', 'pass'] },
    { twists: [twist.leaves(85)] },
    { fundedBy: 1, twists: [twist.pauses(70, 21, leave)], results: ['adjourned', 'pass'] },
    { twists: [twist.employerRefuses] },
    { fundedBy: 1 },
    { fundedBy: 1, twists: [twist.withoutPost] },
    {},
  ]),
  changes: [
    {
      day: 100,
      why: 'La salle du jury est réservée par une autre formation.',
      whatIf: ({ jury }) => ({ kind: 'moveJury', on: workingDayFrom(addDays(jury.on, 7)) }),
    },
  ],
};

/** Heard by its jury, but for one whose journey stood still for sixteen weeks; another grant pays for five. */
const heard: DemonstrationCohort = {
  number: 3,
  terms: { ...past, title: `${projectManager}, deuxième promotion`, months: 3, startsIn: -150, coaches: three, alsoJudges: [aube] },
  members: several(17, 3, [
    { fundedBy: 0 },
    { fundedBy: 0, twists: [twist.switchesTrack(18, 'business')] },
    {},
    { fundedBy: 0, results: ['resit', 'pass'], twists: [twist.leavesOpen('record-assignment')] },
    { fundedBy: 0, twists: [twist.leaves(60)] },
    { fundedBy: 0 },
    {},
    { twists: [twist.pauses(25, 112, maternity)], results: ['adjourned', 'adjourned', 'pass'] },
  ]),
  changes: [losesCoach(40)],
};

/** In its second month. */
const running: DemonstrationCohort = {
  number: 4,
  terms: { ...past, title: `${projectManager}, troisième promotion`, months: 3, startsIn: -40, coaches: two },
  members: [
    { owner: personId('Morgan Canevas'), body: 'ign', track: 'business', applies: 2 },
    one(4, 3, 1, { isReadmitted: true }),
    ...several(
      25,
      3,
      [
        { twists: [twist.pauses(31, 21, service)] },
        { twists: [twist.fallsSilent(16)] },
        { twists: [twist.switchesTrack(20, 'technical')] },
        { twists: [twist.fallsSilent(22)] },
        { twists: [twist.takesUpAgain('foundations', 'Le carnet s’arrête à la troisième semaine ; complétez-le.')] },
        {},
      ],
      2,
    ),
  ],
  undone: { 'declare-ties': [fleur] },
};

/** At the beginning of its third month; its coaches have deliverables to look at. */
const halfWay: DemonstrationCohort = {
  number: 5,
  terms: { ...past, title: `${adviser}, deuxième promotion`, months: 6, startsIn: -64, coaches: three },
  members: [
    { owner: personId('Lio Pastiche'), body: 'meteo', applies: 2, twists: [twist.undoneFrom(54, 'review-milestone')] },
    ...several(
      31,
      6,
      [
        { twists: [twist.pauses(20, 14, leave)] },
        { twists: [twist.undoneFrom(54, 'review-milestone')] },
        { twists: [twist.fallsSilent(28)] },
        {},
        { twists: [twist.undoneFrom(54, 'review-milestone')] },
        {},
        {},
      ],
      1,
    ),
  ],
  changes: [losesCoach(34)],
  undone: { 'declare-ties': [fleur, max], 'confirm-session': [trainers[0]] },
};

/** Takes applications: two have a seat, one waits for one, others are studied. */
const taking: DemonstrationCohort = {
  number: 6,
  terms: {
    title: `${projectManager}, quatrième promotion`,
    months: 3,
    startsIn: 60,
    opensBefore: 130,
    closesBefore: 50,
    seats: 2,
    coaches: two,
  },
  members: several(38, 3, [
    { twists: [twist.hostHasNotSigned] },
    { twists: [twist.hostHasNotSigned] },
    {},
    { applies: 40, twists: [twist.leavesOpen('give-agreement')] },
    { applies: 30, twists: [twist.leavesOpen('select-candidate')] },
    { applies: 61, body: 'ign', twists: [twist.leavesOpen('give-agreement')] },
  ]),
};

/** Six cohorts, 46 journeys: 30 of three months, 16 of six. */
export const cohorts: readonly DemonstrationCohort[] = [ended, followedUp, heard, running, halfWay, taking];

/** Extras who apply, each once here whatever the number of their journeys. */
export const applicants = Array.from({ length: 43 }, (_, index) => participant(index + 1, bodyAt(index + 1)));
