import type { CivilDate } from '#workflows/calendar/civil-date.js';
import { frenchDate } from '#workflows/calendar/french.js';
import { isWorkingDay } from '#workflows/calendar/holidays.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import { eventOf } from '#workflows/catalogue.js';
import type { CallTerms } from '#workflows/ftap/call-terms.js';
import type { CommitteeResult } from '#workflows/ftap/tasks/committee.js';
import type { Entry, EntryOf, EntryType } from '#workflows/kit/journal.js';
import type { Procedure } from '#workflows/kit/procedure.js';
import type { Rehearsal } from '#workflows/kit/rehearsal.js';
import { taskLabel } from '#workflows/kit/waits.js';
import { stageLabel } from '../procedures.js';
import type { RehearsalWarning } from './rehearsal.dto.js';

export interface Filed {
  readonly on: CivilDate;
  readonly rehearsal: Rehearsal;
}

/** The same application filed on the call's first day and on its last. */
export interface Extremes {
  readonly first: Filed;
  readonly last: Filed;
}

const warning = (message: string): RehearsalWarning => ({ severity: 'warning', message });
const info = (message: string): RehearsalWarning => ({ severity: 'info', message });

/** What a call should be corrected for before it opens. */
export const callWarnings = (procedure: Procedure, terms: CallTerms, extremes: Extremes, amountCents: number): RehearsalWarning[] => [
  ...envelopeWarnings(terms, amountCents),
  ...committeeWarnings(terms, extremes),
  ...[extremes.first, extremes.last].flatMap((filed) => courseWarnings(procedure, filed)),
];

const envelopeWarnings = ({ envelopeCents }: CallTerms, amountCents: number) =>
  envelopeCents < amountCents ? [warning('L’enveloppe de l’appel ne suffit pas à un seul projet type.')] : [];

/** Sessions that no typical case can reach, and cases that no session hears. */
function committeeWarnings({ committeeDates, zone }: CallTerms, { first, last }: Extremes): RehearsalWarning[] {
  const ready = enteredOn(first.rehearsal, 'committee');
  const lastHeard = heardOn(last.rehearsal);
  const lastReady = enteredOn(last.rehearsal, 'committee');
  const early = committeeDates.filter((day) => ready !== undefined && day <= ready);
  const late = committeeDates.filter((day) => lastHeard !== undefined && day > lastHeard);
  const idle = committeeDates.filter((day) => !isWorkingDay(day, zone));
  const unheard = lastReady !== undefined && !committeeDates.some((day) => day > lastReady);
  return [
    ...(early.length > 0 && ready !== undefined
      ? [
          warning(
            `${listed('Séance', early)}\u00a0: aucun dossier type n’y sera prêt. Déposé dès l’ouverture, il arrive au comité le ${frenchDate(ready)}.`,
          ),
        ]
      : []),
    ...(unheard
      ? [
          warning(
            `Un dossier déposé le dernier jour arrive au comité le ${frenchDate(lastReady)}\u00a0: il n’y a plus de séance après cette date. Ajoutez-en une.`,
          ),
        ]
      : []),
    ...(idle.length > 0 ? [warning(`${listed('Séance', idle)}\u00a0: hors des jours ouvrés.`)] : []),
    ...(late.length > 0
      ? [info(`${listed('Séance', late)}\u00a0: aucun dossier type n’y passe plus\u202f; à garder pour les dossiers ajournés.`)]
      : []),
  ];
}

/** What goes wrong in the course of one typical case. */
function courseWarnings(procedure: Procedure, { on, rehearsal }: Filed): RehearsalWarning[] {
  const { journal, outcome, waitsFor, refusals } = rehearsal;
  const filed = `Déposé le ${frenchDate(on)}`;
  const expired = all(journal, 'clockExpired').map(({ id, at }) => {
    return warning(
      `${filed}\u00a0: «\u00a0${itemLabel(procedure, id)}\u00a0» expire le ${frenchDate(civilDateAt(at - 1))}, avant la décision.`,
    );
  });
  const closings = all(journal, 'waitBegun')
    .filter(({ why }) => why === 'new-year-credits')
    .map((entry) => {
      const stage = all(journal, 'entered').findLast(({ seq }) => seq < entry.seq)?.stage ?? '';
      const where = stageLabel(procedure, stage).toLocaleLowerCase('fr');
      return warning(
        `${filed}\u00a0: la fin de gestion arrête le dossier à l’étape «\u00a0${where}\u00a0», du ${frenchDate(civilDateAt(entry.at))} au ${frenchDate(entry.due.lastDay)}.`,
      );
    });
  const late = all(journal, 'overdue').map(({ id }) =>
    warning(`${filed}\u00a0: «\u00a0${itemLabel(procedure, id)}\u00a0» est en retard dans le déroulement type.`),
  );
  const refused = refusals.map(({ refusal }) => warning(`${filed}\u00a0: un acte du déroulement type est refusé (${refusal.code}).`));
  const endless =
    outcome === undefined
      ? [
          warning(
            `${filed}\u00a0: le dossier type n’arrive pas à son terme. Il attend encore\u00a0: ${waitsFor.map((id) => itemLabel(procedure, id)).join(' ; ')}.`,
          ),
        ]
      : [];
  return [...expired, ...closings, ...late, ...refused, ...endless];
}

const all = <T extends EntryType>(journal: readonly Entry[], type: T) =>
  journal.filter((entry): entry is EntryOf<T> & Entry => entry.type === type);

const enteredOn = ({ journal }: Rehearsal, stage: string): CivilDate | undefined => {
  const entry = all(journal, 'entered').find((one) => one.stage === stage);
  return entry && civilDateAt(entry.at);
};

/** What an item such as `decide-1` is for people. */
function itemLabel(procedure: Procedure, id: string): string {
  const key = id.replace(/-\d+$/, '');
  return eventOf(procedure, key)?.label ?? procedure.clocks.find((clock) => clock.key === key)?.label ?? taskLabel(procedure, key);
}

/** Day of the session that heard the case. */
const heardOn = ({ journal }: Rehearsal): CivilDate | undefined => {
  const heard = all(journal, 'happened').find(({ id }) => id.startsWith('committee-heard'));
  return heard && (heard.data as CommitteeResult).metOn;
};

const shown = 4;
function listed(what: string, days: readonly CivilDate[]): string {
  const said = days.slice(0, shown).map(frenchDate).join(', ');
  const more = days.length - shown;
  return `${what}${days.length > 1 ? 's' : ''} du ${said}${more > 0 ? ` et ${more} de plus` : ''}`;
}
