import { answer, openAct, refused, send } from './answering.js';
import { dayIn, juryMoved, openedCohort, pass, seatedMember, signedByAll, timesTold, until, workingDayIn } from './cohort-by-api.js';
import { answerByApi } from './heard-case.js';
import { onePagePdf } from './one-page-pdf.js';
import type { Person } from './person.js';
import { as } from './running-jalon.js';

const minute = 60_000;
const title = 'Chef de projet, semaine d’essai';
const journey = 'Chef de projet ou de produit numérique';
const privateNote = 'Appeler le service avant lundi.';
const sharedNote = 'Pensez à garder une heure par jour pour le carnet.';

/** A coach's week and a participant's months, on one case: each test goes on from the one before. */
export function coachWeek() {
  let cohort = '';
  let ref = '';
  const act = (label: string) => ({ ref, title: journey, label });
  const card = ({ page }: Person) => page.getByRole('article').filter({ has: page.locator(`a[href="/dossiers/${ref}"]`) });

  beforeAll(async () => {
    cohort = await openedCohort(title, { coaches: ['Robin Gabarit'], jury: ['Max Épreuve'] });
    ref = await seatedMember(cohort, 'Morgan Canevas');
    await signedByAll(ref, 'Morgan Canevas');
    await pass(ref, 25);
  }, minute);

  test(
    'a participant on a phone reads what is expected, and writes a line of the log',
    () =>
      as('Morgan Canevas', async (morgan) => {
        await morgan.onAPhone();
        await morgan.visit(`/dossiers/${ref}`, journey);
        await morgan.page.getByRole('link', { name: 'Remettre le livrable du jalon' }).first().waitFor();
        await morgan.inspect('journey-on-a-phone');
        await answer(
          morgan,
          act('Écrire dans le journal de bord'),
          async () => {
            await morgan.field('Cette semaine').fill('Premier atelier avec les usagers.');
            await morgan.choose('Non');
          },
          'log',
        );
      }),
    minute,
  );

  test(
    'the participant hands in the milestone; their coach asks to take it up again, then validates it',
    async () => {
      await as('Morgan Canevas', async (morgan) => {
        await answer(
          morgan,
          act('Remettre le livrable du jalon'),
          async () => {
            await morgan.field('Où vous en êtes').fill('Le carnet est complet.');
            await refused(morgan, 'Carnet du socle commun', 'Joignez');
            await morgan.attach('Carnet du socle commun', 'carnet.pdf', await onePagePdf('Carnet du socle commun'));
          },
          'milestone',
        );
      });
      await as('Robin Gabarit', async (robin) => {
        await robin.visit('/coach', 'Ma semaine de coach');
        await card(robin).getByRole('link', { name: 'Valider le jalon' }).click();
        await robin.heading('Valider le jalon');
        await robin.page.getByText('Le carnet est complet.').waitFor();
        await robin.choose('À reprendre');
        await robin.field('Ce qui est à reprendre').fill('Ajoutez un retour d’usager.');
        await robin.inspect('milestone-review');
        await send(robin);
      });
      await as('Morgan Canevas', (morgan) =>
        answer(
          morgan,
          act('Remettre le livrable du jalon'),
          async () => {
            await morgan.page
              .getByText(/Ajoutez un retour d’usager/)
              .first()
              .waitFor();
            await morgan.field('Où vous en êtes').fill('Deux entretiens sont ajoutés.');
            await morgan.attach('Carnet du socle commun', 'carnet-2.pdf', await onePagePdf('Carnet, seconde version'));
          },
          'milestone-again',
        ),
      );
      await answerByApi('Robin Gabarit', ref, 'review-milestone-2', { verdict: 'validate', feedback: 'Complet et utile.' });
    },
    2 * minute,
  );

  test(
    'the participant asks for the other track, and the manager answers',
    async () => {
      await as('Morgan Canevas', (morgan) =>
        answer(
          morgan,
          act('Demander à changer de voie'),
          async () => {
            await morgan.choose('Voie technique');
            await morgan.field('Vos raisons').fill('Les ateliers m’ont donné le goût des données.');
          },
          'track-request',
        ),
      );
      await as('Alma Promotion', (alma) =>
        answer(
          alma,
          act('Répondre à la demande de changement de voie'),
          async () => {
            await alma.page.getByText('Les ateliers m’ont donné le goût des données.').waitFor();
            await alma.choose('Accepter');
            await alma.field('Motifs').fill('Les prérequis sont là et le groupe a de la place.');
          },
          'track-decision',
        ),
      );
    },
    minute,
  );

  test(
    'who is silent for ten working days is first in their coach’s week; the coach reaches out, keeps a note and shares another',
    async () => {
      await pass(ref, 30);
      await as('Robin Gabarit', async (robin) => {
        const { page } = robin;
        await robin.visit('/coach', 'Ma semaine de coach');
        await card(robin)
          .getByText(/^Sans nouvelles depuis le/)
          .waitFor();
        await card(robin)
          .getByText(/jours ouvrés de marge/)
          .waitFor();
        await card(robin).getByRole('link', { name: 'Tenir l’entretien de suivi' }).waitFor();
        await robin.inspect('coach-week-silent');
        await card(robin).getByRole('link', { name: 'Prendre des nouvelles du participant' }).click();
        await robin.heading('Prendre des nouvelles du participant');
        await robin.choose('Joint');
        await robin.inspect('reach-out');
        await send(robin);
        await robin.visit(`/dossiers/${ref}`, journey);
        await robin.field('Nouvelle note').fill(privateNote);
        await robin.button('Ajouter la note').click();
        // The field holds the same words until the note is written.
        await page.locator('.jalon-message', { hasText: privateNote }).waitFor();
        await robin.field('Nouvelle note').fill(sharedNote);
        await robin.choose('Partager avec le participant');
        await robin.button('Ajouter la note').click();
        await page.getByText('partagée avec le participant').waitFor();
        await robin.inspect('coach-notes');
      });
      await as('Morgan Canevas', async (morgan) => {
        await morgan.visit(`/dossiers/${ref}`, journey);
        await morgan.page.getByText(sharedNote).waitFor();
        expect(await morgan.page.getByText(privateNote).count()).toBe(0);
      });
    },
    2 * minute,
  );

  test(
    'a manager pauses the journey, by its class alone: nothing is due meanwhile; it goes on later',
    async () => {
      await as('Alma Promotion', async (alma) => {
        await alma.visit(`/dossiers/${ref}`, journey);
        await alma.button('Suspendre le dossier').click();
        await alma.choose('Maternité, paternité ou adoption');
        await alma.field('Motif').fill('Congé accordé par le service.');
        await alma.inspect('journey-pause');
        await alma.button('Confirmer').click();
        await alma.page.getByRole('heading', { name: /Ce dossier est suspendu depuis/ }).waitFor();
      });
      await pass(ref, 60);
      // What the cohort tells meanwhile is heard.
      await juryMoved(cohort, workingDayIn(140));
      await until(async () => (await timesTold(ref, 'Changement de calendrier')) === 1);
      await as('Robin Gabarit', async (robin) => {
        await robin.visit('/coach', 'Ma semaine de coach');
        await card(robin).getByText('Suspendu', { exact: true }).waitFor();
        await robin.inspect('coach-week-paused');
      });
      const resumedOn = await dayIn(ref);
      await as('Alma Promotion', async (alma) => {
        await alma.visit(`/dossiers/${ref}`, journey);
        await alma.button('Reprendre le dossier').click();
        await alma.field('Motif').fill('Retour dans le service.');
        await alma.button('Confirmer').click();
        await alma.page.getByRole('heading', { name: /Ce dossier est suspendu depuis/ }).waitFor({ state: 'detached' });
        await openAct(alma, act('Mettre fin au parcours'));
      });
      expect(await dayIn(ref)).toBe(resumedOn);
    },
    2 * minute,
  );
}
