import type { Person } from './person.js';
import { filedCase } from './filed-case.js';
import { as } from './running-jalon.js';

const minute = 60_000;

/** Opens the first step of a new draft. */
async function newDraft(person: Person) {
  await person.visit('/appels', 'Appels à projets');
  await person.page
    .getByRole('link', { name: /Guichet Campus/ })
    .first()
    .click();
  await person.button('Commencer une demande').click();
  await person.heading('Votre projet');
}

/** A session that ends, two tabs, two colleagues. */
export function nothingLost() {
  test(
    'a session that ends while somebody types: they sign in again beside the page, and go on',
    () =>
      as('Dominique Test-Martin', async (dominique) => {
        const { page } = dominique;
        await newDraft(dominique);
        await page.context().clearCookies({ name: 'jalon' });
        await dominique.field('Intitulé du projet').fill('Observer le temps qu’il fait');
        await page.getByRole('heading', { name: 'Votre session a expiré' }).waitFor();
        await page.getByText(/Brouillon gardé sur cet appareil seulement/).waitFor();
        await dominique.inspect('session-expired');
        const besides = page.context().waitForEvent('page');
        await page.getByRole('link', { name: /Me reconnecter/ }).click();
        const beside = await besides;
        await beside.getByRole('heading', { name: 'Vous êtes de nouveau connecté' }).waitFor();
        await beside.close();
        await page.getByText(/Brouillon enregistré à/).waitFor();
        expect(await dominique.field('Intitulé du projet').inputValue()).toBe('Observer le temps qu’il fait');
      }),
    minute,
  );

  test(
    'a draft changed in two tabs: both versions are shown, and the person chooses',
    () =>
      as('Alix Fictif', async (alix) => {
        const { page } = alix;
        await newDraft(alix);
        const other = await page.context().newPage();
        await other.goto(page.url());
        await other.getByLabel('Intitulé du projet').fill('Titre de l’autre onglet');
        await other.getByText(/Brouillon enregistré à/).waitFor();
        await alix.field('Intitulé du projet').fill('Titre de cet onglet');
        await page.getByRole('heading', { name: 'Ce brouillon a aussi été modifié ailleurs' }).waitFor();
        await page.getByRole('cell', { name: 'Titre de l’autre onglet' }).waitFor();
        await alix.inspect('draft-conflict');
        await alix.button('Garder ma saisie').click();
        await page.getByText(/Brouillon enregistré à/).waitFor();
        await other.reload();
        await other.getByLabel('Intitulé du projet').waitFor();
        expect(await other.getByLabel('Intitulé du projet').inputValue()).toBe('Titre de cet onglet');
      }),
    minute,
  );

  test(
    'a task that a colleague answers first: the answer stays on the page, which says who answered',
    async () => {
      const title = 'Une tâche pour deux';
      const ref = await filedCase(title);
      const task = `/taches/${ref}.check-completeness-1`;
      await as('Charlie Démo', async (charlie) => {
        await charlie.visit(task, 'Vérifier la complétude et la recevabilité');
        await charlie.choose('Dossier irrecevable');
        await charlie.field('Motifs d’irrecevabilité').fill('Le règlement exclut ce type de projet, article 2.');
        await as('Sacha Modèle', async (sacha) => {
          await sacha.visit(task, 'Vérifier la complétude et la recevabilité');
          await sacha.choose('Dossier complet et recevable');
          await sacha.button('Envoyer ma réponse').click();
          await sacha.page.getByRole('heading', { name: 'Votre réponse est enregistrée' }).waitFor();
        });
        await charlie.button('Envoyer ma réponse').click();
        await charlie.page.getByRole('heading', { name: 'Cette tâche est déjà traitée' }).waitFor();
        expect(await charlie.field('Motifs d’irrecevabilité').inputValue()).toContain('article 2');
        await charlie.inspect('task-already-answered');
        await charlie.button('Voir qui a répondu').click();
        await charlie.page.getByText(/Réponse de Sacha Modèle/).waitFor();
      });
    },
    2 * minute,
  );
}
