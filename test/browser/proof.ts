import { spawnSync } from 'node:child_process';
import { frenchDate } from '../../workflows/calendar/french.js';
import { civilDateAt } from '../../workflows/calendar/paris-time.js';
import { filedCase } from './filed-case.js';
import { as } from './running-jalon.js';

const minute = 60_000;
const title = 'Données ouvertes pour les archives';

/** What proves a case: how it was on a day, its pack, its journal. */
export function proof() {
  let ref = '';
  beforeAll(async () => {
    ref = await filedCase(title);
  }, minute);

  test(
    'an auditor sees the case as it was, takes its pack away and reads its journal',
    () =>
      as('Mahé Contrôle', async (mahe) => {
        const { page } = mahe;
        const today = civilDateAt(Date.now());
        await mahe.visit(`/dossiers/${ref}`, title);
        await mahe.field('Voir le dossier au').fill(today);
        await mahe.button('Voir à cette date').click();
        await page.locator('.fr-notice', { hasText: `Dossier tel qu’il était le ${frenchDate(today)}` }).waitFor();
        expect(new URL(page.url()).searchParams.get('au')).toBe(today);
        await mahe.inspect('case-as-it-was');
        await page.getByRole('link', { name: 'Revenir au dossier d’aujourd’hui' }).click();
        await page.locator('.fr-notice', { hasText: 'Dossier tel qu’il était' }).waitFor({ state: 'detached' });
        await mahe.visit(`/dossiers/${ref}?au=2001-01-01`, 'Ce dossier n’existait pas encore ce jour-là');
        await mahe.inspect('case-before-it-was');

        await mahe.visit(`/dossiers/${ref}`, title);
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('link', { name: 'Exporter le dossier (preuve)' }).click(),
        ]);
        expect(download.suggestedFilename()).toBe(`${ref}-preuve.zip`);
        const verified = spawnSync('npm', ['run', '--silent', 'proof:verify', '--', await download.path()], { encoding: 'utf8' });
        expect([verified.status, verified.stderr]).toEqual([0, '']);

        await page.getByRole('link', { name: 'Lire le journal' }).click();
        await mahe.heading(`Journal du dossier ${ref}`);
        await page.getByText('Écriture 1', { exact: true }).click();
        await page.getByText('"procedure": "ftap"').waitFor();
        await mahe.field('Nature').selectOption('Dossier ouvert');
        await page.getByText('1 écriture', { exact: true }).waitFor();
        await mahe.inspect('journal');
      }),
    2 * minute,
  );
}
