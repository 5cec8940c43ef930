import { randomUUID } from 'node:crypto';
import { recipientsOf } from '../../../activities/notify/recipients.js';
import { pdf, writtenDraft } from './applications.js';
import type { Browser } from './back-office.js';
import { answer, type CaseBody, type Problem, type Task } from './cast.js';
import { runningJalon } from './running.js';

interface CoApplicant {
  personId: string;
  name: string;
  right: string;
}

const jalon = runningJalon();
let owner: Browser;
let stranger: Browser;
const co = {} as Record<'reader' | 'editor' | 'signatory', Browser>;
const addresses = {} as Record<keyof typeof co | 'owner', string>;
const ids = {} as Record<keyof typeof co | 'owner', string>;

beforeAll(async () => {
  [owner, stranger] = await Promise.all([jalon.as('Camille Exemple'), jalon.as('Alix Fictif')]);
  ({ email: addresses.owner, id: ids.owner } = await jalon.prisma.person.findFirstOrThrow({ where: { name: 'Camille Exemple' } }));
  for (const right of ['reader', 'editor', 'signatory'] as const) {
    const id = randomUUID();
    const email = `${right}@exemple.gouv.invalid`;
    await jalon.prisma.person.create({
      data: { id, name: `Essai ${right}`, email, synthetic: true, grants: { create: { id: randomUUID(), role: 'applicant' } } },
    });
    co[right] = await jalon.as(`Essai ${right}`);
    addresses[right] = email;
    ids[right] = id;
  }
});

const invite = (id: string, email: string, right: string, who = owner) =>
  who.post<CoApplicant[] & Problem>(`/drafts/${id}/co-applicants`, { email, right });

/** An application ready to be filed, shared with one person for each right. */
async function sharedDraft(title?: string) {
  const draft = await writtenDraft(owner, { title });
  for (const right of ['reader', 'editor', 'signatory'] as const) await invite(draft.id, addresses[right], right);
  return draft;
}

describe('a shared draft', () => {
  let id: string;
  let version: number;
  beforeAll(async () => ({ id, version } = await sharedDraft()));

  it('is in the list of each, who sees whose it is and what they may do', async () => {
    for (const right of ['reader', 'editor', 'signatory'] as const) {
      const { body } = await co[right].get<{ id: string }[]>('/drafts');
      expect(body.find((one) => one.id === id)).toMatchObject({ ownerName: 'Camille Exemple', right });
    }
    expect((await stranger.get<{ id: string }[]>('/drafts')).body.some((one) => one.id === id)).toBe(false);
    expect((await stranger.get(`/drafts/${id}`)).status).toBe(404);
  });

  it('says who shares it', async () => {
    const { body } = await co.reader.get<{ coApplicants: CoApplicant[] }>(`/drafts/${id}`);
    expect(body.coApplicants.map(({ name, right }) => [name, right])).toEqual([
      ['Essai reader', 'reader'],
      ['Essai editor', 'editor'],
      ['Essai signatory', 'signatory'],
    ]);
  });

  it('is read by a reader, with its files, and changed in nothing', async () => {
    const { body } = await co.reader.get<{ content: { pieces: { budget: string[] } } }>(`/drafts/${id}`);
    const [piece] = body.content.pieces.budget;
    expect((await co.reader.get(`/documents/${piece}/content`)).body).toBe(pdf);
    const refused = await Promise.all([
      co.reader.put<Problem>(`/drafts/${id}`, { content: {}, version }),
      co.reader.upload<Problem>({ draftId: id }, 'autre.pdf', pdf),
      co.reader.delete<Problem>(`/documents/${piece}`),
    ]);
    expect(refused.map(({ status, body: { type } }) => [status, type])).toEqual(
      Array.from({ length: 3 }, () => [403, 'urn:jalon:problem:draftReadOnly']),
    );
  });

  it('is written by an editor, who neither files nor deletes it', async () => {
    const { body: draft } = await co.editor.get<{ content: object; version: number }>(`/drafts/${id}`);
    const saved = await co.editor.put<{ version: number }>(`/drafts/${id}`, { content: draft.content, version: draft.version });
    expect(saved).toMatchObject({ status: 200, body: { version: draft.version + 1 } });
    expect((await owner.put<Problem>(`/drafts/${id}`, { content: {}, version: draft.version })).body.type).toBe(
      'urn:jalon:problem:draftChanged',
    );
    expect((await co.editor.upload({ draftId: id }, 'autre.pdf', pdf)).status).toBe(201);
    expect((await co.editor.post<Problem>(`/drafts/${id}/file`)).body.type).toBe('urn:jalon:problem:draftNotYoursToFile');
    expect((await co.signatory.delete<Problem>(`/drafts/${id}`)).body.type).toBe('urn:jalon:problem:draftOwnerOnly');
  });

  it('is shared by its owner alone, with people who have an account', async () => {
    expect((await invite(id, addresses.reader, 'signatory', co.editor)).body.type).toBe('urn:jalon:problem:draftOwnerOnly');
    expect(await invite(id, 'personne@exemple.gouv.invalid', 'reader')).toMatchObject({
      status: 422,
      body: { type: 'urn:jalon:problem:personUnknown', fields: { email: expect.any(String) as string } },
    });
    const reviewer = await jalon.prisma.person.findFirstOrThrow({ where: { name: 'Sacha Modèle' } });
    expect((await invite(id, reviewer.email, 'reader')).body.type).toBe('urn:jalon:problem:personUnknown');
    expect((await invite(id, addresses.owner, 'reader')).body.type).toBe('urn:jalon:problem:alreadyApplicant');
    expect((await invite(id, 'pas une adresse', 'reader')).body.fields).toHaveProperty('email');
  });

  it('is no longer shared with whom it is taken back from, or who leaves', async () => {
    const { id: other } = await sharedDraft();
    expect((await owner.put(`/drafts/${other}/co-applicants/${ids.editor}`, { right: 'reader' })).status).toBe(200);
    expect((await co.editor.put(`/drafts/${other}`, { content: {}, version: 2 })).status).toBe(403);
    expect((await owner.delete(`/drafts/${other}/co-applicants/${ids.editor}`)).status).toBe(204);
    expect((await co.editor.get(`/drafts/${other}`)).status).toBe(404);
    expect((await co.reader.delete(`/drafts/${other}/co-applicants/${ids.signatory}`)).status).toBe(403);
    expect((await co.reader.delete(`/drafts/${other}/co-applicants/${ids.reader}`)).status).toBe(204);
    expect((await co.reader.get(`/drafts/${other}`)).status).toBe(404);
  });
});

describe('the case that a shared draft becomes', () => {
  let ref: string;
  let draftId: string;
  let tasks: (who: Browser) => Promise<string[]>;
  beforeAll(async () => {
    ({ id: draftId } = await sharedDraft('Porté à plusieurs'));
    const filed = await co.signatory.post<{ ref: string }>(`/drafts/${draftId}/file`);
    ref = filed.body.ref;
    await answer(await jalon.as('Sacha Modèle'), ref, 'check-completeness-1', {
      verdict: 'pieces',
      missing: ['mandate'],
      daysGiven: 30,
      comment: 'La délégation a expiré.',
    });
    tasks = async (who) => (await who.get<{ items: Task[] }>('/tasks?limit=100')).body.items.map(({ id }) => id);
  });

  it('belongs to who began it, and knows who may not review it', async () => {
    const { entry } = await jalon.prisma.journal.findFirstOrThrow({ where: { caseRef: ref, seq: 1 } });
    const { input } = entry as unknown as { input: { owner: string; coApplicants: string[]; callVersion: number } };
    expect(input.owner).toBe(ids.owner);
    expect(input.callVersion).toBe(1);
    expect([...input.coApplicants].sort()).toEqual([ids.reader, ids.editor, ids.signatory].sort());
  });

  it.each<[keyof typeof co]>([['reader'], ['editor'], ['signatory']])('is seen by the %s as the applicant sees it', async (right) => {
    const [mine, theirs] = await Promise.all([owner.get<CaseBody>(`/cases/${ref}`), co[right].get<CaseBody>(`/cases/${ref}`)]);
    expect(theirs.status).toBe(200);
    expect(theirs.body.stage).toBe(mine.body.stage);
    const timeline = async (who: Browser) => (await who.get<object[]>(`/cases/${ref}/timeline`)).body;
    expect(await timeline(co[right])).toEqual(await timeline(owner));
    const documents = async (who: Browser) => (await who.get<object[]>(`/cases/${ref}/documents`)).body;
    expect(await documents(co[right])).toEqual(await documents(owner));
    const { body: cases } = await co[right].get<{ items: { ref: string }[]; total: number }>('/cases?limit=100');
    expect(cases.items.map((one) => one.ref)).toContain(ref);
    expect(cases.total).toBe(cases.items.length);
  });

  it('is shown to nobody else', async () => {
    expect((await stranger.get(`/cases/${ref}`)).status).toBe(404);
  });

  it('lets a reader read, and do nothing for the applicant', async () => {
    const id = `${ref}.supply-pieces-1`;
    expect(await tasks(co.reader)).not.toContain(id);
    expect((await co.reader.get<{ mayAnswer: boolean }>(`/tasks/${id}`)).body.mayAnswer).toBe(false);
    expect((await co.reader.post<Problem>(`/tasks/${id}/answer`, { answer: {} })).body.type).toBe('urn:jalon:problem:notAddressee');
    expect((await co.reader.post(`/cases/${ref}/messages`, { text: 'Bonjour' })).status).toBe(404);
    expect((await co.reader.upload({ caseRef: ref }, 'piece.pdf', pdf)).status).toBe(404);
    const { body } = await co.reader.get<CaseBody & { interventions: { kind: string }[] }>(`/cases/${ref}`);
    expect([body.interventions, body.waits.filter(({ mayAct }) => mayAct)]).toEqual([[], []]);
  });

  it('lets an editor answer for the applicant and write to the service, not withdraw the application', async () => {
    const id = `${ref}.supply-pieces-1`;
    expect(await tasks(co.editor)).toContain(id);
    const message = await co.editor.post<{ side: string }>(`/cases/${ref}/messages`, { text: 'La pièce suit.' });
    expect(message).toMatchObject({ status: 201, body: { side: 'applicant' } });
    expect((await co.editor.post(`/cases/${ref}/interventions`, { kind: 'withdraw', reason: 'Essai.' })).status).toBe(404);
    const { body: piece } = await co.editor.upload({ caseRef: ref }, 'delegation.pdf', pdf);
    const given = await answer(co.editor, ref, 'supply-pieces-1', { documents: [piece.id] });
    expect([given.status, given.body]).toEqual([200, { seq: expect.any(Number) as number }]);
    expect((await owner.get(`/documents/${piece.id}`)).status).toBe(200);
  });

  it('keeps its people as they were when it was filed', async () => {
    expect((await invite(draftId, addresses.reader, 'editor')).body.type).toBe('urn:jalon:problem:draftFiled');
  });

  it('writes to the owner and to those who act for them', async () => {
    const summary = { title: 'Porté à plusieurs', owner: ids.owner };
    const told = await recipientsOf(jalon.prisma, { ref, procedure: 'ftap', summary }, { role: 'applicant' });
    expect(told.map(({ email }) => email).sort()).toEqual([addresses.editor, addresses.owner, addresses.signatory].sort());
  });

  it('is withdrawn by a signatory', async () => {
    expect((await co.signatory.post(`/cases/${ref}/interventions`, { kind: 'withdraw', reason: 'Financé autrement.' })).status).toBe(200);
  });

  it('is closed to them once it belongs to somebody else', async () => {
    const other = await jalon.prisma.person.findFirstOrThrow({ where: { name: 'Alix Fictif' } });
    await jalon.prisma.caseFile.update({ where: { ref }, data: { ownerId: other.id } });
    expect((await co.editor.get(`/cases/${ref}`)).status).toBe(404);
    expect((await co.editor.get<{ items: { ref: string }[] }>('/cases?limit=100')).body.items.map((one) => one.ref)).not.toContain(ref);
    const summary = { title: 'Porté à plusieurs', owner: other.id };
    expect(await recipientsOf(jalon.prisma, { ref, procedure: 'ftap', summary }, { role: 'applicant' })).toHaveLength(1);
  });
});
