import { answer, openAct, refused, send } from './answering.js';
import { awardedCase, beginProject, pay } from './granted-case.js';
import { answerByApi } from './heard-case.js';
import { onePagePdf } from './one-page-pdf.js';
import { as } from './running-jalon.js';

const minute = 60_000;
const title = 'Ateliers de sobriété numérique';
let ref = '';
const act = (label: string) => ({ ref, title, label });

/** A breach of the grant's conditions: reported with its evidence, answered by the beneficiary, decided with reasons. */
export function clawback() {
  beforeAll(async () => {
    ref = await awardedCase(title);
    await beginProject(ref);
    await answerByApi('Sacha Modèle', ref, 'certify-service-1', { verdict: 'certify' });
    await pay(ref, 1, 36_000_00);
  }, 2 * minute);

  test(
    'a program manager reports a breach, the beneficiary answers, the authority takes a part back',
    async () => {
      await as('Ariel Pilote', async (ariel) => {
        await openAct(ariel, act('Signaler un manquement'));
        await ariel.field('Manquement constaté').fill('La formation n’est pas ouverte aux autres administrations, contre l’article 5.');
        await refused(ariel, 'Preuves', /fichier|document|pièce/i);
        await ariel.attach('Preuves', 'constat.pdf', await onePagePdf('Constat'));
        await ariel.inspect('breach');
        await send(ariel);
      });
      await as('Camille Exemple', (camille) =>
        answer(
          camille,
          act('Présenter vos observations'),
          async () => {
            await camille.page
              .getByText(/contre l’article 5/)
              .first()
              .waitFor();
            await camille.field('Observations').fill('La formation est ouverte depuis lundi à deux autres administrations.');
          },
          'observations',
        ),
      );
      await as('Gaël Témoin', async (gael) => {
        await openAct(gael, act('Décider du reversement'));
        await gael.page
          .getByText(/ouverte depuis lundi/)
          .first()
          .waitFor();
        await gael.choose('Retirer une partie');
        await gael.field(/^Montant à reverser/).fill('36 001');
        await gael.field('Motifs de droit').fill('Article 5 de la convention ; CRPA, article L242-2.');
        await gael.field('Motifs de fait').fill('La formation est restée fermée aux autres administrations.');
        await refused(gael, /^Montant à reverser/, 'ne peut pas dépasser');
        await gael.field(/^Montant à reverser/).fill('12 000');
        await gael.inspect('clawback-decision');
        await send(gael);
      });
      await as('Camille Exemple', async (camille) => {
        await camille.visit(`/dossiers/${ref}`, title);
        await camille.page.getByRole('link', { name: 'Contester la décision' }).waitFor();
        await camille.inspect('case-clawback');
      });
    },
    3 * minute,
  );
}
