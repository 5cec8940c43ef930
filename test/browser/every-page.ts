import { openCallId } from '../../prisma/seed-calls.js';
import { filedCase } from './filed-case.js';
import { as } from './running-jalon.js';

const minute = 60_000;
const title = 'Accessibilité numérique pour les rédacteurs';

let ref = '';

/** Pages that the main journey does not go through, in light and in dark; filters; interventions. */
export function everyPage() {
  beforeAll(async () => {
    ref = await filedCase(title);
  }, minute);

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
          ['/pilotage', 'Pilotage', 'board'],
          ['/pilotage/dossiers?situation=en-cours', 'Dossiers suivis', 'board-cases'],
          ['/chiffres', 'Chiffres', 'figures'],
          [`/chiffres/${openCallId}`, /Guichet Campus/, 'call-figures'],
          [`/chiffres/${openCallId}/requested`, 'Demandé', 'figure-rows'],
          ['/donnees-ouvertes', 'Données ouvertes', 'open-data'],
          ['/courriels', 'Courriels envoyés', 'mails'],
          ['/incidents', 'Incidents', 'incidents'],
          ['/comptes-de-service', 'Comptes de service', 'service-accounts'],
          ['/accessibilite', 'Accessibilité : non conforme', 'accessibility'],
          ['/mentions-legales', 'Mentions légales', 'legal'],
          ['/donnees-personnelles', 'Données personnelles', 'privacy'],
          ['/mes-donnees', 'Mes données', 'own-data'],
          ['/conservation', 'Conservation des dossiers', 'retention'],
          ['/demandes-donnees', 'Demandes sur les données personnelles', 'data-requests'],
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
        await page.getByLabel('Texte').fill(ref);
        await page.getByRole('button', { name: 'Rechercher' }).click();
        await page.getByText('1 tâche', { exact: true }).waitFor();
        expect(new URL(page.url()).searchParams.get('texte')).toBe(ref);
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
      }),
    2 * minute,
  );
}
