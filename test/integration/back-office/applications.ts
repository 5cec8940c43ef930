import type { Browser } from './back-office.js';
import { openCallId } from '../../../prisma/seed-calls.js';
import { openCallApplication } from '../../builders/open-call-application.js';

export const pdf = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n';

interface Draft {
  readonly id: string;
  readonly version: number;
}

/** An application that can be filed, with its pieces sent. */
export async function writtenDraft(
  browser: Browser,
  { title = 'Former les agents aux données', requestedCents = 120_000_00 } = {},
): Promise<Draft> {
  const { body: draft } = await browser.post<Draft>('/drafts', { callId: openCallId });
  const piece = async (name: string) => (await browser.upload({ draftId: draft.id }, `${name}.pdf`, pdf)).body.id;
  const content = {
    ...openCallApplication(title, requestedCents),
    pieces: { budget: [await piece('budget')], mandate: [await piece('delegation')], programme: [] },
  };
  const { body } = await browser.put<{ version: number }>(`/drafts/${draft.id}`, { content, version: draft.version });
  return { id: draft.id, version: body.version };
}

/** A case that has just been filed; returns its reference. */
export async function filedCase(browser: Browser, options?: Parameters<typeof writtenDraft>[1]): Promise<string> {
  const draft = await writtenDraft(browser, options);
  const { status, body } = await browser.post<{ ref: string }>(`/drafts/${draft.id}/file`);
  if (status !== 201) throw new Error(`Filing failed: ${JSON.stringify(body)}`);
  return body.ref;
}
