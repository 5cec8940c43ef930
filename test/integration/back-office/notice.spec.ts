import { readPdf } from '../../reading/pdf.js';
import { answer, type Cast, type Problem, why } from './cast.js';
import { heard, stageOf, studiedCase } from './committee.js';
import { jalonWithCast } from './running.js';

interface Line {
  readonly type: string;
  readonly title: string;
  readonly detail?: string;
}

const { jalon, people } = jalonWithCast();
/** Decided, and not notified. */
let ref: string;
const secret = 'Un motif que personne ne lit avant la notification de la décision.';
beforeAll(async () => {
  ref = await studiedCase(people, { title: 'Une décision qui attend' });
  await heard(people, { [ref]: { result: 'favourable', amountCents: 100_000_00 } });
  await answer(people.authority, ref, 'decide-1', {
    decision: 'award',
    amountCents: 98_765_00,
    why: secret,
    conditions: 'Un comité de suivi.',
  });
}, 90_000);

const preview = (who: keyof Cast, given: object, item = 'release-notice-1') =>
  people[who].bytes('POST', `/tasks/${ref}.${item}/preview`, { answer: given });

describe('a decision that has not been notified', () => {
  it('is nowhere to be seen by the applicant and the experts', async () => {
    expect(await stageOf(people.manager, ref)).toBe('decision');
    for (const who of ['applicant', 'expert'] as const) {
      const pages = await Promise.all(
        ['', '/timeline', '/documents', '/messages'].map((page) => people[who].request<unknown>('GET', `/cases/${ref}${page}`)),
      );
      const read = pages.map(({ body }) => JSON.stringify(body)).join();
      expect(read).not.toContain(secret);
      expect(read).not.toContain('98765');
      expect((await people[who].get(`/tasks/${ref}.release-notice-1`)).status).toBe(404);
      expect((await people[who].get(`/tasks/${ref}.decide-1`)).status).toBe(404);
      expect((await preview(who, { verdict: 'notify' })).status).toBe(404);
    }
    const { body } = await people.applicant.get<{ kind: string }[]>(`/cases/${ref}/documents`);
    expect(body.map(({ kind }) => kind)).not.toContain('decision-award');
    expect(await jalon.prisma.mail.count({ where: { caseRef: ref, subject: { contains: 'retenu' } } })).toBe(0);
    expect(await jalon.prisma.measure.count({ where: { caseRef: ref, indicator: 'awarded' } })).toBe(0);
  });

  it('is read as the letter that would leave, with the corrected wording, marked as a draft', async () => {
    const corrected = 'Le besoin est établi, la méthode éprouvée et le coût raisonnable.';
    const { status, headers, bytes } = await preview('authority', { verdict: 'notify', why: corrected });
    expect([status, headers['content-type']]).toEqual([200, 'application/pdf']);
    const { text } = readPdf(bytes);
    for (const words of [
      'Décision d’attribution',
      '98 765 €',
      corrected,
      'Un comité de suivi.',
      'Gaël Témoin',
      'PROJET',
      'deux mois francs',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain(secret);
    expect(readPdf((await preview('authority', { verdict: 'notify' })).bytes).text).toContain(secret);
  });

  it('has no letter for an answer that sends none, nor for a task that never does', async () => {
    const problem = async (answering: Promise<{ bytes: Buffer }>) => (JSON.parse((await answering).bytes.toString()) as Problem).type;
    expect(await problem(preview('authority', { verdict: 'takeBack', reasons: 'Le montant est à revoir entièrement.' }))).toMatch(
      /noLetter$/,
    );
    expect(await problem(preview('authority', { verdict: 'notify', why: 'court' }))).toMatch(/answerInvalid$/);
    expect(await problem(preview('manager', { verdict: 'notify' }))).toMatch(/notAddressee$/);
    expect((await preview('authority', { decision: 'award' }, 'decide-1')).status).toBe(409);
  });

  it('is taken back without a word, decided again, and leaves as it was previewed', async () => {
    const outside = async () => ({
      history: (await people.applicant.get<Line[]>(`/cases/${ref}/timeline`)).body,
      waits: (await people.applicant.get<{ waits: object[]; stage: string }>(`/cases/${ref}`)).body.waits,
    });
    const before = await outside();
    expect(JSON.stringify(before)).not.toMatch(/Notifier|Décider/);
    await answer(people.authority, ref, 'release-notice-1', { verdict: 'takeBack', reasons: 'Le montant est à revoir entièrement.' });
    expect(await stageOf(people.manager, ref)).toBe('decision');
    await answer(people.authority, ref, 'decide-2', {
      decision: 'refuse',
      inLaw: `Règlement, article 3. ${why}`,
      inFact: `En fait. ${why}`,
    });
    // From outside nothing has happened.
    expect(await outside()).toEqual(before);
    expect((await people.applicant.get<{ detail?: string }>(`/cases/${ref}`)).body).not.toMatchObject({ stage: 'notice' });
    const seen = readPdf((await preview('authority', { verdict: 'notify' }, 'release-notice-2')).bytes).text;
    await answer(people.authority, ref, 'release-notice-2', { verdict: 'notify' });

    const letter = await produced('decision-refusal');
    expect(readPdf(letter).text).toBe(seen.replaceAll(' PROJET', '').replaceAll('PROJET ', ''));
    const { body: after } = await people.applicant.get<{ offers: { label: string }[] }>(`/cases/${ref}`);
    expect(after.offers.map(({ label }) => label)).toContain('Contester la décision');
  });

  /** Until the letter has been written: that is an effect, delivered after the commit. */
  async function produced(kind: string): Promise<Buffer> {
    for (;;) {
      const { body } = await people.applicant.get<{ id: string; kind: string }[]>(`/cases/${ref}/documents`);
      const found = body.find((document) => document.kind === kind);
      if (found) return (await people.applicant.download(`/documents/${found.id}/content`)).bytes;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
});

describe('an appeal', () => {
  it('is lodged by the applicant, reviewed by somebody else and answered', async () => {
    const lodged = await people.applicant.post(`/cases/${ref}/events/appeal-lodged-1`, {
      data: { grounds: `Le coût est établi. ${why}`, documents: [] },
    });
    expect(lodged.status).toBe(200);
    expect(await stageOf(people.applicant, ref)).toBe('appeal');
    const conclusions = { conclusions: 'La décision est fondée, en droit et en fait.' };
    expect((await answer(people.reviewer, ref, 'review-appeal-1', conclusions)).body.type).toMatch(/separationOfDuties$/);
    expect((await answer(people.third, ref, 'review-appeal-1', conclusions)).status).toBe(200);
    const confirmed = await answer(people.authority, ref, 'decide-appeal-1', {
      verdict: 'confirm',
      reasons: 'Le recours n’apporte rien de nouveau.',
    });
    expect(confirmed.status).toBe(200);
    const { body } = await people.applicant.get<{ status: string; outcomeLabel: string }>(`/cases/${ref}`);
    expect([body.status, body.outcomeLabel]).toEqual(['closed', 'Refusé']);
  });
});
