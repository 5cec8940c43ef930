import { as } from './running-jalon.js';
import type { Person } from './person.js';

const minute = 60_000;
const successor = /^Équipements numériques, appel de démonstration/;

/** Confirms in the window that the button opens; the page then shows the call where it has got to. */
async function confirm(person: Person, button: string, dialog: string, reason: string, status: string) {
  await person.button(button).click();
  const window = person.page.getByRole('dialog', { name: dialog });
  await window.waitFor();
  await window.getByLabel('Motif').fill(reason);
  await window.getByRole('button', { name: button }).click();
  await window.waitFor({ state: 'detached' });
  await person.page.locator('.fr-badge', { hasText: status }).first().waitFor();
}

/** In the browser, as a colleague would from theirs: amends the call whose form is open. */
async function amendMeanwhile(id: string): Promise<void> {
  const address = `/api/calls/${id}`;
  const read = (await (await fetch(address)).json()) as Record<string, unknown>;
  const { title, opensOn, closesOn, envelopeCents, terms, version } = read;
  await fetch(address, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'x-jalon': '1' },
    body: JSON.stringify({ title: `${String(title)} (bis)`, opensOn, closesOn, envelopeCents, terms, version, reason: 'Titre précisé.' }),
  });
}

/** What who manages calls does with them, from last year's call to the end of this one. */
export function manageCalls() {
  test(
    'a manager rehearses a call, publishes it, amends it with a reason, and reads what changed',
    () =>
      as('Ariel Pilote', async (ariel) => {
        const { page } = ariel;
        await ariel.visit('/appels?etat=draft', 'Appels à projets');
        await page.getByRole('link', { name: successor }).click();
        await ariel.heading(successor);
        await page.getByRole('link', { name: 'Répéter la procédure' }).click();
        await ariel.heading('Répétition de la procédure');
        await page.getByRole('heading', { name: 'Régime : Association ou entreprise, subvention d’investissement' }).waitFor();
        await page.getByRole('heading', { name: /Suivi des effets$/ }).waitFor();
        await ariel.inspect('call-rehearsal');
        await page.goBack();
        await confirm(ariel, 'Publier', 'Publier cet appel', 'Validé par le comité de pilotage.', 'À venir');
        await ariel.inspect('call-published');
        await page.getByRole('link', { name: 'Modifier' }).click();
        await ariel.heading('Modifier l’appel');
        await ariel.inspect('call-edit');
        await ariel.field('Taux maximal').fill('45');
        await ariel.button('Publier la modification').click();
        await page.getByRole('heading', { name: 'Un champ est à corriger' }).waitFor();
        await ariel.field('Motif de la modification').fill('Le taux suit la nouvelle doctrine du fonds.');
        await ariel.button('Publier la modification').click();
        await ariel.heading(successor);
        await page.getByRole('link', { name: /ce qui a changé/ }).click();
        await ariel.heading('Versions de l’appel');
        await page.getByRole('row', { name: /^Taux maximal/ }).waitFor();
        await ariel.inspect('call-versions');
      }),
    2 * minute,
  );

  test(
    'a manager copies last year’s call, publishes it, and brings it to its end',
    () =>
      as('Ariel Pilote', async (ariel) => {
        const { page } = ariel;
        await ariel.visit('/appels?etat=closed', 'Appels à projets');
        await page.getByRole('link', { name: `Guichet Campus du numérique public, appel ${new Date().getFullYear() - 1}` }).click();
        await ariel.button('Copier').click();
        const copy = page.getByRole('dialog', { name: 'Copier cet appel' });
        await copy.getByLabel('Intitulé du nouvel appel').fill('Guichet Campus, appel copié');
        await ariel.inspect('call-copy');
        await copy.getByRole('button', { name: 'Copier' }).click();
        await ariel.heading('Guichet Campus, appel copié');
        await confirm(ariel, 'Publier', 'Publier cet appel', 'Nouvelle année.', 'Ouvert');
        await confirm(ariel, 'Déclarer épuisé', 'Déclarer cet appel épuisé', 'L’enveloppe est attribuée.', 'Épuisé');
        await confirm(ariel, 'Rouvrir', 'Rouvrir cet appel', 'Un porteur a renoncé.', 'Ouvert');
        await confirm(ariel, 'Clôturer', 'Clôturer cet appel', 'La date est venue.', 'Clos');
        await confirm(ariel, 'Solder', 'Solder cet appel', 'Tous les dossiers sont clos.', 'Soldé');
        await ariel.inspect('call-settled');
      }),
    2 * minute,
  );

  test(
    'a manager who was overtaken sees both versions and chooses',
    () =>
      as('Ariel Pilote', async (ariel) => {
        const { page } = ariel;
        await ariel.visit('/appels?etat=published', 'Appels à projets');
        await page.getByRole('link', { name: successor }).click();
        await page.getByRole('link', { name: 'Modifier' }).click();
        await ariel.heading('Modifier l’appel');
        await ariel.field('Plancher de la subvention').fill('60000');
        await ariel.field('Motif de la modification').fill('Le plancher est relevé.');
        await page.evaluate(amendMeanwhile, new URL(page.url()).pathname.split('/')[2] ?? '');
        await ariel.button('Publier la modification').click();
        await page.getByRole('heading', { name: 'Cet appel a été modifié pendant que vous écriviez' }).waitFor();
        await page.getByRole('row', { name: /^Plancher de la subvention/ }).waitFor();
        await ariel.inspect('call-conflict');
        await ariel.button('Garder ma saisie').click();
        await ariel.button('Publier la modification').click();
        await ariel.heading(successor);
        await page.getByText(/Subvention de 60.000/).waitFor();
      }),
    minute,
  );

  test(
    'a manager creates a fund and a call in it',
    () =>
      as('Ariel Pilote', async (ariel) => {
        const { page } = ariel;
        await ariel.visit('/appels/nouveau', 'Préparer un appel');
        await ariel.button('Créer un fonds').click();
        const dialog = page.getByRole('dialog', { name: 'Créer un fonds' });
        await dialog.getByLabel('Nom du fonds').fill('Fonds d’essai');
        await dialog.getByLabel('Nom court').fill('essai');
        await dialog.getByRole('button', { name: 'Créer' }).click();
        await dialog.waitFor({ state: 'detached' });
        await page.getByLabel('Fonds', { exact: true }).selectOption('Fonds d’essai');
        await ariel.button('Ajouter : critère').click();
        await page.getByRole('group', { name: 'Critère 2' }).waitFor();
        // Another row is not an attempt to send.
        expect(await page.getByRole('heading', { name: /corriger$/ }).count()).toBe(0);
        await ariel.button('Enregistrer l’appel').click();
        await page.getByRole('heading', { name: /champs sont à corriger$/ }).waitFor();
        await ariel.inspect('call-new');
      }),
    minute,
  );
}
