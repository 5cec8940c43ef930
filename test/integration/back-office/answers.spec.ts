import { randomUUID } from 'node:crypto';
import { filedCase, pdf, writtenDraft } from './applications.js';
import type { Browser } from './back-office.js';
import { answer, type CaseBody, type Problem, type Task } from './cast.js';
import { jalonWithCast } from './running.js';

const { jalon, people } = jalonWithCast();
const stageOf = async (ref: string) => (await people.manager.get<CaseBody>(`/cases/${ref}`)).body.stage;
const entries = (ref: string) => jalon.prisma.journal.count({ where: { caseRef: ref } });

describe('filing', () => {
  it('begins one case, whoever asks again with whatever key', async () => {
    const { id } = await writtenDraft(people.applicant);
    const key = randomUUID();
    const answers = await Promise.all(
      [key, key, randomUUID()].map((one) => people.applicant.post<{ ref: string }>(`/drafts/${id}/file`, {}, one)),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.ref)).size).toBe(1);
    expect(await jalon.prisma.caseFile.count({ where: { ref: answers[0]?.body.ref ?? '' } })).toBe(1);
    expect(await people.applicant.put(`/drafts/${id}`, { content: {}, version: 2 })).toMatchObject({
      body: { type: 'urn:jalon:problem:draftFiled' },
    });
  });
});

describe('one answer', () => {
  it('counts once: of two at the same time, one is accepted and the other told', async () => {
    const ref = await filedCase(people.applicant);
    const answers = await Promise.all(
      [people.reviewer, people.second].map((who) => answer(who, ref, 'check-completeness-1', { verdict: 'complete' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.type).toBe('urn:jalon:problem:taskNotOpen');
    expect(await jalon.prisma.journal.count({ where: { caseRef: ref, type: 'answered' } })).toBe(1);
  });

  it('sent twice with the same key is one answer with one receipt', async () => {
    const ref = await filedCase(people.applicant);
    const key = randomUUID();
    const first = await answer(people.reviewer, ref, 'check-completeness-1', { verdict: 'complete' }, key);
    const second = await answer(people.reviewer, ref, 'check-completeness-1', { verdict: 'complete' }, key);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body.seq).toBe(first.body.seq);
  });

  it('that is refused changes nothing and says what to correct', async () => {
    const ref = await filedCase(people.applicant);
    const before = await entries(ref);
    const invalid = await answer(people.reviewer, ref, 'check-completeness-1', { verdict: 'pieces', missing: [], daysGiven: 3 });
    expect([invalid.status, invalid.body.type]).toEqual([422, 'urn:jalon:problem:answerInvalid']);
    expect(Object.keys(invalid.body.fields ?? {})).toEqual(expect.arrayContaining(['missing', 'daysGiven']));
    expect((await answer(people.stranger, ref, 'check-completeness-1', { verdict: 'complete' })).status).toBe(404);
    expect((await answer(people.applicant, ref, 'check-completeness-1', { verdict: 'complete' })).status).toBe(404);
    expect((await answer(people.authority, ref, 'check-completeness-1', { verdict: 'complete' })).status).toBe(403);
    expect(await entries(ref)).toBe(before);
  });

  it('must name files of the case', async () => {
    const ref = await filedCase(people.applicant);
    const asked = await answer(people.reviewer, ref, 'check-completeness-1', { verdict: 'pieces', missing: ['mandate'], daysGiven: 30 });
    expect(asked).toMatchObject({ status: 200 });
    const foreign = await answer(people.applicant, ref, 'supply-pieces-1', { documents: [randomUUID()] });
    expect([foreign.status, foreign.body.type]).toEqual([422, 'urn:jalon:problem:piecesMissing']);
    const { body: piece } = await people.applicant.upload({ caseRef: ref }, 'programme.pdf', pdf);
    expect((await answer(people.applicant, ref, 'supply-pieces-1', { documents: [piece.id] })).status).toBe(200);
    expect(await stageOf(ref)).toBe('completeness');
  });
});

describe('a claim', () => {
  it('tells colleagues who takes a task, and moves it among one’s own', async () => {
    const ref = await filedCase(people.applicant);
    const id = `${ref}.check-completeness-1`;
    const mine = async (who: Browser) =>
      (await who.get<{ items: Task[] }>('/tasks?scope=mine&limit=100')).body.items.map((task) => task.id);
    expect(await mine(people.reviewer)).not.toContain(id);
    expect((await people.reviewer.post(`/tasks/${id}/claim`)).status).toBe(200);
    expect(await mine(people.reviewer)).toContain(id);
    expect(await people.second.post(`/tasks/${id}/claim`)).toMatchObject({ status: 409, body: { type: 'urn:jalon:problem:taskTaken' } });
    const second = await jalon.prisma.person.findFirstOrThrow({ where: { name: 'Charlie Démo' } });
    expect((await people.manager.post(`/tasks/${id}/assign`, { personId: second.id })).status).toBe(200);
    expect(await mine(people.second)).toContain(id);
    await people.second.post(`/tasks/${id}/release`);
    expect(await mine(people.second)).not.toContain(id);
  });
});

describe('a task given to somebody', () => {
  it('goes to who may answer it, and to nobody else', async () => {
    const ref = await filedCase(people.applicant);
    const [third, expert] = await Promise.all(
      ['Noa Échantillon', 'Maé Spécimen'].map((name) => jalon.prisma.person.findFirstOrThrow({ where: { name } })),
    );
    const give = (person: string | undefined) =>
      people.manager.post<Problem>(`/cases/${ref}/interventions`, {
        kind: 'reassign',
        id: 'check-completeness-1',
        to: { role: 'reviewer', person },
        reason: 'Absence de l’équipe',
      });
    expect(await give(expert?.id)).toMatchObject({ status: 422, body: { fields: { 'to.person': expect.any(String) as string } } });
    expect((await give(third?.id)).status).toBe(200);
    expect((await answer(people.reviewer, ref, 'check-completeness-1', { verdict: 'complete' })).status).not.toBe(200);
    expect((await answer(people.third, ref, 'check-completeness-1', { verdict: 'complete' })).status).toBe(200);
  });
});

describe('an engine that does not answer', () => {
  it('leaves the answer kept as a draft, and says so', async () => {
    const ref = await filedCase(people.applicant);
    await jalon.endWorker();
    const value = { verdict: 'complete' };
    const refused = await answer(people.reviewer, ref, 'check-completeness-1', value);
    expect([refused.status, refused.body.type]).toEqual([503, 'urn:jalon:problem:engineDown']);
    expect((await people.reviewer.get(`/tasks/${ref}.check-completeness-1`)).body).toMatchObject({ draft: value, mayAnswer: true });
  }, 20_000);
});
