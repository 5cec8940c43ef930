import { filedCase } from './applications.js';
import { answer, type CaseBody, type Cast, type Task, type Wait } from './cast.js';
import { jalonWithCast } from './running.js';

const { jalon, people } = jalonWithCast();

describe('what is seen', () => {
  let ref: string;
  beforeAll(async () => {
    ref = await filedCase(people.applicant, { title: 'Vu par qui de droit' });
    await answer(people.reviewer, ref, 'check-completeness-1', { verdict: 'complete' });
    await filedCase(people.stranger, { title: 'Celui d’un autre' });
    await filedCase(people.applicant, { title: 'À peine déposé' });
  });

  it.each<keyof Cast>(['applicant', 'stranger', 'reviewer', 'expert', 'committee', 'authority', 'budget', 'manager', 'auditor'])(
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
