import type { ZodType } from 'zod';
import type { Call } from '#prisma/generated/client.js';
import { type Application, applicationForm as ftapForm } from '#workflows/ftap/application.js';
import type { FtapInput } from '#workflows/ftap/input.js';
import type { PersonId } from '#workflows/kit/people.js';
import { termsOf } from '../calls/call-terms.js';
import type { DraftContent } from './draft-view.js';

/** The form that the call wants filled in. */
export const applicationForm = (call: Call): ZodType<Application> => ftapForm(termsOf(call));

/** What another call may take over of an application: its files belong to this one, and each application is committed to anew. */
export const withoutPieces = ({ pieces: _pieces, commitments: _commitments, ...rest }: DraftContent): DraftContent => rest;

interface Filing {
  readonly owner: PersonId;
  readonly coApplicants: readonly PersonId[];
  readonly application: Application;
}

/** What the case begins with: the application as it was filed, whose it is, and the call's terms as they stand today. */
export const caseInput = (call: Call, { owner, coApplicants, application }: Filing): FtapInput => ({
  application,
  call: termsOf(call),
  callId: call.id,
  callVersion: call.version,
  owner,
  coApplicants,
});
