import { closedCallId } from '#prisma/seed-calls.js';
import { boardOf, casesOf, cohort, loadBoard } from './board-world.js';
import { runningOffice } from './running.js';

const office = runningOffice();
beforeAll(() => loadBoard(office));

describe('who looks at the board', () => {
  it.each(['Camille Exemple', 'Sacha Modèle', 'Gaël Témoin', 'Robin Gabarit', 'Claude Essai', 'Loïs Boussole', 'Nour Système'])(
    '%s reads neither the board nor its lists',
    async (name) => {
      const browser = await office.as(name);
      for (const path of ['/board', '/board/cases', '/board/cases.csv'])
        expect(`${path} ${(await browser.get(path)).status}`).toBe(`${path} 403`);
    },
  );

  it.each([
    ['Alma Promotion', ['reconversion-3m'], true, true],
    ['Maxence Parcours', ['directors-year'], false, true],
    ['Ariel Pilote', ['ftap'], false, true],
    ['Kim Cadran', ['ftap'], false, true],
    ['Tess Cap', ['directors-year', 'reconversion-3m'], true, true],
    ['Mahé Contrôle', ['ftap', 'directors-year', 'reconversion-3m'], true, false],
  ])('%s sees what lies in their perimeter: %s', async (name, ids, hasYearlyAim, watchesLoad) => {
    const board = await boardOf(await office.as(name));
    expect(board.procedures.map(({ id }) => id)).toEqual(ids);
    expect(board).toMatchObject({ hasYearlyAim, watchesLoad });
  });

  it('lists no case outside the perimeter', async () => {
    const ariel = await office.as('Ariel Pilote');
    expect((await casesOf(ariel, '')).items.map(({ ref }) => ref).sort()).toEqual(['FTAP-2026-000000', 'FTAP-2026-000001']);
    expect((await casesOf(ariel, `group=cohort:${cohort}`)).total).toBe(0);
    expect((await casesOf(ariel, `group=call:${closedCallId}`)).total).toBe(0);
  });
});
