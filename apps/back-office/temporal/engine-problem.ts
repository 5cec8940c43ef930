import { WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure, WorkflowNotFoundError } from '@temporalio/common';
import { isProblemCode } from '../problems/catalogue.js';
import { Problem } from '../problems/problem.js';

/** A failure of the engine's client as a problem: the case's own refusal, a case that is over, or an engine that does not answer. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof WorkflowNotFoundError) return new Problem('caseClosed', { cause: error });
  if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure) {
    const { type, details } = error.cause;
    if (isProblemCode(type)) return new Problem(type, { fields: fieldsOf(details?.[0]), cause: error });
  }
  return new Problem('engineDown', { cause: error });
}

const fieldsOf = (detail: unknown): Record<string, string> | undefined =>
  typeof detail === 'object' && detail !== null ? (detail as Record<string, string>) : undefined;
