import { filedCase } from './filed-case.js';
import { as } from './running-jalon.js';

const minute = 60_000;
const title = 'Cartes lisibles pour tous';
const reason = 'Le porteur signale une pièce illisible, à vérifier.';

/** An administrator reads one case by exception, and who answers for the program sees it; everybody sees who read what. */
export function exceptionalAccess() {
  let ref = '';
  beforeAll(async () => {
    ref = await filedCase(title);
  }, minute);

  test(
    'an administrator, who sees no case, has one opened by its reference and with a reason',
    () =>
      as('Nour Système', async (nour) => {
        const { page } = nour;
        await nour.inspect('administrator-home');
        await nour.visit(`/dossiers/${ref}`, 'Vous n’avez pas ce droit');
        await nour.visit('/acces-exceptionnels', 'Accès exceptionnels');
        await nour.field('Référence exacte du dossier').fill(ref);
        await nour.field('Motif').fill(reason);
        await nour.inspect('break-glass');
        await nour.button('Ouvrir ce dossier en lecture').click();
        await nour.heading(title);
        await page.locator('.fr-notice', { hasText: 'Accès exceptionnel, en lecture seule.' }).waitFor();
        await page.getByRole('heading', { name: 'Historique' }).waitFor();
        await page.waitForLoadState('networkidle');
        expect(await page.locator('.fr-alert--error').count()).toBe(0);
        await nour.inspect('case-under-glass');
      }),
    2 * minute,
  );

  test(
    'who answers for the program is told on their home page until they acknowledge it, and sees each read',
    () =>
      as('Ariel Pilote', async (ariel) => {
        const { page } = ariel;
        const card = page.getByRole('listitem').filter({ hasText: reason });
        await card.waitFor();
        await ariel.inspect('glass-alert');
        await card.getByRole('button', { name: 'Prendre acte' }).click();
        await ariel.field('Remarque').fill('Vu avec le support.');
        await ariel.inspect('acknowledge');
        await page.getByRole('dialog').getByRole('button', { name: 'Prendre acte' }).click();
        await card.waitFor({ state: 'detached' });
        await ariel.visit(`/dossiers/${ref}/consultations`, `Consultations du dossier ${ref}`);
        await page
          .getByRole('cell', { name: /Page du dossier\s+Exceptionnel/i })
          .first()
          .waitFor();
        await ariel.inspect('case-accesses');
        await ariel.visit('/acces', 'Journal des accès');
        await ariel.field('Référence du dossier').fill(ref);
        await ariel.button('Rechercher').click();
        await page.waitForURL(new RegExp(`dossier=${ref}`));
        await page.getByRole('link', { name: 'Nour Système' }).first().waitFor();
        await ariel.inspect('accesses');
      }),
    2 * minute,
  );

  test(
    'the owner of the case sees in which roles it was read, and no name',
    () =>
      as('Camille Exemple', async (camille) => {
        const { page } = camille;
        await camille.visit(`/dossiers/${ref}`, title);
        await page.getByRole('link', { name: 'Consultations' }).click();
        await camille.heading(`Consultations du dossier ${ref}`);
        await page.getByRole('cell', { name: 'Administrateur (accès exceptionnel)' }).first().waitFor();
        expect(await page.getByText('Nour Système').count()).toBe(0);
        await camille.inspect('readers');
      }),
    minute,
  );
}
