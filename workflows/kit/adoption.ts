import type { CivilDate } from '../calendar/civil-date.js';
import { frenchDate } from '../calendar/deadline.js';
import { civilDateAt } from '../calendar/paris-time.js';
import type { Divergence } from './agreement.js';
import type { CaseRun } from './case-run.js';
import { deedOf, labelOfItem } from './deeds.js';
import { fold } from './fold.js';
import { movedItems } from './intervening.js';
import type { Item, TimedItem } from './item.js';
import type { Procedure } from './procedure.js';
import { currentStage } from './refusal.js';
import { correctionsOf, resume } from './resume.js';
import { retell, type ToldCase } from './retelling.js';
import { sameJson } from './same-json.js';

/** What becomes of one case when another revision is offered to it. */
export type AdoptionVerdict =
  /** Its past fits. `dates` are the open last days that the new revision computes otherwise; none is an adoption all the same. */
  | { readonly verdict: 'moves'; readonly dates: readonly MovedDate[] }
  | { readonly verdict: 'stays'; readonly why: string }
  /** `seq` is the entry where the past and the new revision part; `why` is a French sentence. */
  | { readonly verdict: 'blocked'; readonly seq: number; readonly why: string };

type Blocked = Extract<AdoptionVerdict, { verdict: 'blocked' }>;

export interface MovedDate {
  readonly item: string;
  readonly label: string;
  /** Last days, inclusive; `from` is left out where there was none. */
  readonly from?: CivilDate;
  readonly to: CivilDate;
}

/** The verdict; with the case as the new revision would have lived it, ready to go on, when it moves. */
export type Judgement =
  | { readonly verdict: Extract<AdoptionVerdict, { verdict: 'moves' }>; readonly candidate: CaseRun }
  | { readonly verdict: Exclude<AdoptionVerdict, { verdict: 'moves' }>; readonly candidate?: undefined };

/** What becomes of a case that is known by its journal. Pure: it writes nothing and changes nothing. */
export async function adoptionOf(
  told: ToldCase,
  to: Procedure,
  { revision, settle }: { readonly revision: (id: string) => Procedure | undefined; readonly settle: () => Promise<void> },
): Promise<AdoptionVerdict> {
  const { revision: followed } = fold(undefined, told.journal);
  const procedure = revision(followed);
  if (!procedure)
    return { verdict: 'blocked', seq: 1, why: `La version ${followed}, que ce dossier suit, n’est pas dans cette livraison.` };
  const current = await resume(procedure, told.start, told.journal, settle);
  current.now = Math.max(told.now, told.journal.at(-1)?.at ?? told.now);
  if (current.divergence) return blockedBy(current, current.divergence, current);
  return (await judgeAdoption(current, to, settle)).verdict;
}

/** What becomes of a running case: the same question, asked by the engine at the moment of the adoption. */
export async function judgeAdoption(current: CaseRun, to: Procedure, settle: () => Promise<void>): Promise<Judgement> {
  const stays = reasonToStay(current, to);
  if (stays !== undefined) return { verdict: { verdict: 'stays', why: stays } };
  const candidate = await retell(to, current, correctionsOf(current.journal), settle);
  if (candidate.divergence) return { verdict: blockedBy(current, candidate.divergence, candidate) };
  const conflict = openConflict(current, candidate);
  if (conflict) return { verdict: conflict };
  const dates = movedItems(candidate).map(({ item: { id }, from, to: due }) => ({
    item: id,
    label: labelOfItem(to, id),
    ...(from && { from: from.lastDay }),
    to: due.lastDay,
  }));
  return { verdict: { verdict: 'moves', dates }, candidate };
}

function reasonToStay(current: CaseRun, to: Procedure): string | undefined {
  const { closed, view } = current;
  if (closed) return 'Le dossier est clos.';
  if (view.revision === to.revision) return `Le dossier suit déjà la version ${to.revision}.`;
  if (!to.takesOver || to.takesOver.includes(currentStage(current))) return undefined;
  const label = Object.values(current.procedure.stages).find(({ id }) => id === view.stage)?.label ?? view.stage;
  return `La version ${to.revision} ne reprend pas les dossiers à l’étape «\u00A0${label}\u00A0».`;
}

/** Says what the past did, and what the revision would have done instead. */
function blockedBy({ procedure, journal }: CaseRun, { seq, was, would }: Divergence, teller: CaseRun): Blocked {
  const version = `la version ${teller.procedure.revision}`;
  const entry = was ?? journal[seq - 1];
  const before = journal[Math.min(seq - 1, journal.length) - 1];
  const past = entry && `L’écriture ${seq}, du ${frenchDate(civilDateAt(entry.at))}, est ${deedOf(entry, procedure)}`;
  const instead = would && deedOf(would, teller.procedure);
  const why = teller.failure
    ? `Après l’écriture ${seq}, ${version} échoue\u00A0: ${teller.failure instanceof Error ? teller.failure.message : 'sans raison connue'}.`
    : past === undefined
      ? `Après l’écriture ${before?.seq ?? 0}, ${version} aurait déjà fait ${instead ?? 'autre chose'}, ce que le dossier n’a pas vécu.`
      : instead === undefined
        ? `${past}\u202F; à ce moment, ${version} ne prévoit rien de tel.`
        : `${past}\u202F; à sa place, ${version} aurait fait ${instead}.`;
  return { verdict: 'blocked', seq, why };
}

/** What is open must be open in the same way: the person asked reads the journal, and the journal does not ask twice. */
function openConflict(current: CaseRun, candidate: CaseRun): Blocked | undefined {
  for (const item of candidate.items.values()) {
    const why = conflictOf(current.items.get(item.id), item, candidate);
    if (why === undefined) continue;
    const seq = current.journal.find((entry) => 'id' in entry && entry.id === item.id)?.seq ?? 1;
    return {
      verdict: 'blocked',
      seq,
      why: `«\u00A0${labelOfItem(current.procedure, item.id)}\u00A0», en cours depuis l’écriture ${seq}${why}`,
    };
  }
  return undefined;
}

function conflictOf(was: Item | undefined, item: Item, run: CaseRun): string | undefined {
  if (item.kind === 'child' || !was || was.kind === 'child') return undefined;
  const version = `la version ${run.procedure.revision}`;
  if (!sameJson(termsOf(was), termsOf(item))) return `, serait demandé autrement par ${version}.`;
  if (was.due && !item.due) return `, n’aurait plus de terme dans ${version}.`;
  // A shorter term may not take away, after the fact, the days that a person was told to have.
  if (item.due && endsByItself(item) && item.due.firesAt <= run.now && !run.isStopped(item))
    return `, serait éteint à l’instant\u00A0: dans ${version}, son dernier jour était le ${frenchDate(item.due.lastDay)}.`;
  return undefined;
}

/** How a person was asked; its form may change, since it is read from the revision. */
function termsOf(item: TimedItem): unknown {
  if (item.kind === 'date' || item.kind === 'clock') return null;
  const { to, context, onLapse } = item;
  return { to, context, onLapse, ...(item.kind === 'task' ? { except: item.except } : { optional: item.optional }) };
}

/** Its last day does something to somebody: rights lapse, silence decides. The end of a wait only lets the case go on. */
const endsByItself = (item: TimedItem) => item.kind === 'clock' || ('onLapse' in item && item.onLapse !== 'escalate');
