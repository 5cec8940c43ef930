import type { Browser } from './back-office.js';
import { casesOf, cohort, loadBoard } from './board-world.js';
import { runningOffice } from './running.js';

const office = runningOffice();
let alma: Browser;
beforeAll(async () => {
  await loadBoard(office);
  alma = await office.as('Alma Promotion');
});

describe('the list of the board’s cases', () => {
  it.each(['nextDay', 'endsOn', 'opened', 'person'])('goes through all cases once, sorted by %s', async (sort) => {
    for (const order of ['asc', 'desc']) {
      const refs: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await casesOf(alma, `sort=${sort}&order=${order}&limit=4${cursor === undefined ? '' : `&cursor=${cursor}`}`);
        refs.push(...page.items.map(({ ref }) => ref));
        cursor = page.nextCursor;
      } while (cursor !== undefined);
      expect(refs.sort()).toEqual(Array.from({ length: 9 }, (_, n) => `${cohort}-${n + 1}`));
    }
  });

  it('finds people by their names, accents and case aside', async () => {
    expect((await casesOf(alma, 'q=eprouvette%20zoe')).total).toBe(9);
    expect((await casesOf(alma, 'q=personne')).total).toBe(0);
  });

  it('refuses a group that is none', async () => {
    expect((await alma.get('/board/cases?group=cohort:%27')).status).toBe(422);
    expect((await alma.get('/board/cases?standing=happy')).status).toBe(422);
  });

  it('becomes a table that a spreadsheet opens and does not run', async () => {
    const { status, body, headers } = await alma.get<string>('/board/cases.csv?standing=ended');
    expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    const [head, row, ...rest] = body.split('\r\n');
    expect(head).toMatch(/^\ufeffRéférence;Personne;/);
    expect(row).toMatch(new RegExp(`^${cohort}-9;'=Zoé Éprouvette;;Chef de projet;Promotion du printemps;Reconversion en trois mois;`));
    expect(rest).toEqual(['']);
  });
});
