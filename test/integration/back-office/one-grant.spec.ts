import { randomUUID } from 'node:crypto';
import { civilDateAt } from '../../../workflows/calendar/paris-time.js';
import { fold } from '../../../workflows/kit/fold.js';
import type { Entry } from '../../../workflows/kit/journal.js';
import { filedCase, pdf, writtenDraft } from './applications.js';
import type { Browser } from './back-office.js';
import { type RunningJalon, startJalon } from './case-worker.js';

interface Task {
  id: string;
  key: string;
  label: string;
  mayAnswer: boolean;
}
interface Problem {
  type: string;
  fields?: Record<string, string>;
}
interface Wait {
  id: string;
  kind: string;
  label: string;
  mayAct: boolean;
}
interface CaseBody {
  stage: string;
  status: string;
  waits: Wait[];
  myTasks: Task[];
}
interface TimelineItem {
  seq: number;
  type: string;
  title: string;
  detail?: string;
  sealed?: boolean;
}

let jalon: RunningJalon;
let people: Record<
  | 'applicant'
  | 'stranger'
  | 'reviewer'
  | 'second'
  | 'third'
  | 'expert'
  | 'committee'
  | 'authority'
  | 'budget'
  | 'manager'
  | 'auditor'
  | 'admin',
  Browser
>;

beforeAll(async () => {
  jalon = await startJalon();
  const named = {
    applicant: 'Camille Exemple',
    stranger: 'Dominique Test-Martin',
    reviewer: 'Sacha Modèle',
    second: 'Charlie Démo',
    third: 'Noa Échantillon',
    expert: 'Maé Spécimen',
    committee: 'Claude Essai',
    authority: 'Gaël Témoin',
    budget: 'Ange Imaginaire',
    manager: 'Ariel Pilote',
    auditor: 'Mahé Contrôle',
    admin: 'Nour Système',
  };
  const entries = await Promise.all(Object.entries(named).map(async ([key, name]) => [key, await jalon.as(name)] as const));
  people = Object.fromEntries(entries) as typeof people;
}, 60_000);
afterAll(() => jalon.stop());

const today = () => civilDateAt(Date.now());
const answer = (who: Browser, ref: string, item: string, value: object, key?: string) =>
  who.post<Problem & { seq: number }>(`/tasks/${ref}.${item}/answer`, { answer: value }, key);
const stageOf = async (ref: string) => (await people.manager.get<CaseBody>(`/cases/${ref}`)).body.stage;
const entries = (ref: string) => jalon.prisma.journal.count({ where: { caseRef: ref } });

const grid = (score: number) => ({
  noConflict: true,
  marks: Object.fromEntries(
    ['need', 'pedagogy', 'reuse', 'feasibility', 'budget'].map((key) => [key, { score, why: 'Le dossier le montre.' }]),
  ),
  opinion: 'favourable',
  summary: 'Projet utile à plusieurs ministères.',
});
const why = 'Le besoin est établi et la méthode éprouvée.';

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

describe('a grant', () => {
  it('goes from draft to first payment, each person seeing what is theirs', async () => {
    const ref = await filedCase(people.applicant, { title: 'De bout en bout' });
    expect((await people.stranger.get(`/cases/${ref}`)).status).toBe(404);
    expect((await people.expert.get(`/cases/${ref}`)).status).toBe(404);
    expect((await people.admin.get(`/cases/${ref}`)).status).toBe(403);
    await answer(people.reviewer, ref, 'check-completeness-1', { verdict: 'complete' });
    expect((await people.expert.get(`/cases/${ref}`)).status).toBe(200);

    await answer(people.reviewer, ref, 'score-application-1', grid(15));
    const again = await answer(people.reviewer, ref, 'score-application-2', grid(15));
    expect([again.status, again.body.type]).toEqual([403, 'urn:jalon:problem:separationOfDuties']);
    await sealedFrom(ref, people.second, true);
    await sealedFrom(ref, people.manager, false);
    await sealedFrom(ref, people.reviewer, false);
    await answer(people.second, ref, 'score-application-2', grid(14));
    await sealedFrom(ref, people.second, false);

    await answer(people.expert, ref, 'expert-opinion-1', { opinion: 'favourable', reasons: why });
    const lou = await jalon.as('Lou Prototype');
    await answer(lou, ref, 'expert-opinion-2', { opinion: 'reserved', reasons: why });
    await answer(people.committee, ref, 'committee-result-1', { result: 'favourable', metOn: today(), amountCents: 100_000_00 });
    expect(await stageOf(ref)).toBe('decision');
    await answer(people.authority, ref, 'decide-1', { decision: 'award', amountCents: 100_000_00, why });

    expect(await stageOf(ref)).toBe('convention');
    await sign(ref, people.applicant);
    await sign(ref, people.authority);
    await answer(people.budget, ref, 'record-commitment-1', { ejNumber: '2100000042', committedOn: today() });
    const { body: proof } = await people.applicant.upload({ caseRef: ref }, 'rib.pdf', pdf);
    await answer(people.applicant, ref, 'request-instalment-1', { statement: 'Le projet démarre comme prévu.', documents: [proof.id] });
    await answer(people.reviewer, ref, 'certify-service-1', { verdict: 'certify' });
    await answer(people.authority, ref, 'order-payment-1', { ordered: true });
    const paid = await happen(ref, people.budget, { paidOn: today(), amountCents: 30_000_00, chorusNumber: '1900000007' });
    expect(paid.status).toBe(200);

    const { body: end } = await people.applicant.get<CaseBody & { outcome: string; outcomeLabel: string }>(`/cases/${ref}`);
    expect(end).toMatchObject({ status: 'closed', outcome: 'firstInstalmentPaid', outcomeLabel: 'Avance versée', waits: [] });
    expect(await answer(people.reviewer, ref, 'check-completeness-1', { verdict: 'complete' })).toMatchObject({ status: 409 });

    const stored = await jalon.prisma.journal.findMany({ where: { caseRef: ref }, orderBy: { seq: 'asc' } });
    const { view } = await jalon.prisma.caseFile.findUniqueOrThrow({ where: { ref } });
    expect(stored.map(({ seq }) => seq)).toEqual(stored.map((_, index) => index + 1));
    expect(
      fold(
        undefined,
        stored.map(({ entry }) => entry as unknown as Entry),
      ),
    ).toEqual(view);
  }, 60_000);

  const happen = async (ref: string, who: Browser, data: object) => {
    const { body } = await who.get<CaseBody>(`/cases/${ref}`);
    const event = body.waits.find(({ kind, mayAct }) => kind === 'event' && mayAct);
    return who.post<Problem>(`/cases/${ref}/events/${event?.id}`, { data });
  };
  const sign = async (ref: string, who: Browser) =>
    expect((await happen(ref, who, { signedOn: today(), signedBy: 'Une signataire', documents: [] })).status).toBe(200);

  async function sealedFrom(ref: string, who: Browser, sealed: boolean) {
    const { body } = await who.get<TimelineItem[]>(`/cases/${ref}/timeline`);
    const scored = body.find(({ type, title }) => type === 'answered' && title.includes('Noter'));
    expect({ sealed: scored?.sealed === true, readable: scored?.detail !== undefined }).toEqual({ sealed, readable: !sealed });
  }
});

describe('what is seen', () => {
  let ref: string;
  beforeAll(async () => {
    ref = await filedCase(people.applicant, { title: 'Vu par qui de droit' });
    await answer(people.reviewer, ref, 'check-completeness-1', { verdict: 'complete' });
  });

  it.each<keyof typeof people>(['applicant', 'stranger', 'reviewer', 'expert', 'committee', 'authority', 'budget', 'manager', 'auditor'])(
    'in a list by the %s is what the object’s route gives',
    async (who) => {
      const browser = people[who];
      const { body: cases } = await browser.get<{ items: { ref: string }[]; total: number }>('/cases?limit=100');
      const listed = new Set(cases.items.map((one) => one.ref));
      expect(cases.total).toBe(listed.size);
      for (const one of await jalon.prisma.caseFile.findMany()) {
        const { status } = await browser.get(`/cases/${one.ref}`);
        expect(`${one.ref} ${status}`).toBe(`${one.ref} ${listed.has(one.ref) ? 200 : 404}`);
      }
      const { body: tasks } = await browser.get<{ items: Task[] }>('/tasks?scope=all&limit=100');
      const seen = new Set(tasks.items.map(({ id }) => id));
      for (const { id } of await jalon.prisma.task.findMany({ where: { status: 'open' } })) {
        const { status } = await browser.get(`/tasks/${id}`);
        expect(`${id} ${status}`).toBe(`${id} ${seen.has(id) ? 200 : 404}`);
      }
    },
  );

  it('of the journal by an administrator is that it is there, not what it says', async () => {
    const { body } = await people.admin.get<{ type: string; entry: Record<string, unknown>; hash: string }[]>(`/cases/${ref}/journal`);
    expect(body.length).toBeGreaterThan(3);
    expect(body.every(({ entry, hash }) => Object.keys(entry).sort().join() === 'seq,type' && hash.length === 64)).toBe(true);
    const auditor = await people.auditor.get<{ entry: Record<string, unknown> }[]>(`/cases/${ref}/journal`);
    expect(auditor.body[0]?.entry).toHaveProperty('input');
    expect((await people.applicant.get(`/cases/${ref}/journal`)).status).toBe(403);
  });

  it('of a note is its author’s alone, and of a message everybody’s on the case', async () => {
    await people.reviewer.post(`/cases/${ref}/notes`, { text: 'À revoir avec le collègue.' });
    expect((await people.reviewer.get<object[]>(`/cases/${ref}/notes`)).body).toHaveLength(1);
    expect((await people.second.get<object[]>(`/cases/${ref}/notes`)).body).toEqual([]);
    await people.applicant.post(`/cases/${ref}/messages`, { text: 'Quand siège le comité ?' });
    expect((await people.reviewer.get<{ side: string }[]>(`/cases/${ref}/messages`)).body).toMatchObject([{ side: 'applicant' }]);
  });

  it('of why it waits is the same in the list and on the page', async () => {
    const { body: list } = await people.manager.get<{ items: { ref: string; waits: Wait[] }[] }>('/cases?limit=100');
    const { body: page } = await people.manager.get<CaseBody & { clocks: Wait[] }>(`/cases/${ref}`);
    const byId = (a: Wait, b: Wait) => a.id.localeCompare(b.id);
    expect([...page.waits, ...page.clocks].sort(byId)).toEqual(list.items.find((one) => one.ref === ref)?.waits.toSorted(byId));
    expect(page.waits.length).toBeGreaterThan(2);
  });
});

describe('an intervention', () => {
  it('pauses a case, refuses answers meanwhile, and resumes it', async () => {
    const ref = await filedCase(people.applicant);
    const asked = await people.applicant.post(`/cases/${ref}/interventions`, {
      kind: 'pause',
      cause: 'Service',
      reason: 'Réorganisation interne',
    });
    expect(asked.status).toBe(200);
    expect((await people.manager.get<CaseBody>(`/cases/${ref}`)).body.status).toBe('open');
    const done = await people.manager.post(`/cases/${ref}/interventions`, {
      kind: 'pause',
      cause: 'Service',
      reason: 'Réorganisation interne',
    });
    expect(done.status).toBe(200);
    expect(await answer(people.reviewer, ref, 'check-completeness-1', { verdict: 'complete' })).toMatchObject({
      status: 409,
      body: { type: 'urn:jalon:problem:casePaused' },
    });
    await people.manager.post(`/cases/${ref}/interventions`, { kind: 'resume', reason: 'Fin de la réorganisation' });
    expect((await answer(people.reviewer, ref, 'check-completeness-1', { verdict: 'complete' })).status).toBe(200);
  });

  it('that the policy does not give is refused', async () => {
    const ref = await filedCase(people.applicant);
    await answer(people.reviewer, ref, 'check-completeness-1', { verdict: 'complete' });
    const refused = await people.expert.post<Problem>(`/cases/${ref}/interventions`, {
      kind: 'pause',
      cause: 'Service',
      reason: 'Sans droit',
    });
    expect([refused.status, refused.body.type]).toEqual([403, 'urn:jalon:problem:interventionNotAllowed']);
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

describe('fast-forward', () => {
  it('lets time pass in one case alone, and dates what is done afterwards by its clock', async () => {
    const [ref, other] = [await filedCase(people.applicant), await filedCase(people.applicant)];
    const before = (await people.manager.get<{ today: string }>(`/cases/${ref}`)).body.today;
    const { status, body } = await people.manager.post<{ today: string }>(`/cases/${ref}/fast-forward`, { days: 30 });
    expect(status).toBe(200);
    expect(body.today > before).toBe(true);
    expect((await people.manager.get<{ today: string }>(`/cases/${other}`)).body.today).toBe(before);
    const { body: tasks } = await people.manager.get<{ items: { ref: string; overdue: boolean }[] }>('/tasks?scope=all&limit=100');
    expect(tasks.items.find((task) => task.ref === ref)?.overdue).toBe(true);
    expect(tasks.items.find((task) => task.ref === other)?.overdue).toBe(false);
    const { body: receipt } = await answer(people.reviewer, ref, 'check-completeness-1', { verdict: 'complete' });
    const entry = await jalon.prisma.journal.findUniqueOrThrow({ where: { caseRef_seq: { caseRef: ref, seq: receipt.seq } } });
    expect(civilDateAt(entry.at.getTime()) >= body.today).toBe(true);
    const next = await people.manager.post<{ today: string }>(`/cases/${ref}/fast-forward`, { to: 'next' });
    expect(next.body.today > body.today).toBe(true);
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
