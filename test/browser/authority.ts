import { answer, openAct, refused, send } from './answering.js';
import { answerByApi, heardByCommittee, studiedCase } from './heard-case.js';
import { as } from './running-jalon.js';

const minute = 60_000;
const title = 'Déployer une messagerie de projet';
const inLaw = 'Règlement de l’appel, article 3 : les dépenses de fonctionnement courant sont exclues.';
const inFact = 'Le projet finance pour l’essentiel des abonnements et du matériel de bureau.';

let ref = '';
const act = (label: string) => ({ ref, title, label });

/** What the applicant reads of their case: nothing of what was decided, until it leaves. */
async function unreadByApplicant() {
  await as('Camille Exemple', async (camille) => {
    await camille.visit(`/dossiers/${ref}`, title);
    await camille.page.locator('.jalon-event').first().waitFor();
    await camille.page.waitForLoadState('networkidle');
    const page = await camille.page.locator('main').innerText();
    expect(page).not.toMatch(/refus|abonnements|article 3|à relire/i);
    expect(await camille.page.getByRole('heading', { name: 'Vous pouvez aussi' }).count()).toBe(0);
  });
}

/** A refusal: decided with reasons, taken back before it leaves, notified, contested, answered. */
export function authority() {
  beforeAll(async () => {
    ref = await studiedCase(title);
    await heardByCommittee(ref, 120_000_00);
  }, 2 * minute);

  test(
    'a refusal without reasons is not taken; decided, then taken back, none of it is read by the applicant',
    async () => {
      await as('Gaël Témoin', async (gael) => {
        await openAct(gael, act('Décider de la subvention'));
        await gael.choose('Refuser');
        await refused(gael, 'Motifs de droit', 'Renseignez ce champ.');
        await gael.field('Motifs de droit').fill(inLaw);
        await refused(gael, 'Motifs de fait', 'Renseignez ce champ.');
        await gael.inspect('decision-without-reasons');
        await gael.field('Motifs de fait').fill(inFact);
        await send(gael);
      });
      await unreadByApplicant();
      await as('Gaël Témoin', (gael) =>
        answer(
          gael,
          act('Notifier la décision'),
          async () => {
            await gael.choose('Reprendre la décision');
            await gael.field('Motifs de la reprise').fill('Le comité avait proposé un montant : le dossier est à relire.');
          },
          'notice-taken-back',
        ),
      );
      await unreadByApplicant();
    },
    3 * minute,
  );

  test(
    'the applicant contests the refusal; another reviewer and the authority answer',
    async () => {
      await answerByApi('Gaël Témoin', ref, 'decide-2', { decision: 'refuse', inLaw, inFact });
      await answerByApi('Gaël Témoin', ref, 'release-notice-2', { verdict: 'notify' });
      await as('Camille Exemple', async (camille) => {
        await camille.visit(`/dossiers/${ref}`, title);
        await camille.page.getByRole('heading', { name: 'Vous pouvez aussi' }).waitFor();
        await camille.inspect('case-refused');
        await openAct(camille, act('Contester la décision'));
        await refused(camille, 'Motifs de votre contestation', 'Renseignez ce champ.');
        await camille.field('Motifs de votre contestation').fill('Les abonnements ne comptent que pour un dixième du budget présenté.');
        await camille.inspect('appeal');
        await send(camille);
      });
      await as('Noa Échantillon', (noa) =>
        answer(
          noa,
          act('Instruire le recours'),
          () => noa.field('Conclusions').fill('Le budget montre que les abonnements pèsent un dixième des dépenses.'),
          'appeal-review',
        ),
      );
      await as('Gaël Témoin', (gael) =>
        answer(
          gael,
          act('Répondre au recours'),
          async () => {
            await gael.page.getByText('Les abonnements ne comptent que pour un dixième').first().waitFor();
            await gael.choose('Annuler la décision');
            await gael.field('Motifs de la réponse').fill('Les dépenses exclues ne comptent que pour un dixième du budget.');
          },
          'appeal-answer',
        ),
      );
      await as('Camille Exemple', async (camille) => {
        await camille.visit(`/dossiers/${ref}`, title);
        await camille.page
          .getByRole('link', { name: /[Rr]éponse .*recours/ })
          .first()
          .waitFor();
        await camille.inspect('case-decided-again');
      });
    },
    3 * minute,
  );
}
