import { z } from 'zod';
import type { Addressee, PersonId } from '../kit/people.js';
import { applicationForm, type Application } from './application.js';
import { callTerms, type CallTerms } from './call-terms.js';

/** What a case begins with: the application as it was filed, and the call's terms as they stood that day. */
export interface FtapInput {
  readonly application: Application;
  readonly call: CallTerms;
  readonly callId: string;
  readonly owner: PersonId;
}

const envelope = z.object({ application: z.unknown(), call: callTerms, callId: z.string(), owner: z.string() });

/** Checks the call's terms, then the application against them. */
export const ftapInput = envelope.transform((input, context): FtapInput => {
  const application = applicationForm(input.call).safeParse(input.application);
  if (application.success) return { ...input, application: application.data };
  for (const issue of application.error.issues)
    context.addIssue({ code: 'custom', message: issue.message, path: ['application', ...issue.path] });
  return z.NEVER;
}) as unknown as z.ZodType<FtapInput>;

export const applicant: Addressee = { role: 'applicant' };
export const reviewersOf = ({ reviewersGroup }: CallTerms): Addressee => ({ role: 'reviewer', group: reviewersGroup });
