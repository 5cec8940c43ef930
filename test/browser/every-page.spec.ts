import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openChromium } from './chromium.js';
import { Person } from './person.js';
import { fileApplication } from './shortcuts.js';
import { startStack, type Stack } from './stack.js';

const minute = 60_000;
const title = 'Accessibilité numérique pour les rédacteurs';

let stack: Stack;
let browser: Browser;
let ref = '';

beforeAll(async () => {
  stack = await startStack();
  browser = await openChromium();
  const camille = await Person.signIn(browser, stack.url, 'Camille Exemple');
  ref = await fileApplication(camille, title);
  await camille.page.context().close();
}, 5 * minute);

afterAll(async () => {
  await browser.close();
  await stack.stop();
}, minute);

const as = (name: string, act: (person: Person) => Promise<void>) => Person.does(browser, stack.url, name, act);

test(
  'no page has an accessibility fault that can be found by a machine, in light and in dark',
  () =>
    as('Ariel Pilote', async (ariel) => {
      const pages: readonly (readonly [path: string, title: string | RegExp, picture: string])[] = [
        ['/', 'Bonjour Ariel Pilote', 'manager-home'],
        ['/taches?vue=all', 'Tâches', 'all-tasks'],
        ['/dossiers', 'Dossiers', 'cases'],
        [`/dossiers/${ref}`, title, 'case'],
        [`/dossiers/${ref}/corriger`, 'Corriger une réponse', 'correction'],
        ['/courriels', 'Courriels envoyés', 'mails'],
        ['/incidents', 'Incidents', 'incidents'],
        ['/accessibilite', 'Accessibilité : non conforme', 'accessibility'],
        ['/mentions-legales', 'Mentions légales', 'legal'],
        ['/donnees-personnelles', 'Données personnelles', 'privacy'],
        ['/cookies', 'Gestion des cookies', 'cookies'],
        ['/nulle-part', 'Page non trouvée', 'not-found'],
        ['/dossiers/FTAP-1999-000001', 'Introuvable', 'unknown-case'],
      ];
      const titles = new Set<string>();
      for (const [path, heading, picture] of pages) {
        await ariel.visit(path, heading);
        await ariel.page.waitForLoadState('networkidle');
        await ariel.inspect(picture);
        titles.add(await ariel.page.title());
      }
      expect(titles.size).toBe(pages.length);
      await ariel.page.evaluate(() => localStorage.setItem('scheme', 'dark'));
      for (const path of ['/', `/dossiers/${ref}`]) {
        await ariel.visit(path, path === '/' ? 'Bonjour Ariel Pilote' : title);
        await ariel.page.waitForLoadState('networkidle');
        await ariel.inspect(path === '/' ? 'home-dark' : 'case-dark');
      }
    }),
  3 * minute,
);

test(
  'filters of the inbox are in the address, and each is taken away by its tag',
  () =>
    as('Sacha Modèle', async ({ page }) => {
      await page.goto('/taches?vue=groups');
      await page.getByLabel('Texte').fill('rédacteurs');
      await page.getByRole('button', { name: 'Rechercher' }).click();
      await page.getByText('1 tâche', { exact: true }).waitFor();
      expect(new URL(page.url()).searchParams.get('texte')).toBe('rédacteurs');
      await page.getByLabel('Étape').selectOption('Instruction');
      await page.getByText('0 tâche', { exact: true }).waitFor();
      await page.reload();
      await page.getByRole('button', { name: 'Retirer le filtre Instruction' }).click();
      await page.getByText('1 tâche', { exact: true }).waitFor();
    }),
  minute,
);

test(
  'a manager pauses a case with a reason, resumes it, and lets a week pass',
  () =>
    as('Ariel Pilote', async (ariel) => {
      const { page } = ariel;
      await ariel.visit(`/dossiers/${ref}`, title);
      await ariel.button('Suspendre le dossier').click();
      await page.getByRole('dialog', { name: 'Suspendre le dossier' }).waitFor();
      await ariel.button('Confirmer').click();
      await page.getByRole('heading', { name: '2 champs sont à corriger' }).waitFor();
      await ariel.inspect('pause-dialog');
      await ariel.choose('Nécessité de service');
      await ariel.field('Motif').fill('Le porteur change de direction générale.');
      await ariel.button('Confirmer').click();
      await page.getByRole('heading', { name: /Ce dossier est suspendu depuis/ }).waitFor();
      await ariel.inspect('case-paused');
      await ariel.button('Reprendre le dossier').click();
      await ariel.field('Motif').fill('La nouvelle direction est en place.');
      await ariel.button('Confirmer').click();
      await page.getByRole('heading', { name: /Ce dossier est suspendu depuis/ }).waitFor({ state: 'detached' });
      const before = await page.locator('.jalon-clock strong').textContent();
      await ariel.button('Avancer de 7 jours').click();
      await page
        .locator('.jalon-clock strong')
        .filter({ hasNotText: before ?? '' })
        .waitFor();
      await ariel.inspect('case-later');
      await page.locator('summary').first().click();
      const folder = join(__dirname, '../../docs/images');
      mkdirSync(folder, { recursive: true });
      if (process.env.UPDATE_IMAGES)
        await page.screenshot({ path: join(folder, 'dossier.png'), clip: { x: 0, y: 0, width: 1280, height: 1200 }, fullPage: true });
    }),
  2 * minute,
);
