import { defaultPolicies } from './interventions.js';
import type { EntryBody } from './journal.js';
import { roleLabels, type Role } from './people.js';
import type { Procedure } from './procedure.js';
import { taskLabel } from './waits.js';

/** What an entry did, as a French noun with its article: « la tâche « Vérifier », confiée à un instructeur ». */
export function deedOf(entry: EntryBody, procedure: Procedure): string {
  const named = 'id' in entry ? quoted(labelOfItem(procedure, entry.id)) : '';
  switch (entry.type) {
    case 'opened':
      return 'le dépôt du dossier';
    case 'entered':
      return `l’entrée à l’étape ${quoted(Object.values(procedure.stages).find(({ id }) => id === entry.stage)?.label ?? entry.stage)}`;
    case 'asked':
      return `la tâche ${named}, confiée ${toWhom(entry.to.role)}`;
    case 'expected':
      return `l’attente de ${named}, demandée ${toWhom(entry.from.role)}`;
    case 'waitBegun':
      return `l’attente ${named}`;
    case 'clockStarted':
      return `l’ouverture du délai ${named}`;
    case 'clockStopped':
      return `la suspension du délai ${named}`;
    case 'clockRestarted':
      return `la reprise du délai ${named}`;
    case 'clockEnded':
      return `la fin du délai ${named}`;
    case 'clockExpired':
      return `l’expiration du délai ${named}`;
    case 'moved':
      return `le nouveau calcul du délai ${named}`;
    case 'told':
      return `le message ${quoted(entry.template)} ${toWhom(entry.to.role)}`;
    case 'produced':
      return `le document ${quoted(procedure.documents.find(({ key }) => key === entry.document)?.label ?? entry.document)}`;
    case 'measured':
      return `la mesure ${quoted(entry.indicator)}`;
    case 'informed':
      return `l’information d’un autre dossier`;
    case 'childOpened':
      return 'l’ouverture d’un dossier lié';
    case 'childClosed':
      return 'la fin d’un dossier lié';
    case 'closed':
      return `la clôture du dossier ${quoted(procedure.outcomes[entry.outcome.kind] ?? entry.outcome.kind)}`;
    case 'answered':
      return `la réponse à ${named}`;
    case 'happened':
      return `l’événement ${named}`;
    case 'dropped':
      return `le retrait de ${named}`;
    case 'lapsed':
      return `l’échéance sans réponse de ${named}`;
    case 'waitEnded':
      return `la fin de l’attente ${named}`;
    case 'reminded':
      return `le rappel pour ${named}`;
    case 'overdue':
      return `le dépassement du délai de ${named}`;
    case 'escalated':
      return `le signalement ${toWhom(entry.to)} pour ${named}`;
    case 'requested':
      return `la demande ${quoted(defaultPolicies[entry.intervention.kind].label)}`;
    case 'paused':
      return 'la suspension du dossier';
    case 'resumed':
      return 'la reprise du dossier';
    case 'extended':
      return `la prolongation de ${named}`;
    case 'reassigned':
      return `le changement de destinataire de ${named}`;
    case 'corrected':
      return `la correction de la réponse à ${named}`;
    case 'transferred':
      return 'le transfert du dossier';
    case 'withdrawn':
      return 'le retrait de la demande';
    case 'adopted':
      return `le passage à la version ${quoted(entry.revision)}`;
    case 'effectAbandoned':
      return 'l’abandon d’un envoi';
  }
}

/** Label of what an item's id names: a task, an event, a clock, a wait or a document of the procedure. */
export function labelOfItem(procedure: Procedure, id: string): string {
  const key = id.replace(/-\d+$/, '');
  const declared = [...procedure.events, ...procedure.clocks, ...procedure.documents].find((one) => one.key === key);
  return declared?.label ?? procedure.waits?.[key] ?? taskLabel(procedure, key);
}

const quoted = (text: string) => `«\u00A0${text}\u00A0»`;
/** « au porteur du projet », « à l’ordonnateur ». */
const toWhom = (role: Role) => `à ${roleLabels[role]}`.replace(/^à le /, 'au ');
