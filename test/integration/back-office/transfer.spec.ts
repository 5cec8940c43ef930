import { readPdf } from '../../reading/pdf.js';
import { filedCase, pdf } from './applications.js';
import type { Browser } from './back-office.js';
import { answer, type CaseBody } from './cast.js';
import { idsOf } from './committee.js';
import { jalonWithCast } from './running.js';

const { jalon, people } = jalonWithCast();
let ref: string;
const successor = { bodyName: 'Institut successeur', siret: '99900003700013' };
const [open, gone] = [200, 404];

/** The case of Camille's body, whose pieces are asked for, goes over to Dominique's. */
beforeAll(async () => {
  ref = await filedCase(people.applicant, { title: 'Un projet repris' });
  const [owner] = await idsOf(people.stranger);
  const asking = { kind: 'transfer', owner, ...successor, reason: 'Fusion des deux organismes' };
  expect((await people.manager.post(`/cases/${ref}/interventions`, asking)).status).toBe(open);
  expect((await people.applicant.get<CaseBody>(`/cases/${ref}`)).status).toBe(open);
  const second = await jalon.as('Sam Relais');
  expect((await answer(second, ref, 'decide-intervention-1', { verdict: 'approve' })).status).toBe(open);
});

describe('a case that has been transferred', () => {
  it('is the new owner’s to see, and no longer the former’s', async () => {
    for (const page of ['', '/timeline', '/documents'])
      expect([
        (await people.stranger.get(`/cases/${ref}${page}`)).status,
        (await people.applicant.get(`/cases/${ref}${page}`)).status,
      ]).toEqual([open, gone]);
    const { body } = await people.stranger.get<{ items: { ref: string; bodyName: string }[] }>('/cases');
    expect(body.items.find((one) => one.ref === ref)).toMatchObject({ bodyName: successor.bodyName });
  });

  it('asks the new owner, in a letter to the new body', async () => {
    await answer(people.reviewer, ref, 'check-completeness-1', { verdict: 'pieces', missing: ['budget'], daysGiven: 30 });
    const { text } = readPdf(await letter(people.stranger, 'request-for-pieces'));
    expect(text).toContain(`Dominique Test-Martin ${successor.bodyName}`);
    expect(text).not.toContain('Camille Exemple');
  });

  it('takes answers from the new owner alone', async () => {
    const piece = async (who: Browser) => (await who.upload({ caseRef: ref }, 'budget.pdf', pdf)).body.id;
    expect((await answer(people.applicant, ref, 'supply-pieces-1', { documents: [] })).status).toBe(gone);
    expect((await people.applicant.upload({ caseRef: ref }, 'budget.pdf', pdf)).status).toBe(gone);
    expect((await answer(people.stranger, ref, 'supply-pieces-1', { documents: [await piece(people.stranger)] })).status).toBe(open);
  });

  it('tells so in its history', async () => {
    const { body } = await people.stranger.get<{ type: string; title: string; detail: string }[]>(`/cases/${ref}/timeline`);
    expect(body.find(({ type }) => type === 'transferred')).toMatchObject({
      title: `Dossier transféré à ${successor.bodyName}`,
      detail: 'Fusion des deux organismes',
    });
  });

  /** Until the letter has been written: that is an effect, delivered after the commit. */
  async function letter(who: Browser, kind: string): Promise<Buffer> {
    for (;;) {
      const { body } = await who.get<{ id: string; kind: string }[]>(`/cases/${ref}/documents`);
      const found = body.find((document) => document.kind === kind);
      if (found) return (await who.download(`/documents/${found.id}/content`)).bytes;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
});
