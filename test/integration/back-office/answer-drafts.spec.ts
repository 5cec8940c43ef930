import { filedCase } from './applications.js';
import type { Problem } from './cast.js';
import { runningJalon } from './running.js';

const jalon = runningJalon();

it('an answer being written is not overwritten by an older copy of it', async () => {
  const ref = await filedCase(await jalon.as('Camille Exemple'));
  const [desk, phone] = [await jalon.as('Sacha Modèle'), await jalon.as('Sacha Modèle')];
  const task = `/tasks/${ref}.check-completeness-1`;
  const save = (who: typeof desk, comment: string, version: number) =>
    who.put<Problem & { version: number }>(`${task}/draft`, { content: { comment }, version });

  expect((await desk.get<{ draftVersion: number }>(task)).body.draftVersion).toBe(0);
  expect(await save(desk, 'premier', 0)).toMatchObject({ status: 200, body: { version: 1 } });
  expect(await save(desk, 'deuxième', 1)).toMatchObject({ status: 200, body: { version: 2 } });
  for (const stale of [0, 1])
    expect(await save(phone, 'ancien', stale)).toMatchObject({
      status: 409,
      body: { type: 'urn:jalon:problem:answerDraftChanged', version: 2 },
    });
  const { body } = await phone.get<{ draft: object; draftVersion: number }>(task);
  expect([body.draft, body.draftVersion]).toEqual([{ comment: 'deuxième' }, 2]);
  expect((await save(phone, 'troisième', 2)).body.version).toBe(3);
});
