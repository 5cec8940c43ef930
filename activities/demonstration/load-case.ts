import { WithStartWorkflowOperation } from '@temporalio/client';
import { hasEffect } from '#workflows/kit/effects.js';
import { updates } from '#workflows/kit/messages.js';
import { produceLetter } from '../effects/produce-letter.js';
import { commit } from '../journal/commit.js';
import { attach } from './attach.js';
import { entriesOf, isClosed, type LoadedCase, openingOf, startOf, summaryAt } from './loaded-case.js';
import type { Loading } from './loading.js';

/**
 * Loads a case whose past was rehearsed: its files and letters, its effects as delivered, its running workflow where it is still open, its
 * journal. The journal is committed last and says that the case is there: a loading that was interrupted begins the case again, and one
 * that is there is left alone. Returns whether it was loaded now.
 */
export async function loadCase(loading: Loading, one: LoadedCase): Promise<boolean> {
  const { ref } = openingOf(one);
  if (await loading.prisma.caseFile.findUnique({ where: { ref }, select: { ref: true } })) return false;
  await attach(loading, ref, one.attachments ?? []);
  await writeLetters(loading, one);
  await settleEffects(loading, one);
  if (!isClosed(one)) await start(loading, one);
  await commit(loading.pool, loading.keys, { ref, entries: one.journal });
  return true;
}

/** One after the other: drawing a letter takes a whole processor for some milliseconds. */
async function writeLetters(loading: Loading, one: LoadedCase): Promise<void> {
  const { ref, procedure, revision } = openingOf(one);
  for (const entry of entriesOf(one, 'produced'))
    await produceLetter(loading, { ref, procedure, revision, summary: summaryAt(one, entry.seq), entry }, entry);
}

/** What the past told, it told: nothing of it leaves now, and nothing is waiting to. */
async function settleEffects({ prisma }: Loading, one: LoadedCase): Promise<void> {
  const { ref: caseRef } = openingOf(one);
  const data = one.journal.filter(hasEffect).map(({ seq }) => ({ caseRef, seq, status: 'done', attempts: 1 }));
  await prisma.effect.createMany({ data, skipDuplicates: true });
}

const patienceMs = 120_000;

/** Returns when the case has been taken up, so that cases do not come faster than the worker takes them. One that runs already is left alone. */
async function start({ temporal, taskQueue }: Loading, one: LoadedCase): Promise<void> {
  const argument = startOf(one);
  const startWorkflowOperation = new WithStartWorkflowOperation(argument.procedure, {
    workflowId: argument.ref,
    taskQueue,
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'REJECT_DUPLICATE',
    args: [argument],
    staticSummary: argument.ref,
  });
  await temporal.withDeadline(Date.now() + patienceMs, () =>
    temporal.workflow.executeUpdateWithStart(updates.opened, { startWorkflowOperation, updateId: updates.opened, args: [] }),
  );
}
