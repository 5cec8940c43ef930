import { answer, openAct, refused, send } from './answering.js';
import { askForPayment, awardedCase, beginProject, dayIn, letPass, pay } from './granted-case.js';
import { answerByApi } from './heard-case.js';
import { onePagePdf } from './one-page-pdf.js';
import { as } from './running-jalon.js';

const minute = 60_000;
const title = 'Mentorat numérique entre ministères';
const call = 'Guichet Campus du numérique public, appel 2026';
const report = { progress: 'Les premières sessions ont eu lieu.', risks: 'Aucun.', documents: [] };
let ref = '';
const act = (label: string) => ({ ref, title, label });

/** What the beneficiary does with the grant, and the reviewer beside them: from the convention to the effects a year after the end. */
export function afterTheAward() {
  beforeAll(async () => {
    ref = await awardedCase(title);
  }, 2 * minute);

  test(
    'the beneficiary asks for another wording of the convention, and the authority agrees',
    async () => {
      await as('Camille Exemple', (camille) =>
        answer(
          camille,
          act('Signer la convention'),
          async () => {
            await camille.choose('Demander une modification');
            await camille.field('Modification souhaitée').fill('Article 4 : remettre le rapport d’étape avec la demande d’acompte.');
            await camille.field('Motif').last().fill('Les deux documents disent la même chose.');
          },
          'convention-modification',
        ),
      );
      await as('Gaël Témoin', (gael) =>
        answer(
          gael,
          act('Répondre à la demande de modification'),
          async () => {
            await gael.page.getByText('Les deux documents disent la même chose.').waitFor();
            await gael.choose('Accepter');
            await gael.field('Rédaction retenue').fill('Le rapport d’étape est remis avec la demande d’acompte.');
          },
          'modification-answer',
        ),
      );
      await as('Camille Exemple', (camille) => openAct(camille, act('Signer la convention')));
    },
    2 * minute,
  );

  test(
    'a reviewer holds a payment until what is missing comes, then certifies the service',
    async () => {
      await beginProject(ref, 2);
      await as('Sacha Modèle', (sacha) =>
        answer(
          sacha,
          act('Certifier le service fait'),
          async () => {
            await sacha.choose('Suspendre le versement');
            await refused(sacha, 'Ce qui manque', 'Renseignez ce champ.');
            await sacha.field('Ce qui manque').fill('Les coordonnées bancaires jointes sont celles d’un autre service.');
          },
          'service-held',
        ),
      );
      await as('Camille Exemple', async (camille) => {
        await openAct(camille, act('Demander le versement'));
        await camille.page
          .getByText(/celles d’un autre service/)
          .first()
          .waitFor();
        await camille.inspect('instalment-again');
      });
      await askForPayment(ref, 2, 'Les bonnes coordonnées sont jointes.');
      await as('Sacha Modèle', (sacha) =>
        answer(sacha, act('Certifier le service fait'), () => sacha.choose('Certifier'), 'service-certified'),
      );
      await pay(ref, 1, 36_000_00);
    },
    3 * minute,
  );

  test(
    'the beneficiary asks for an amendment: what was typed survives a reload',
    async () => {
      const reasons = 'Deux ministères de plus rejoignent le projet et demandent une session de rattrapage.';
      await as('Camille Exemple', async (camille) => {
        await openAct(camille, act('Demander un avenant'));
        await refused(camille, 'Motif de la demande', 'Renseignez ce champ.');
        await camille.field('Motif de la demande').fill(reasons);
        await camille.page.getByText(/Brouillon enregistré à/).waitFor();
        await camille.page.reload();
        await camille.heading('Demander un avenant');
        expect(await camille.field('Motif de la demande').inputValue()).toBe(reasons);
        await refused(camille, 'Nouvelle date de fin', 'Indiquez ce qui doit changer');
        await camille.field('Virement entre dépenses').fill('2 000 € de la conception vers les sessions en présence.');
        await camille.inspect('amendment');
        await send(camille);
      });
      await answerByApi('Gaël Témoin', ref, 'decide-amendment-1', {
        decision: 'refuse',
        reasons: 'Le budget de la convention couvre déjà ces sessions.',
      });
    },
    2 * minute,
  );

  test(
    'time passes by the page’s own button; the beneficiary reports on the half-year',
    async () => {
      await letPass(ref, 190);
      await as('Ariel Pilote', async (ariel) => {
        await ariel.visit(`/dossiers/${ref}`, title);
        const report = ariel.page.getByRole('heading', { name: 'Rendre compte du semestre' });
        for (let turn = 0; turn < 12 && (await report.count()) === 0; turn++) {
          const day = (await ariel.page.locator('.jalon-clock strong').textContent()) ?? '';
          await ariel.button('Avancer jusqu’à la prochaine échéance').click();
          await ariel.page.locator('.jalon-clock strong').filter({ hasNotText: day }).waitFor();
        }
        await report.waitFor();
        await ariel.inspect('case-running');
      });
      await as('Camille Exemple', (camille) =>
        answer(
          camille,
          act('Rendre compte du semestre'),
          async () => {
            await camille.field('Avancement').fill('Les modules sont conçus, les premiers agents sont inscrits.');
            await camille.field('Agents formés').fill('40');
            await camille.field(/^Dépenses depuis le début/).fill('60 000');
            await camille.field('Risques et difficultés').fill('Aucun.');
          },
          'half-year-report',
        ),
      );
      await answerByApi('Sacha Modèle', ref, 'review-report-1', { verdict: 'accept' });
    },
    3 * minute,
  );

  test(
    'the beneficiary gives the final account, line by line, and the reviewer retains what is justified',
    async () => {
      await letPass(ref, 200);
      await answerByApi('Camille Exemple', ref, 'half-year-report-2', { ...report, values: { 1: 200 }, spentCents: 150_000_00 });
      await answerByApi('Sacha Modèle', ref, 'review-report-2', { verdict: 'accept' });
      await letPass(ref, 190);
      await as('Camille Exemple', (camille) =>
        answer(
          camille,
          act('Présenter le bilan final'),
          async () => {
            await camille.field(/^Conception/).fill('230 000');
            await camille.field(/^Autres recettes/).fill('0');
            await camille.field('Bilan du projet').fill('La formation est en ligne, et deux autres ministères la réutilisent.');
            await camille.attach('Justificatifs', 'compte-d-emploi.pdf', await onePagePdf('Compte d’emploi'));
          },
          'final-account',
        ),
      );
      await as('Sacha Modèle', (sacha) =>
        answer(
          sacha,
          act('Examiner le bilan final'),
          async () => {
            await sacha.choose('Accepter le bilan');
            await sacha.field(/^Conception/).fill('240 000');
            await refused(sacha, /^Conception/, 'dépasser');
            await sacha.field(/^Conception/).fill('230 000');
          },
          'final-account-review',
        ),
      );
    },
    2 * minute,
  );

  test(
    'a year after the end the beneficiary measures the promised effect, with its evidence',
    async () => {
      await answerByApi('Sacha Modèle', ref, 'certify-service-3', { verdict: 'certify' });
      await pay(ref, 2, 79_000_00);
      await answerByApi('Ange Imaginaire', ref, 'free-commitment-1', { freedOn: await dayIn(ref) });
      await letPass(ref, 380);
      await as('Camille Exemple', (camille) =>
        answer(
          camille,
          act('Mesurer les effets du projet'),
          async () => {
            await camille.field('Valeur mesurée').fill('380');
            await camille.choose('Oui');
            await refused(camille, 'Preuves', 'Joignez une preuve');
            await camille.attach('Preuves', 'attestations.pdf', await onePagePdf('Attestations'));
          },
          'effects-measure',
        ),
      );
      await as('Sacha Modèle', async (sacha) => {
        await answer(sacha, act('Examiner la mesure des effets'), () => sacha.choose('Accepter'), 'effects-review');
        await sacha.visit(`/dossiers/${ref}`, title);
        await sacha.inspect('case-in-follow-up');
      });
    },
    3 * minute,
  );

  test(
    'the director opens a total of the call to its rows, and these to the files that show it',
    () =>
      as('Kim Cadran', async (kim) => {
        const { page } = kim;
        await kim.visit('/chiffres', 'Chiffres');
        await page.getByRole('link', { name: call }).click();
        await kim.heading(call);
        await page.getByRole('row', { name: /^Payé/ }).getByRole('link').click();
        await kim.heading('Payé (CP)');
        const paid = page.getByRole('row', { name: new RegExp(title) });
        await paid.filter({ hasText: '79 000' }).getByRole('link', { name: 'compte-d-emploi.pdf' }).waitFor();
        await page.goBack();
        await page
          .getByRole('row', { name: /^12 mois/ })
          .getByRole('link')
          .first()
          .click();
        const measured = page.getByRole('row', { name: new RegExp(title) }).filter({ hasText: '380' });
        const evidence = measured.getByRole('link', { name: 'attestations.pdf' });
        const opened = await page.request.get((await evidence.getAttribute('href')) ?? '');
        expect([opened.status(), opened.headers()['content-type']]).toEqual([200, 'application/pdf']);
        await kim.inspect('measured-rows');
      }),
    minute,
  );
}
