import { randomUUID } from 'node:crypto';
import type { CivilDate } from '#workflows/calendar/civil-date.js';
import { addWorkingDays } from '#workflows/calendar/holidays.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import { openCallId } from '#prisma/seed-calls.js';
import { personId } from '#prisma/seed-people.js';
import { askedUntil, closedAs, cohortJournal, memberJournal, pausedOn, yearJournal } from '../../builders/board-cases.js';
import { grantJournal } from '../../builders/grant-journals.js';
import type { BuiltJournal } from '../../builders/journals.js';
import type { BackOffice, Browser } from './back-office.js';
import { committed } from './committed.js';

interface Count {
  key: string;
  count?: number;
}
interface Figures {
  people?: number;
  standings: Count[];
  stages: Count[];
  outcomes: Count[];
  ends: {
    foreseen?: number;
    earliest?: string;
    median?: string;
    latest?: string;
    endless?: number;
    months: { month: string; count?: number }[];
  };
}
type Group = Figures & { key: string; kind: string; id: string; title: string; over: boolean; listed: boolean };
interface Board {
  today: string;
  hasYearlyAim: boolean;
  watchesLoad: boolean;
  forecasts: { computedAt?: string; stale: number };
  procedures: (Figures & { id: string; listed: boolean; aim?: { people: number; started?: number; closed?: number }; groups: Group[] })[];
}
interface Cases {
  items: {
    ref: string;
    personName: string;
    groupTitle: string;
    place: string;
    late: boolean;
    stuck: boolean;
    silentSince?: string;
    endsOn?: string;
  }[];
  nextCursor?: string;
  total: number;
}

/** Of nine members. */
export const cohort = 'COHORTE-2026-000001';
const editionId = randomUUID();
const today = civilDateAt(Date.now());
const workingDay = (n: number): CivilDate => addWorkingDays(today, n, 'metropole');

/** People who exist only by their names. */
async function aPerson({ prisma }: BackOffice, name: string): Promise<string> {
  const id = randomUUID();
  await prisma.person.create({ data: { id, name, email: `${id}@exemple.gouv.invalid`, synthetic: true } });
  return id;
}

/** A cohort whose members are everywhere that a member can be, and one that nobody has joined. */
async function journeys(office: BackOffice): Promise<BuiltJournal[]> {
  const manager = personId('Alma Promotion');
  const owner = await aPerson(office, '=Zoé Éprouvette');
  const member = (n: number, stage: string, happened: Parameters<typeof memberJournal>[0]['happened'] = []) =>
    memberJournal({ ref: `${cohort}-${n}`, cohort, owner, title: 'Chef de projet', stage, happened });
  return [
    cohortJournal({ ref: cohort, owner: manager, title: 'Promotion du printemps', stage: 'running' }),
    cohortJournal({ ref: 'COHORTE-2026-000002', owner: manager, title: 'Promotion sans personne', stage: 'applications' }),
    member(1, 'month1', [askedUntil('hand-in-milestone', 'participant', workingDay(3))]),
    member(2, 'month1', [askedUntil('hand-in-milestone', 'participant', workingDay(-2))]),
    member(3, 'month2', [askedUntil('review-milestone', 'coach', workingDay(-12))]),
    member(4, 'month2', [askedUntil('reach-out', 'coach', workingDay(2))]),
    member(5, 'month2', [askedUntil('review-milestone', 'coach', workingDay(-12)), pausedOn(workingDay(-14), manager)]),
    member(6, 'leaving', [askedUntil('exit-interview', 'coach', workingDay(4))]),
    member(7, 'month1', [closedAs('droppedOut')]),
    member(8, 'application', [{ type: 'withdrawn', by: owner, reason: 'Change d’avis' }, closedAs('withdrawn')]),
    member(9, 'followUp', [closedAs('assigned')]),
  ];
}

/** Waves of 30, 12 and 4 directors. */
async function years(office: BackOffice): Promise<BuiltJournal[]> {
  await office.prisma.edition.create({ data: { id: editionId, title: 'Édition 2026', startsOn: new Date('2026-01-05'), terms: {} } });
  const owner = await aPerson(office, 'Une Directrice');
  const year = (wave: number, n: number, stage: string, happened: Parameters<typeof yearJournal>[0]['happened'] = []) =>
    yearJournal({ ref: `ANNEE-2026-${wave}${String(n).padStart(3, '0')}`, owner, editionId, wave, stage, happened });
  return [
    ...Array.from({ length: 14 }, (_, n) => year(1, n, 'projection', n < 3 ? [pausedOn(today, owner)] : [])),
    ...Array.from({ length: 16 }, (_, n) => year(1, 100 + n, 'followUp', [closedAs(n < 11 ? 'completed' : 'ended')])),
    ...Array.from({ length: 12 }, (_, n) => year(2, n, 'launch')),
    ...Array.from({ length: 4 }, (_, n) => year(3, n, 'launch')),
  ];
}

/** Journeys, years and grants with what is foretold of them: all that the board counts. */
export async function loadBoard(office: BackOffice): Promise<void> {
  const grants = ['completeness', 'review'].map((stage, n) =>
    grantJournal({
      ref: `FTAP-2026-00000${n}`,
      callId: openCallId,
      owner: personId('Camille Exemple'),
      happened: [{ type: 'entered', stage }],
    }),
  );
  await committed(office, ...(await journeys(office)), ...(await years(office)), ...grants);
  const foretold = (caseRef: string, endsOn: string | null, asOfSeq = 3) => ({
    caseRef,
    asOfSeq,
    computedAt: new Date(),
    ...(endsOn === null ? { waitsFor: 'Reprise du dossier' } : { endsOn: new Date(endsOn), outcome: 'assigned' }),
  });
  await office.prisma.caseForecast.createMany({
    data: [
      foretold(`${cohort}-1`, '2027-03-10'),
      foretold(`${cohort}-2`, '2027-03-20'),
      foretold(`${cohort}-3`, '2027-06-01'),
      foretold(`${cohort}-4`, '2027-06-02', 2),
      foretold(`${cohort}-5`, null, 4),
    ],
  });
}

export const boardOf = async (who: Browser): Promise<Board> => {
  const { status, body } = await who.get<Board>('/board');
  expect(status).toBe(200);
  return body;
};
export const casesOf = async (who: Browser, query: string): Promise<Cases> => {
  const { status, body } = await who.get<Cases>(`/board/cases?${query}`);
  expect(status).toBe(200);
  return body;
};
export const procedure = ({ procedures }: Board, id: string) => {
  const found = procedures.find((one) => one.id === id);
  if (!found) throw new RangeError(`No ${id} on the board.`);
  return found;
};
/** What is told, but for what is none. */
export const shown = (counts: readonly Count[]) =>
  Object.fromEntries(counts.filter(({ count }) => count !== 0).map(({ key, count }) => [key, count]));
