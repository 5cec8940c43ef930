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
    async ({ title: projectTitle, bytes: content }) => {
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
        project: {
          title: projectTitle,
          summary: 'Un parcours en ligne et en présence, conçu avec trois ministères et réutilisable par tous les autres.',
          audience: 'Agents des administrations centrales et déconcentrées.',
          startsOn: new Date(Date.now() + 200 * 86_400_000).toISOString().slice(0, 10),
          durationMonths: 12,
        },
        body: {
          name: 'Agence nationale de la cohésion des territoires',
          siret: '99900002900010',
          kind: 'operator',
          contactEmail: 'formation@exemple.gouv.invalid',
        },
        budget: { lines: [{ label: 'Conception', amountCents: 24_000_000, eligible: true }], amountCents: 12_000_000 },
        effects: {
          promised: [
            {
              kind: 'agentsTrained',
              indicator: 'Agents formés',
              unit: 'agents',
              baseline: 0,
              target: 400,
              method: 'Décompte des attestations de fin de formation.',
              owner: 'Service de la formation',
              evidence: 'Extraction de la plateforme de formation',
            },
          ],
        },
        pieces: { budget: [await piece('plan-de-financement.pdf')], mandate: [await piece('delegation.pdf')], programme: [] },
        commitments: { reuse: true, sincere: true },
      };
      await send('PUT', `/drafts/${draft.id}`, { content: application, version: draft.version });
      return (await send('POST', `/drafts/${draft.id}/file`, {})).ref;
    },
    { title, bytes },
  );
}
