import { z } from 'zod';
import type { Addressee, PersonId } from '../kit/people.js';
import { applicationForm, type Application } from './application.js';
import { callTerms, type CallTerms } from './call-terms.js';

/** What a case begins with: the application as it was filed, and the call's terms as they stood that day. */
export interface FtapInput {
  readonly application: Application;
  readonly call: CallTerms;
  readonly callId: string;
  /** Version of the call's terms that the application answers. */
  readonly callVersion: number;
  readonly owner: PersonId;
  /** Those who prepared the application with its owner: they may act for the applicant, and decide nothing on the case. */
  readonly coApplicants: readonly PersonId[];
}

const envelope = z.object({
  application: z.unknown(),
  call: callTerms,
  callId: z.string(),
  callVersion: z.number().int().positive().default(1),
  owner: z.string(),
  coApplicants: z.array(z.string()).default([]),
});

/** Checks the call's terms, then the application against them. */
export const ftapInput = envelope.transform((input, context): FtapInput => {
  const application = applicationForm(input.call).safeParse(input.application);
  if (application.success) return { ...input, application: application.data };
  for (const issue of application.error.issues)
    context.addIssue({ code: 'custom', message: issue.message, path: ['application', ...issue.path] });
  return z.NEVER;
}) as unknown as z.ZodType<FtapInput>;

/** The applicant's own people: none of them may review, certify or decide. */
export const applicants = ({ owner, coApplicants }: FtapInput): readonly PersonId[] => [owner, ...coApplicants];
export const applicant: Addressee = { role: 'applicant' };
export const reviewersOf = ({ reviewersGroup }: CallTerms): Addressee => ({ role: 'reviewer', group: reviewersGroup });
