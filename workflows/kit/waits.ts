import type { CivilDate, Instant } from '../calendar/civil-date.js';
import { explainInFrench, frenchDate } from '../calendar/deadline.js';
import { decideIntervention } from './approval.js';
import type { AnyTask } from './case-file.js';
import type { CaseView, Wait } from './case-view.js';
import { defaultEscalation } from './item.js';
import { roleLabels, type Addressee, type PersonId } from './people.js';
import type { Procedure } from './procedure.js';

/** One thing a case waits for, in words: the same in lists, on the case's page and in the API. */
export interface ExplainedWait {
  readonly id: string;
  readonly kind: Wait['kind'];
  readonly label: string;
  readonly who: string;
  readonly since: Instant;
  readonly lastDay?: CivilDate;
  readonly stopped: boolean;
  readonly overdue: boolean;
  /** Nobody waits for it: somebody may bring it. */
  readonly optional: boolean;
  /** What happens by itself if nobody acts. */
  readonly then: string;
  /** What a person can do about it. */
  readonly unblock: string;
  /** The sum that gives the last day, step by step. */
  readonly explained: readonly string[];
}

/** Why a case waits: everything it waits for, the earliest last day first. `nameOf` looks up people; without it only roles are named. */
export function explainWaits(
  view: CaseView,
  procedure: Procedure,
  nameOf: (person: PersonId) => string | undefined = () => undefined,
): ExplainedWait[] {
  return view.waits.map((wait) => explainWait(wait, procedure, nameOf)).sort((a, b) => order(a).localeCompare(order(b)));
}

const order = ({ kind, optional, lastDay = '9999-12-31' }: ExplainedWait) => `${kind === 'pause' ? 0 : optional ? 2 : 1} ${lastDay}`;

export function explainWait(
  wait: Wait,
  procedure: Procedure,
  nameOf: (person: PersonId) => string | undefined = () => undefined,
): ExplainedWait {
  const { id, kind, since, stopped, overdue, due, optional = false } = wait;
  const who = wait.who ? named(wait.who, procedure, nameOf) : 'le calendrier';
  const words = sentences[kind](wait, procedure, who);
  const explained = due
    ? [...explainInFrench(due), ...(stopped ? ['Ce délai est suspendu\u00a0: le dernier jour sera recalculé à la reprise.'] : [])]
    : [];
  return { id, kind, since, stopped, overdue, optional, explained, ...words, ...(due && !stopped && { lastDay: due.lastDay }) };
}

type Words = Pick<ExplainedWait, 'label' | 'who' | 'then' | 'unblock'>;

const sentences: Record<Wait['kind'], (wait: Wait, procedure: Procedure, who: string) => Words> = {
  task: (wait, procedure, who) => ({
    label: taskLabel(procedure, wait.key),
    who,
    then: afterLastDay(
      wait,
      procedure.tasks.find(({ key }) => key === wait.key),
    ),
    unblock: wait.stopped
      ? 'Reprendre le dossier, qui est suspendu.'
      : `Traiter la tâche, la confier à une autre personne ou prolonger le délai.`,
  }),
  event: (wait, procedure, who) => {
    const event = procedure.events.find(({ key }) => key === wait.key);
    return {
      label: event?.label ?? wait.key,
      who,
      then: wait.optional ? afterTheOffer(wait) : afterLastDay(wait, event),
      unblock: eventUnblock(wait, event),
    };
  },
  date: (wait, procedure) => ({
    label: procedure.waits?.[wait.key] ?? wait.key,
    who: 'le calendrier',
    then: 'Le dossier reprend de lui-même.',
    unblock: 'Rien à faire\u00a0: la date arrivera.',
  }),
  clock: (wait, procedure) => {
    const clock = procedure.clocks.find(({ key }) => key === wait.key);
    return {
      label: clock?.label ?? wait.key,
      who: clock ? roleLabels[clock.watchedBy] : 'le calendrier',
      then: clock?.atExpiry ?? '',
      unblock: clock?.unblock ?? 'Prendre la décision avant cette date.',
    };
  },
  child: () => ({
    label: 'Dossier lié en cours',
    who: 'un autre dossier',
    then: 'Ce dossier reprend quand l’autre se termine.',
    unblock: 'Traiter le dossier lié.',
  }),
  pause: (wait, _procedure, who) => ({
    label: `Dossier suspendu\u00a0: ${wait.key}`,
    who,
    then: 'Les délais restent arrêtés jusqu’à la reprise.',
    unblock: 'Reprendre le dossier.',
  }),
};

/** Label of a task of this procedure, or of the kit's own. */
export function taskLabel(procedure: Procedure, key: string): string {
  if (key === decideIntervention.key) return decideIntervention.label;
  return procedure.tasks.find((task) => task.key === key)?.label ?? key;
}

/** What nobody brings by hand says itself how it comes. */
function eventUnblock({ stopped, optional }: Wait, event: AnyTask | undefined): string {
  if (stopped) return 'Reprendre le dossier, qui est suspendu.';
  if (optional) return 'Rien n’est attendu\u00a0: cet acte reste possible.';
  const broughtElsewhere = event?.watchedBy === undefined ? undefined : event.help;
  return broughtElsewhere ?? 'Enregistrer l’événement dès qu’il a eu lieu.';
}

const afterTheOffer = ({ due }: Wait) =>
  due ? 'Passé cette date, cet acte n’est plus possible.' : 'Cet acte est possible tant que le dossier en est là.';

function afterLastDay({ onLapse, overdue, due }: Wait, type: AnyTask | undefined): string {
  if (!due) return 'Aucun délai ne court.';
  if (type?.atExpiry !== undefined && onLapse !== 'escalate') return type.atExpiry;
  if (onLapse === 'lapse') return 'Sans réponse à cette date, le dossier continue sans elle.';
  if (onLapse === 'waive') return 'Sans réponse à cette date, on s’en passe.';
  const [first, second] = defaultEscalation;
  if (overdue)
    return `Le délai est dépassé depuis le ${frenchDate(due.lastDay)}\u202f; ${second ? roleLabels[second.to] : 'la hiérarchie'} est prévenue ensuite.`;
  return `Passé cette date, ${first ? roleLabels[first.to] : 'la hiérarchie'} est prévenu\u202f; la tâche reste ouverte.`;
}

function named({ role, person, group }: Addressee, { groups }: Procedure, nameOf: (person: PersonId) => string | undefined): string {
  const name = person === undefined ? undefined : nameOf(person);
  const side = group === undefined ? undefined : groups?.[group];
  if (name !== undefined) return `${name} (${side ?? roleLabels[role]})`;
  return side ?? (group === undefined ? roleLabels[role] : `${roleLabels[role]} (${group})`);
}
