import type { Page } from 'playwright-core';
import { filedCase } from './filed-case.js';
import { newContext } from './running-jalon.js';

const minute = 60_000;
const title = 'Cybersécurité pour les chefs de projet';

/** Presses Tab until the focus is on what is wanted, by its accessible name; the way there must not be endless. */
export async function tabTo(page: Page, wanted: string, most = 80) {
  const seen: string[] = [];
  for (let turn = 0; turn < most; turn++) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    // Past the last element the focus leaves the page for the browser's own buttons. The first line is the element's own name.
    const said = (await focused.count()) === 0 ? '' : ((await focused.ariaSnapshot()).split('\n', 1)[0] ?? '');
    seen.push(said);
    if (said.includes(wanted)) return;
  }
  throw new Error(`${wanted} cannot be reached by Tab. Met: ${seen.join(' | ')}`);
}

/** Everything by Tab, Enter and Space. */
export function keyboard() {
  test(
    'without a mouse: the skip link, sign-in, and a task answered',
    async () => {
      const ref = await filedCase(title);

      const context = await newContext();
      const page = await context.newPage();
      await page.goto('/connexion');
      await page.getByRole('link', { name: 'S’identifier avec ProConnect' }).waitFor();
      await tabTo(page, 'Contenu', 2);
      await page.keyboard.press('Enter');
      await tabTo(page, 'S’identifier avec', 5);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Choisir un compte' }).waitFor();
      await tabTo(page, 'Noa Échantillon', 30);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Bonjour Noa Échantillon' }).waitFor();

      await page.goto(`/taches?vue=groups&texte=${ref}`);
      await page.getByRole('link', { name: new RegExp(title) }).waitFor();
      await tabTo(page, title);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Vérifier la complétude et la recevabilité' }).waitFor();
      // After a navigation the focus is on the new page's heading.
      await page.locator('h1:focus').waitFor();

      // An empty answer: the summary of errors takes the focus, and leads to the field.
      await tabTo(page, 'Envoyer ma réponse');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Un champ est à corriger' }).waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.locator('input[type=radio]:focus').waitFor();
      await page.keyboard.press('Space');
      await tabTo(page, 'Envoyer ma réponse');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Votre réponse est enregistrée' }).waitFor();
      await context.close();
    },
    2 * minute,
  );
}
