import type { Browser } from './back-office.js';
import { openCallId } from '../../../prisma/seed-calls.js';
import { addDays } from '../../../workflows/calendar/civil-date.js';
import { civilDateAt } from '../../../workflows/calendar/paris-time.js';

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
    project: {
      title,
      summary: 'Un parcours de formation aux données pour les agents des services territoriaux.',
      audience: 'Agents.',
      startsOn: addDays(civilDateAt(Date.now()), 200),
      durationMonths: 12,
    },
    body: {
      name: 'Agence nationale de la cohésion des territoires',
      siret: '99900002900010',
      kind: 'operator',
      contactEmail: 'camille.exemple@exemple.gouv.invalid',
    },
    budget: {
      lines: [{ label: 'Conception', amountCents: requestedCents * 2, eligible: true }],
      amountCents: requestedCents,
    },
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
    pieces: { budget: [await piece('budget')], mandate: [await piece('delegation')], programme: [] },
    commitments: { reuse: true, sincere: true },
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
