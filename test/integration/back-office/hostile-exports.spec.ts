import { DeclaredRights } from '../../../apps/back-office/permissions/declared-rights.js';
import { openCallId } from '../../../prisma/seed-calls.js';
import { personId } from '../../../prisma/seed-people.js';
import { grantJournal, measured } from '../../builders/grant-journals.js';
import { committed } from './committed.js';
import { runningOffice } from './running.js';

const office = runningOffice();
const formulas = ['=HYPERLINK("http://exemple.invalid")', '+1+1', '-1+1', '@SUM(A1)', '\t=1+1'];
const ref = 'FTAP-2026-900001';

beforeAll(async () => {
  const owner = personId('Camille Exemple');
  const titled = (title: string, n: number) =>
    grantJournal({ callId: openCallId, owner, ref: `FTAP-2026-90000${n + 1}`, title, happened: [measured('paid', 1_00)] });
  await committed(office, ...formulas.map(titled));
});

/** Cells of a table whose lines hold no line end. */
const cells = (table: string) =>
  table
    .replace('\ufeff', '')
    .split(/[;\r\n]+/)
    .map((cell) => cell.replace(/^"|"$/g, ''));
const isRun = (cell: string) => /^[\s]*[=+@]|^[\s]*-(?![\d,]+$)/.test(cell);

describe('a spreadsheet runs nothing that people wrote', () => {
  it('in the rows of a figure', async () => {
    const manager = await office.as('Ariel Pilote');
    const { status, body } = await manager.get<string>(`/calls/${openCallId}/figures/paid/rows.csv`);
    expect(status).toBe(200);
    for (const formula of formulas) expect(body.replaceAll('""', '"')).toContain(`'${formula}`);
    expect(cells(body).filter(isRun)).toEqual([]);
  });

  it('in the list of who read what', async () => {
    const manager = await office.as('Ariel Pilote');
    expect((await manager.get(`/cases/${ref}`)).status).toBe(200);
    await office.prisma.person.update({ where: { id: personId('Ariel Pilote') }, data: { name: formulas[0]! } });
    const { status, body } = await manager.get<string>(`/accesses/rows.csv?ref=${ref}`);
    await office.prisma.person.update({ where: { id: personId('Ariel Pilote') }, data: { name: 'Ariel Pilote' } });
    expect(status).toBe(200);
    expect(body.replaceAll('""', '"')).toContain(`'${formulas[0]}`);
    expect(cells(body).filter(isRun)).toEqual([]);
  });

  it('and every table that leaves is one of those which a test has looked at', () => {
    const tables = office.app
      .get(DeclaredRights)
      .routes()
      .map(({ path }) => path)
      .filter((path) => path.endsWith('.csv'));
    expect(tables.sort()).toEqual([
      '/api/accesses/rows.csv',
      '/api/board/cases.csv', // board-cases.spec.ts
      '/api/calls/:id/figures/:figure/rows.csv',
      '/api/open-data/subventions.csv', // open-data.spec.ts
    ]);
  });
});
