import type { Application } from '#workflows/ftap/application.js';
import { pdf, person } from './seed-play.js';

/** Files an application as its owner, with the pieces that its call requires; returns the reference of its case. */
export async function fileApplication(owner: string, callId: string, application: Omit<Application, 'pieces'>): Promise<string> {
  const applicant = await person(owner);
  const { id, version } = await applicant.send<{ id: string; version: number }>('POST', '/drafts', { callId });
  const piece = async (name: string) => [await applicant.upload({ draftId: id }, name, pdf)];
  const pieces = {
    budget: await piece('Plan de financement.pdf'),
    mandate: await piece('Délégation de signature.pdf'),
    programme: application.budget.amountCents > 100_000_00 ? await piece('Programme détaillé.pdf') : [],
  };
  await applicant.send('PUT', `/drafts/${id}`, { content: { ...application, pieces }, version });
  return (await applicant.send<{ ref: string }>('POST', `/drafts/${id}/file`, {})).ref;
}
