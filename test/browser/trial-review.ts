import { as, byApi } from './running-jalon.js';

const minute = 60_000;
const reasons = 'Les parcours mènent à un poste, et les administrations demandent à continuer.';
let ref = '';

const answers = async (name: string, item: string, answer: object) =>
  (await byApi(name)).send('POST', `/tasks/${ref}.${item}/answer`, { answer });

/** The year of cohorts, then the end of the trial: figures frozen, three voices, a proposal, two people of the direction. */
export function trialReview() {
  test(
    'the manager sees the year against its aim, and opens the review of the trial',
    () =>
      as('Ezra Renfort', async (ezra) => {
        const { page } = ezra;
        await ezra.visit('/cohortes', 'Cohortes');
        await page.getByRole('region', { name: /^Métiers en tension/ }).waitFor();
        await ezra.inspect('cohort-year');
        await ezra.onAPhone();
        await ezra.inspect('cohort-year-phone');
        await page.setViewportSize({ width: 1280, height: 900 });
        await page.getByRole('link', { name: 'Ouvrir le bilan de l’expérimentation' }).click();
        await ezra.heading('Bilan de l’expérimentation');
        await page.getByText('Agents reconvertis').first().waitFor();
        await ezra.inspect('review-opening');
        await ezra.button('Arrêter les chiffres et ouvrir le bilan').click();
        await page.getByRole('heading', { name: '2 champs sont à corriger' }).waitFor();
        await ezra.choose('Robin Gabarit');
        await ezra.choose('Ilan Accueil');
        await ezra.button('Arrêter les chiffres et ouvrir le bilan').click();
        await ezra.heading(/^Bilan 2024–\d{4} des parcours de reconversion$/);
        ref = new URL(page.url()).pathname.split('/').at(-1) ?? '';
        await page.getByRole('heading', { name: 'Les chiffres arrêtés' }).waitFor();
        await ezra.inspect('review-case');
      }),
    2 * minute,
  );

  test(
    'a coach contributes with the figures beside; the host and the direction too',
    async () => {
      await as('Robin Gabarit', async (robin) => {
        await robin.visit(`/taches/${ref}.contribute-to-review-1`, 'Contribuer au bilan de l’expérimentation');
        await robin.page.getByText('chiffres arrêtés le').first().waitFor();
        await robin.field('Ce qui a marché, ce qu’il faut garder').fill('Le lien avec un coach tient les parcours.');
        await robin.field('Difficultés rencontrées').fill('Les postes d’accueil arrivent tard.');
        await robin.inspect('review-contribution');
        await robin.button('Envoyer ma réponse').click();
        await robin.page.getByText('Votre réponse est enregistrée').first().waitFor();
      });
      const said = { lessons: 'Les profils sont utiles aux services.', difficulties: 'Trois mois sont courts.' };
      for (const [index, name] of ['Ilan Accueil', 'Tess Cap'].entries()) await answers(name, `contribute-to-review-${index + 2}`, said);
      await answers('Ezra Renfort', 'propose-outcome-1', { verdict: 'go', reasons });
    },
    2 * minute,
  );

  test(
    'the direction decides, a second person reads the file and confirms, and the file is there',
    async () => {
      await as('Tess Cap', async (tess) => {
        await tess.visit(`/taches/${ref}.decide-outcome-1`, 'Décider de la suite de l’expérimentation');
        await tess.page.getByText('Proposition du responsable de programme').waitFor();
        await tess.choose('Poursuivre sous conditions');
        await tess.field('Conditions à remplir avant le marché').fill('Un poste d’accueil est nommé avant le premier jour.');
        await tess.field('Motifs').fill(reasons);
        await tess.inspect('review-decision');
        await tess.button('Envoyer ma réponse').click();
        await tess.page.getByText('Votre réponse est enregistrée').first().waitFor();
      });
      await as('Val Paraphe', async (val) => {
        await val.visit(`/taches/${ref}.confirm-outcome-1`, 'Confirmer la décision');
        await val.choose('Confirmer');
        await val.inspect('review-confirmation');
        await val.button('Envoyer ma réponse').click();
        await val.page.getByText('Votre réponse est enregistrée').first().waitFor();
        // The file is drawn a moment after the decision stands.
        const produced = async () => (await (await byApi('Val Paraphe')).get<unknown[]>(`/cases/${ref}/documents`)).length > 0;
        while (!(await produced())) await val.page.waitForTimeout(200);
        await val.visit(`/dossiers/${ref}`, /^Bilan/);
        await val.page.getByText('Poursuivre sous conditions').first().waitFor();
        await val.page.getByRole('link', { name: /Dossier de décision/ }).waitFor();
        await val.inspect('review-decided');
      });
    },
    2 * minute,
  );
}
