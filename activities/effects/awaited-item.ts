import type { CaseView, Wait } from '#workflows/kit/case-view.js';
import type { EffectOrder } from '#workflows/kit/messages.js';
import type { Addressee } from '#workflows/kit/people.js';
import type { Procedure } from '#workflows/kit/procedure.js';
import type { Awaited } from '../notify/task-mails.js';
import type { Surroundings } from './surroundings.js';

/** An item of the case as it stands now; undefined once it is no longer awaited: who answered needs no reminder. */
export async function openItem({ prisma }: Surroundings, ref: string, id: string): Promise<Wait | undefined> {
  const row = await prisma.caseFile.findUnique({ where: { ref }, select: { view: true } });
  return (row?.view as unknown as CaseView | undefined)?.waits.find((wait) => wait.id === id);
}

/** The item in words. */
export function awaited({ procedureOf }: Surroundings, { procedure, revision }: EffectOrder, wait: Wait): Awaited {
  const kind = kindOf(procedureOf(procedure, revision), wait);
  return {
    id: wait.id,
    label: kind?.label ?? 'Décider d’une demande',
    help: kind && 'help' in kind ? kind.help : undefined,
    lastDay: wait.stopped ? undefined : wait.due?.lastDay,
    overdue: wait.overdue,
    isTask: wait.kind === 'task',
  };
}

/** Who is told of an item: whom it is addressed to, or the role that watches over a clock or over what nobody brings by hand. */
export function watcherOf({ procedureOf }: Surroundings, { procedure, revision }: EffectOrder, wait: Wait): Addressee {
  const { clocks, events } = procedureOf(procedure, revision);
  const watched = [...clocks, ...(wait.kind === 'event' ? events : [])].find(({ key }) => key === wait.key)?.watchedBy;
  return watched === undefined ? (wait.who ?? { role: 'programManager' }) : { role: watched };
}

const kindOf = ({ tasks, events, clocks }: Procedure, { key }: Wait) => [...tasks, ...events, ...clocks].find((kind) => kind.key === key);
