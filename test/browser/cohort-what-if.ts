import { frenchDate } from '../../workflows/calendar/french.js';
import { membersOf, openedCohort, seatedMember, timesTold, until, workingDayIn } from './cohort-by-api.js';
import { send } from './answering.js';
import type { Person } from './person.js';
import { as } from './running-jalon.js';

const minute = 60_000;
const title = 'Chef de projet, essai d’un changement';

async function preview(alma: Person, change: string, fill: () => Promise<unknown>, picture?: string) {
  await alma.page.getByRole('combobox', { name: 'Changement' }).selectOption(change);
  await fill();
  await alma.button('Voir ce qui changerait').click();
  await alma.page.getByRole('heading', { name: 'Ce qui changerait' }).waitFor();
  if (picture !== undefined) await alma.inspect(picture);
}

/** A change of a cohort: seen first, applied as one act, undone while nobody knows, sent. */
export function cohortWhatIf() {
  let cohort = '';
  let morgan = '';
  const jury = workingDayIn(140);

  beforeAll(async () => {
    cohort = await openedCohort(title, { coaches: ['Robin Gabarit', 'Aube Repère'], jury: ['Max Épreuve', 'Fleur Barème'] });
    morgan = await seatedMember(cohort, 'Morgan Canevas');
    await seatedMember(cohort, 'Lio Pastiche');
  }, minute);

  test(
    'a manager sees what moving the jury, losing a coach, shifting the start or another plan would do; nothing has moved',
    () =>
      as('Alma Promotion', async (alma) => {
        const { page } = alma;
        await alma.visit(`/cohortes/${cohort}`, title);
        await preview(alma, 'Déplacer le jury', () => alma.field('Nouvelle date').fill(jury), 'what-if-jury');
        await page
          .getByRole('row', { name: /^Le jury/ })
          .getByText(frenchDate(jury))
          .waitFor();
        await preview(
          alma,
          'Se passer d’un coach',
          () => alma.page.getByRole('combobox', { name: 'Coach' }).selectOption('Robin Gabarit'),
          'what-if-coach',
        );
        await page.getByText(/Aube Repère accompagne 2 participants pour 1 prévu/).waitFor();
        await page.getByRole('row', { name: /^Morgan Canevas.*Aube Repère/ }).waitFor();
        await preview(
          alma,
          'Décaler le début, et tout ce qui suit',
          () => alma.field('Nouvelle date').fill(workingDayIn(27)),
          'what-if-start',
        );
        await page.getByRole('row', { name: /^La session « Conduire un produit »/ }).waitFor();
        await preview(
          alma,
          'Revoir le calendrier et l’équipe',
          async () => {
            const session = page.getByRole('group', { name: 'Session 1', exact: true });
            await session.getByLabel('Date').fill(workingDayIn(40));
            await session.locator('label').filter({ hasText: 'Agora' }).click();
          },
          'what-if-replan',
        );
        await page
          .getByRole('row', { name: /^La session « Conduire un produit »/ })
          .getByText(frenchDate(workingDayIn(40)))
          .waitFor();
        expect(await timesTold(morgan, 'Changement de calendrier')).toBe(0);
      }),
    2 * minute,
  );

  test(
    'she applies a move of the jury as one act and undoes it; then, sent, every participant hears of it',
    async () => {
      await as('Alma Promotion', async (alma) => {
        const { page } = alma;
        const apply = async () => {
          await preview(alma, 'Déplacer le jury', () => alma.field('Nouvelle date').fill(jury));
          await alma.field('Motif du changement').fill('La salle du jury est prise ce jour-là.');
          await alma.button('Appliquer ce changement').click();
          await page.getByRole('heading', { name: 'Un changement attend d’être envoyé' }).waitFor();
        };
        await alma.visit(`/cohortes/${cohort}`, title);
        await apply();
        await alma.inspect('change-pending');
        await alma.button('Annuler le changement').click();
        await page.getByRole('heading', { name: 'Essayer un changement' }).waitFor();
        expect(await timesTold(morgan, 'Changement de calendrier')).toBe(0);
        await apply();
        await alma.button('Envoyer maintenant').click();
        await page.getByText(new RegExp(`Jury le .*${frenchDate(jury)}`)).waitFor();
      });
      await until(async () => (await timesTold(morgan, 'Changement de calendrier')) === 1);
    },
    2 * minute,
  );

  test(
    'losing a coach passes their participant to the other, who helps from then on beside the former',
    async () => {
      await as('Alma Promotion', async (alma) => {
        await alma.visit(`/cohortes/${cohort}`, title);
        await preview(alma, 'Se passer d’un coach', () => alma.page.getByRole('combobox', { name: 'Coach' }).selectOption('Robin Gabarit'));
        await alma.field('Motif du changement').fill('Robin Gabarit prend un autre poste.');
        await alma.button('Appliquer ce changement').click();
        await alma.button('Envoyer maintenant').click();
        await alma.page.getByRole('row', { name: /^Morgan Canevas.*Aube Repère/ }).waitFor();
      });
      await until(async () => (await timesTold(morgan, 'Changement de coach')) === 1);
      await as('Robin Gabarit', async (robin) => {
        await robin.visit(`/dossiers/${morgan}`, /Chef de projet/);
        await robin.page.getByRole('link', { name: 'Transmettre l’accompagnement' }).first().click();
        await robin.heading('Transmettre l’accompagnement');
        await robin.field('Point d’étape').fill('La convention est à signer ; le service est prêt.');
        await robin.inspect('hand-over');
        await send(robin);
      });
      await as('Aube Repère', async (aube) => {
        await aube.visit('/coach', 'Ma semaine de coach');
        await aube.page.locator(`a[href="/dossiers/${morgan}"]`).waitFor();
      });
      expect((await membersOf(cohort)).map(({ state }) => state)).toEqual(['seated', 'seated']);
    },
    2 * minute,
  );
}
