import { answer, refused, send } from './answering.js';
import { dayIn, openedCohort, pass, reaches, seatedMember, signedByAll } from './cohort-by-api.js';
import { answerByApi } from './heard-case.js';
import type { Person } from './person.js';
import { as, byApi } from './running-jalon.js';

const minute = 60_000;
const title = 'Chef de projet, jury d’essai';
const journey = 'Chef de projet ou de produit numérique';
const refs = { morgan: '', lio: '' };
let cohort = '';

const actOf = (ref: string, label: string) => ({ ref, title: journey, label });

/** From the cohort's page to what is expected of the person, or from their tasks when they do not run it. */
async function answerOnCohort(person: Person, label: string, fill: () => Promise<void>, picture: string) {
  await person.visit(`/cohortes/${cohort}`, title);
  await person.page.getByRole('link', { name: label, exact: true }).first().click();
  await person.heading(label);
  await fill();
  await person.inspect(picture);
  await send(person);
}

/** The day of a jury and what follows: each test goes on from the one before. */
export function juryDay() {
  beforeAll(async () => {
    cohort = await openedCohort(title, { coaches: ['Robin Gabarit', 'Aube Repère'], jury: ['Aube Repère', 'Max Épreuve'] });
    refs.morgan = await seatedMember(cohort, 'Morgan Canevas');
    refs.lio = await seatedMember(cohort, 'Lio Pastiche');
    await signedByAll(refs.morgan, 'Morgan Canevas');
    await signedByAll(refs.lio, 'Lio Pastiche');
    await pass(refs.morgan, 25);
    const morgan = await byApi('Morgan Canevas');
    const notebook = await morgan.upload({ caseRef: refs.morgan }, 'carnet.pdf', '%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n');
    await answerByApi('Morgan Canevas', refs.morgan, 'hand-in-milestone-1', { statement: 'Complet.', documents: [notebook] });
    await answerByApi('Robin Gabarit', refs.morgan, 'review-milestone-1', { verdict: 'validate', feedback: 'Complet et utile.' });
    await pass(cohort, 125);
  }, 2 * minute);

  test(
    'a member of the jury names whom they know; on its day the manager says who is there',
    async () => {
      await as('Max Épreuve', (max) =>
        answerOnCohort(
          max,
          'Déclarer mes liens avec les participants',
          async () => {
            await max.choose('Morgan Canevas');
            await max.choose('J’ai déclaré tous mes liens');
          },
          'declare-ties',
        ),
      );
      await pass(cohort, 10);
      await as('Alma Promotion', (alma) =>
        answerOnCohort(
          alma,
          'Ouvrir le jury',
          async () => {
            await alma.choose('Le jury se tient');
            await alma.button('Envoyer ma réponse').click();
            await alma.page.getByText('Indiquez au moins un membre présent.').first().waitFor();
            await alma.choose('Aube Repère');
            await alma.choose('Max Épreuve');
          },
          'open-jury',
        ),
      );
    },
    2 * minute,
  );

  test(
    'a coach judges the other’s participant, never their own; who has a tie judges the others alone',
    async () => {
      await as('Aube Repère', async (aube) => {
        await aube.visit(`/taches?texte=${cohort}`, 'Tâches');
        const results = aube.page.getByRole('row', { name: /Rendre le résultat du jury/ });
        await results.first().waitFor();
        expect(await results.count()).toBe(1);
        await aube.inspect('jury-tasks');
        await results.getByRole('link').first().click();
        await aube.heading('Rendre le résultat du jury');
        await aube.page.getByText('Morgan Canevas').waitFor();
        await aube.choose('Admis');
        await refused(aube, 'Motif', 'Renseignez ce champ.');
        await aube.field('Motif').fill('Un projet mené de bout en bout.');
        await aube.inspect('give-result');
        await send(aube);
      });
      const lio = { result: 'fail', why: 'La conduite du projet reste à travailler.' };
      await expect(answerByApi('Aube Repère', cohort, 'give-result-2', lio)).rejects.toThrow();
      await answerByApi('Max Épreuve', cohort, 'give-result-2', lio);
      await reaches(refs.morgan, 'assignment');
    },
    2 * minute,
  );

  test('the participant takes their certificate and their dates away', () =>
    as('Morgan Canevas', async (morgan) => {
      await morgan.visit(`/dossiers/${refs.morgan}`, journey);
      const open = async (name: RegExp) => {
        const href = (await morgan.page.getByRole('link', { name }).first().getAttribute('href')) ?? '';
        const response = await morgan.page.request.get(href);
        return [response.status(), response.headers()['content-type']];
      };
      expect(await open(/^Attestation de parcours/)).toEqual([200, 'application/pdf']);
      expect(await open(/^Ajouter les dates à mon agenda/)).toEqual([200, expect.stringContaining('text/calendar')]);
      await morgan.inspect('journey-passed');
    }));

  test(
    'the host records the post; the participant says how it goes three months later',
    async () => {
      await as('Ilan Accueil', (ilan) =>
        answer(
          ilan,
          actOf(refs.morgan, 'Enregistrer l’affectation'),
          async () => {
            await ilan.choose('Affectation sur un poste du numérique');
            await ilan.field('Intitulé du poste').fill('Cheffe de produit');
            await ilan.field('Prise de poste').fill(await dayIn(refs.morgan));
          },
          'assignment',
        ),
      );
      await pass(refs.morgan, 95);
      await as('Morgan Canevas', (morgan) =>
        answer(
          morgan,
          actOf(refs.morgan, 'Donner de vos nouvelles'),
          async () => {
            await morgan.choose('En poste dans un métier du numérique');
            await morgan.field('Ce qui vous sert').fill('Les entretiens avec les usagers.');
          },
          'follow-up',
        ),
      );
    },
    2 * minute,
  );

  test(
    'who was not passed contests it; somebody of another jury answers',
    async () => {
      await as('Lio Pastiche', (lio) =>
        answer(
          lio,
          actOf(refs.lio, 'Contester la décision'),
          async () => {
            await refused(lio, 'Motifs de votre contestation', 'Renseignez ce champ.');
            await lio.field('Motifs de votre contestation').fill('Le jury n’a pas lu la seconde partie du mémoire.');
          },
          'journey-appeal',
        ),
      );
      await as('Fleur Barème', (fleur) =>
        answer(
          fleur,
          actOf(refs.lio, 'Répondre au recours'),
          async () => {
            await fleur.page.getByText('Le jury n’a pas lu la seconde partie du mémoire.').waitFor();
            await fleur.choose('Annuler la décision');
            await fleur.field('Motifs de la réponse').fill('La seconde partie répond aux attendus du parcours.');
          },
          'appeal-answer',
        ),
      );
      await reaches(refs.lio, 'assignment');
    },
    2 * minute,
  );
}
