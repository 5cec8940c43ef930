import { type Client, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { type ActReceipt, type ActRequest, updates } from '#workflows/kit/messages.js';
import type { SurveyedCase } from './survey.js';

export interface AdoptionRequest {
  readonly revision: string;
  readonly reason: string;
  /** The administrator who asks. */
  readonly by: string;
}

/** What came of asking one case to adopt a revision. */
export type Asked = { readonly kind: 'sent' | 'alreadyAsked' } | { readonly kind: 'failed'; readonly why: string };

/** How long one case may take to answer. */
const patienceMs = 30_000;

/**
 * Sends the intervention `adopt` to one case. The key names the case, the revision and how many such requests came before: the same
 * command twice is one request, and a request that was declined may be made again.
 */
export async function requestAdoption(
  client: Client,
  { ref, now, asked }: SurveyedCase,
  { revision, reason, by }: AdoptionRequest,
): Promise<Asked> {
  if (asked.open) return { kind: 'alreadyAsked' };
  const key = `adopt/${ref}/${revision}/${asked.total}`;
  const act: ActRequest = {
    key,
    by,
    roles: ['administrator'],
    receivedAt: now,
    act: { kind: 'intervene', intervention: { kind: 'adopt', revision, reason } },
  };
  try {
    await client.withDeadline(Date.now() + patienceMs, () =>
      client.workflow.getHandle(ref).executeUpdate<ActReceipt, [ActRequest]>(updates.act, { updateId: key, args: [act] }),
    );
    return { kind: 'sent' };
  } catch (error) {
    return { kind: 'failed', why: reasonOf(error) };
  }
}

const refusals: Readonly<Record<string, string>> = {
  caseClosed: 'le dossier s’est clos entre-temps',
  interventionNotAllowed: 'la procédure ne le permet pas à un administrateur à cette étape',
  revisionDiverges: 'le passé du dossier ne correspond plus à cette version',
  revisionUnknown: 'l’exécutant qui tourne ne connaît pas cette version : mettez-le à jour d’abord',
};

function reasonOf(error: unknown): string {
  const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
  if (cause instanceof ApplicationFailure) return refusals[cause.type ?? ''] ?? `refusé (${cause.type ?? cause.message})`;
  return `pas de réponse du moteur (${error instanceof Error ? error.message : String(error)})`;
}
