import type { Course } from '#workflows/ftap/course/course.js';
import type { CaseView } from '#workflows/kit/case-view.js';
import { closedCallId, openCallId } from './seed-calls.js';
import type { SeedProject } from './seed-projects.js';
import * as turns from './seed-turns.js';

/** A grant that is played on the typical course, but for some turns, until its view is as it is shown. */
export interface Life extends Pick<SeedProject, 'title' | 'owner' | 'thousands' | 'daysLater'> {
  readonly callId: string;
  readonly course: Course;
  readonly until: (view: CaseView) => boolean;
  /** Why the committee is against it. */
  readonly unfavourable?: string;
  /** Another body takes it over in the end. */
  readonly transferred?: true;
}

const camille = 'Camille Exemple';
const dominique = 'Dominique Test-Martin';
const alix = 'Alix Fictif';

const closed = ({ status }: CaseView) => status === 'closed';
const waitsFor =
  (key: string) =>
  ({ waits }: CaseView): boolean =>
    waits.some((wait) => wait.key === key);
/** A report is asked for, and the patience with it is over. */
const reportIsLate = (view: CaseView) => waitsFor('half-year-report')(view) && !waitsFor('report-late')(view);
const takenBack = ({ stage, waits }: CaseView) => stage === 'execution' && waits.some(({ id }) => id === 'breach-found-2');

const lastYear: readonly Omit<Life, 'callId'>[] = [
  {
    title: 'Accueillir le public avec le numérique',
    owner: camille,
    thousands: 90,
    course: { 'measure-effects': turns.effectsReach(0.8) },
    until: closed,
  },
  {
    title: 'Cartes et prévisions pour la sécurité civile',
    owner: dominique,
    thousands: 140,
    course: { 'measure-effects': turns.effectsReach(1.25) },
    until: closed,
  },
  {
    title: 'Valoriser les collections numérisées',
    owner: alix,
    thousands: 110,
    course: { 'review-final-account': turns.retainHalf },
    until: waitsFor('record-recovery-order'),
  },
  {
    title: 'Laboratoire ouvert de services publics',
    owner: camille,
    thousands: 120,
    course: { 'breach-found': turns.breach, 'decide-clawback': turns.takeBack(20_000_00) },
    until: takenBack,
  },
  {
    title: 'Observatoire des usages numériques',
    owner: alix,
    thousands: 75,
    course: { decide: turns.refuse, 'appeal-lodged': turns.appeal, 'review-appeal': turns.never },
    until: waitsFor('review-appeal'),
    daysLater: 3,
    unfavourable: 'Le budget porte pour l’essentiel sur l’exploitation, que le règlement exclut.',
  },
  {
    title: 'Coopérative de formateurs internes',
    owner: dominique,
    thousands: 70,
    course: { 'sign-convention': turns.renounce },
    until: closed,
  },
];

const thisYear: readonly Omit<Life, 'callId'>[] = [
  {
    title: 'Compétences numériques des agents de guichet',
    owner: camille,
    thousands: 80,
    course: {},
    until: waitsFor('measure-effects'),
    daysLater: 45,
  },
  {
    title: 'Bibliothèque de cas pratiques en ligne',
    owner: alix,
    thousands: 65,
    course: { 'half-year-report': turns.never, 'order-payment': turns.onlyTheFirst('order-payment') },
    until: reportIsLate,
  },
  {
    title: 'École d’été de la simulation',
    owner: dominique,
    thousands: 85,
    course: { 'amendment-requested': turns.askForTime, 'decide-amendment': turns.never },
    until: waitsFor('decide-amendment'),
    daysLater: 2,
  },
  {
    title: 'Pédagogie des territoires connectés',
    owner: camille,
    thousands: 72,
    course: { 'request-instalment': turns.onlyTheFirst('request-instalment') },
    until: waitsFor('half-year-report'),
    transferred: true,
  },
  {
    title: 'Atelier des métiers de la donnée',
    owner: dominique,
    thousands: 60,
    course: { 'unlawfulness-found': turns.findUnlawful, 'give-observations': turns.never },
    until: waitsFor('give-observations'),
    daysLater: 4,
  },
  {
    title: 'Parcours accessibilité des documents',
    owner: alix,
    thousands: 55,
    course: { 'release-notice': turns.never },
    until: waitsFor('release-notice'),
  },
];

/** The longest first, so that those who play are busy to the end. */
export const lives: readonly Life[] = [
  ...lastYear.map((life) => ({ ...life, callId: closedCallId })),
  ...thisYear.map((life) => ({ ...life, callId: openCallId })),
];
