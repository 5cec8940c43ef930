import { openedCohort, pass, seatedMember } from './cohort-by-api.js';
import { tabTo } from './keyboard.js';
import type { Person } from './person.js';
import { as } from './running-jalon.js';

const minute = 60_000;
const title = 'Chef de projet, pages d’essai';
const journey = 'Chef de projet ou de produit numérique';
const convention = 'Signer la convention tripartite';

/** By Tab and Enter from where the focus is; the heading of the new page then has it. */
async function goTo({ page }: Person, link: string, heading: string | RegExp) {
  await tabTo(page, link);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  await page.locator('h1:focus').waitFor();
}

/** The page is as wide as the phone: nothing is to be found by scrolling sideways. */
async function fits(person: Person, path: string, heading: string | RegExp, picture: string) {
  await person.visit(path, heading);
  await person.page.waitForLoadState('networkidle');
  const width = await person.page.evaluate<number>('document.documentElement.scrollWidth');
  if (width > 390) person.troubles.push(`${picture}: ${width} pixels wide on a phone of 390`);
  await person.inspect(picture);
}

/** Pages of cohorts and journeys as each persona comes to them: without a mouse, and on a phone. */
export function cohortPages() {
  let cohort = '';
  let ref = '';

  beforeAll(async () => {
    cohort = await openedCohort(title, { coaches: ['Robin Gabarit', 'Aube Repère'], jury: ['Max Épreuve'] });
    ref = await seatedMember(cohort, 'Morgan Canevas');
    await pass(cohort, 25);
  }, minute);

  test(
    'without a mouse: each persona comes to what is theirs',
    async () => {
      await as('Alma Promotion', async (alma) => {
        const { page } = alma;
        await goTo(alma, 'Cohortes', 'Cohortes');
        await page.getByRole('link', { name: title }).first().waitFor();
        await goTo(alma, title, title);
        await tabTo(page, 'Changement');
        await page.keyboard.type('Se passer');
        await page.getByRole('combobox', { name: 'Coach' }).waitFor();
        await tabTo(page, 'Voir ce qui changerait');
        await page.keyboard.press('Enter');
        await page.locator('h3:focus', { hasText: 'Ce qui changerait' }).waitFor();
        await tabTo(page, 'Motif du changement');
      });
      await as('Robin Gabarit', async (robin) => {
        await goTo(robin, 'Ma semaine', 'Ma semaine de coach');
        await robin.page.locator(`a[href="/dossiers/${ref}"]`).waitFor();
        await goTo(robin, 'Morgan Canevas', journey);
        await tabTo(robin.page, 'Nouvelle note');
        await tabTo(robin.page, 'Partager avec le participant', 2);
      });
      await as('Morgan Canevas', async (morgan) => {
        await goTo(morgan, 'Dossiers', 'Dossiers');
        await morgan.visit(`/dossiers/${ref}`, journey);
        await goTo(morgan, convention, convention);
        await tabTo(morgan.page, 'Signer');
        await morgan.page.keyboard.press('Space');
        await tabTo(morgan.page, 'Date de signature', 4);
      });
      for (const name of ['Yael Esquisse', 'Ilan Accueil'])
        await as(name, async (person) => {
          await goTo(person, 'Tâches', 'Tâches');
          await person.visit(`/taches?vue=groups&texte=${ref}`, 'Tâches');
          await person.page
            .getByRole('link', { name: new RegExp(convention) })
            .first()
            .waitFor();
          await goTo(person, convention, convention);
        });
      await as('Max Épreuve', async (max) => {
        await goTo(max, 'Cohortes', 'Cohortes');
        await max.page.getByRole('link', { name: title }).first().waitFor();
        await goTo(max, title, title);
        await goTo(max, 'Déclarer mes liens', 'Déclarer mes liens avec les participants');
      });
    },
    4 * minute,
  );

  test(
    'on a phone nothing is wider than the screen',
    async () => {
      await as('Alma Promotion', async (alma) => {
        await alma.onAPhone();
        await fits(alma, '/cohortes', 'Cohortes', 'phone-cohorts');
        await fits(alma, '/cohortes/nouvelle', 'Ouvrir une cohorte', 'phone-new-cohort');
        await fits(alma, `/cohortes/${cohort}`, title, 'phone-cohort');
        await alma.page.getByRole('combobox', { name: 'Changement' }).selectOption('Revoir le calendrier et l’équipe');
        await alma.page.getByRole('group', { name: 'Session 1', exact: true }).waitFor();
        await alma.inspect('phone-replan');
      });
      await as('Robin Gabarit', async (robin) => {
        await robin.onAPhone();
        await fits(robin, '/coach', 'Ma semaine de coach', 'phone-coach');
        await fits(robin, `/dossiers/${ref}`, journey, 'phone-journey-coach');
      });
      await as('Morgan Canevas', async (morgan) => {
        await morgan.onAPhone();
        await fits(morgan, '/', 'Bonjour Morgan Canevas', 'phone-participant');
        await fits(morgan, '/cohortes', 'Cohortes', 'phone-open-cohorts');
        await fits(morgan, `/dossiers/${ref}`, journey, 'phone-journey');
      });
      await as('Max Épreuve', async (max) => {
        await max.onAPhone();
        await fits(max, `/cohortes/${cohort}`, title, 'phone-cohort-jury');
      });
    },
    4 * minute,
  );
}
