import { openCallApplication } from '../builders/open-call-application.js';
import { onePagePdf } from './one-page-pdf.js';
import type { Person } from './person.js';
import { as } from './running-jalon.js';

/** A case that has just been filed by Camille Exemple, for journeys that begin later. Returns its reference. */
export async function filedCase(title: string): Promise<string> {
  let ref = '';
  await as('Camille Exemple', async (camille) => {
    ref = await fileApplication(camille, title);
  });
  return ref;
}

/** Through the API, with the session of the browser. */
async function fileApplication({ page }: Person, title: string): Promise<string> {
  const bytes = [...(await onePagePdf(title))];
  return page.evaluate(
    async ({ written, bytes: content }) => {
      const send = async (method: string, path: string, body: unknown) => {
        const form = body instanceof FormData;
        const response = await fetch(`/api${path}`, {
          method,
          headers: { 'X-Jalon': '1', 'Idempotency-Key': crypto.randomUUID(), ...(!form && { 'Content-Type': 'application/json' }) },
          body: form ? body : JSON.stringify(body),
        });
        if (!response.ok) throw new Error(await response.text());
        return (await response.json()) as { id: string; ref: string; version: number };
      };
      const calls = (await (await fetch('/api/calls')).json()) as { id: string; open: boolean }[];
      const draft = await send('POST', '/drafts', { callId: calls.find(({ open }) => open)?.id });
      const piece = async (name: string) => {
        const form = new FormData();
        form.append('draftId', draft.id);
        form.append('file', new File([new Uint8Array(content)], name, { type: 'application/pdf' }));
        return (await send('POST', '/documents', form)).id;
      };
      const application = {
        ...written,
        pieces: { budget: [await piece('plan-de-financement.pdf')], mandate: [await piece('delegation.pdf')], programme: [] },
      };
      await send('PUT', `/drafts/${draft.id}`, { content: application, version: draft.version });
      return (await send('POST', `/drafts/${draft.id}/file`, {})).ref;
    },
    { written: openCallApplication(title), bytes },
  );
}
