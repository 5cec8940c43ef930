import { frenchDate } from '#workflows/calendar/deadline.js';
import { defaultPolicies } from '#workflows/kit/interventions.js';
import type { Entry } from '#workflows/kit/journal.js';
import { type Addressee, type Role, roleLabels } from '#workflows/kit/people.js';
import type { Procedure } from '#workflows/kit/procedure.js';
import { taskLabel } from '#workflows/kit/waits.js';
import { eventOf, taskOf } from '#workflows/catalogue.js';
import { outcomeLabel, stageLabel } from '../procedures.js';
import { answerWords, type Names } from './answer-words.js';

const COLON = '\u00A0:';

export interface Words {
  readonly title: string;
  readonly detail?: string;
}

/** What the item of the case is: its label, and the form of its answer. */
export interface Item {
  readonly label: string;
  /** Nobody waited for it. */
  readonly optional?: true;
  readonly words: (answer: unknown) => string | undefined;
}

/** Everything the case asked for, by item, so that later entries can be said in words. */
export function itemsOf(procedure: Procedure, entries: readonly Entry[], names: Names): ReadonlyMap<string, Item> {
  return new Map(entries.flatMap((entry): [string, Item][] => itemOf(procedure, entry, names)));
}

function itemOf(procedure: Procedure, entry: Entry, names: Names): [string, Item][] {
  switch (entry.type) {
    case 'asked': {
      const form = taskOf(procedure, entry.task)?.form;
      return [[entry.id, { label: taskLabel(procedure, entry.task), words: (a) => form && answerWords(form(entry.context), a, names) }]];
    }
    case 'expected': {
      const event = eventOf(procedure, entry.event);
      const words = (data: unknown) => event && answerWords(event.form(entry.context), data, names);
      return [[entry.id, { label: event?.label ?? entry.event, words, ...(entry.optional && { optional: true }) }]];
    }
    case 'waitBegun':
      return [[entry.id, { label: procedure.waits?.[entry.why] ?? entry.why, words: () => undefined }]];
    case 'clockStarted': {
      const label = procedure.clocks.find(({ key }) => key === entry.clock)?.label ?? entry.clock;
      return [[entry.id, { label, words: () => undefined }]];
    }
    default:
      return [];
  }
}

/** One entry in French; undefined for what only machines need to know. */
export function entryWords(entry: Entry, procedure: Procedure, items: ReadonlyMap<string, Item>): Words | undefined {
  const label = (id: string) => items.get(id)?.label ?? id;
  switch (entry.type) {
    case 'opened':
      return { title: procedure.opening ?? 'Demande déposée' };
    case 'entered':
      return { title: `Étape${COLON} ${stageLabel(procedure, entry.stage)}` };
    case 'asked':
      return { title: `Tâche ouverte${COLON} ${label(entry.id)}`, detail: addressed(procedure, entry.to, entry.due?.lastDay) };
    case 'expected':
      // Nobody waits for what may be brought: it is told when it comes.
      if (entry.optional) return undefined;
      return { title: `En attente${COLON} ${label(entry.id)}`, detail: addressed(procedure, entry.from, entry.due?.lastDay) };
    case 'waitBegun':
      return { title: `En attente${COLON} ${label(entry.id)}`, detail: `Jusqu’au ${frenchDate(entry.due.lastDay)}` };
    case 'clockStarted':
      return { title: `Délai ouvert${COLON} ${label(entry.id)}`, detail: `Dernier jour${COLON} ${frenchDate(entry.due.lastDay)}` };
    case 'clockStopped':
      return { title: `Délai suspendu${COLON} ${label(entry.id)}`, detail: withBasis(entry.cause, entry.basis) };
    case 'clockRestarted':
      return { title: `Délai repris${COLON} ${label(entry.id)}`, detail: `Nouveau dernier jour${COLON} ${frenchDate(entry.due.lastDay)}` };
    case 'moved':
      return {
        title: `Délai recalculé${COLON} ${label(entry.id)}`,
        detail: `Nouveau dernier jour${COLON} ${frenchDate(entry.due.lastDay)}`,
      };
    case 'clockEnded':
      return { title: `Délai satisfait${COLON} ${label(entry.id)}` };
    case 'clockExpired':
      return { title: `Délai expiré${COLON} ${label(entry.id)}` };
    case 'answered':
      return { title: `Réponse${COLON} ${label(entry.id)}`, ...detail(items.get(entry.id)?.words(entry.answer)) };
    case 'happened':
      return { title: label(entry.id), ...detail(items.get(entry.id)?.words(entry.data)) };
    case 'corrected':
      return { title: `Réponse corrigée${COLON} ${label(entry.id)}`, detail: entry.reason };
    case 'lapsed':
      return { title: `Sans réponse à la date limite${COLON} ${label(entry.id)}` };
    case 'dropped':
      return items.get(entry.id)?.optional ? undefined : { title: `N’est plus attendu${COLON} ${label(entry.id)}` };
    case 'waitEnded':
      return { title: `Date atteinte${COLON} ${label(entry.id)}` };
    case 'produced':
      return {
        title: `Document produit${COLON} ${procedure.documents.find(({ key }) => key === entry.document)?.label ?? entry.document}`,
      };
    case 'told':
      return { title: `Message envoyé ${toWhom(entry.to.role)}` };
    case 'requested':
      return { title: `Demande${COLON} ${interventionLabel(entry.intervention.kind)}`, detail: entry.intervention.reason };
    case 'paused':
      return { title: 'Dossier suspendu', detail: withBasis(`${entry.cause}. ${entry.reason}`, entry.basis) };
    case 'resumed':
      return { title: 'Dossier repris', detail: entry.reason };
    case 'extended':
      return { title: `Délai prolongé${COLON} ${label(entry.id)}`, detail: entry.extension.reason };
    case 'reassigned':
      return { title: `Confié à une autre personne${COLON} ${label(entry.id)}`, detail: entry.reason };
    case 'transferred':
      return { title: `Dossier transféré à ${entry.bodyName}`, detail: entry.reason };
    case 'informed':
      return { title: `Un autre dossier est informé${COLON} ${entry.ref}` };
    case 'withdrawn':
      return { title: 'Demande retirée', detail: entry.reason };
    case 'adopted':
      return { title: `Passage à la version ${entry.revision} de la procédure`, detail: entry.reason };
    case 'effectAbandoned':
      return { title: 'Envoi abandonné', detail: entry.reason };
    case 'overdue':
      return { title: `Délai dépassé${COLON} ${label(entry.id)}` };
    case 'escalated':
      return { title: `Signalé ${toWhom(entry.to)}${COLON} ${label(entry.id)}` };
    case 'reminded':
      return { title: `Rappel envoyé${COLON} ${label(entry.id)}` };
    case 'childOpened':
      return { title: `Dossier lié ouvert${COLON} ${entry.ref}` };
    case 'childClosed':
      return { title: 'Dossier lié terminé' };
    case 'closed':
      return { title: `Dossier clos${COLON} ${outcomeLabel(procedure, entry.outcome.kind)}`, ...detail(entry.outcome.reason) };
    case 'measured':
      return undefined;
  }
}

/** « au porteur du projet », « à l’ordonnateur ». */
const toWhom = (role: Role) => `à ${roleLabels[role]}`.replace(/^à le /, 'au ');
const detail = (text: string | undefined) => (text === undefined ? {} : { detail: text });
const interventionLabel = (kind: keyof typeof defaultPolicies) => defaultPolicies[kind].label.toLocaleLowerCase('fr');
const withBasis = (text: string, basis: string | undefined) => (basis === undefined ? text : `${text} (${basis})`);
const addressed = ({ groups }: Procedure, { role, group }: Addressee, lastDay: string | undefined) =>
  [
    `Pour ${group === undefined ? roleLabels[role] : (groups?.[group] ?? `${roleLabels[role]} (${group})`)}`,
    ...(lastDay === undefined ? [] : [`jusqu’au ${frenchDate(lastDay)}`]),
  ].join(', ');
