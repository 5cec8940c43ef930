import { addDays } from '../../workflows/calendar/civil-date.js';
import { civilDateAt } from '../../workflows/calendar/paris-time.js';
import { answer as answerAct } from './answering.js';
import { onePagePdf } from './one-page-pdf.js';
import type { Person } from './person.js';
import { fillGrid } from './fill-grid.js';
import { heardByCommittee } from './heard-case.js';
import { as } from './running-jalon.js';

const title = 'Former les agents territoriaux à la donnée';
const why = 'Le besoin est établi, la méthode éprouvée et le coût par agent formé raisonnable.';
const today = civilDateAt(Date.now());
const minute = 60_000;

let ref = '';

const answer = (person: Person, label: string, fill: () => Promise<void>, picture: string) =>
  answerAct(person, { ref, title, label }, fill, picture);

/** The main job, by the persons who do it: each test goes on from the one before. */
export function firstPayment() {
  test(
    'the applicant writes a draft that survives a reload, joins the pieces and files',
    () =>
      as('Camille Exemple', async (camille) => {
        const { page } = camille;
        await camille.inspect('applicant-home');
        await camille.visit('/appels', 'Appels à projets');
        await camille.inspect('calls');
        await page
          .getByRole('link', { name: /Guichet Campus/ })
          .first()
          .click();
        await camille.heading(/Guichet Campus/);
        await camille.inspect('call');
        await camille.button('Commencer une demande').click();

        await camille.heading('Votre projet');
        await camille.button('Continuer').click();
        await page.getByRole('heading', { name: '5 champs sont à corriger' }).waitFor();
        await camille.inspect('step-errors');
        await camille.field('Intitulé du projet').fill(title);
        await camille
          .field('Résumé du projet')
          .fill('Un parcours de formation à la donnée pour les agents des services territoriaux de l’État.');
        await page.getByText(/Brouillon enregistré à/).waitFor();
        await camille.field('Début du projet').fill(addDays(today, 200));
        await camille.field('Durée du projet').fill('12');
        await camille.field('Agents visés').fill('Agents des préfectures et des directions départementales.');
        // Before the next save: what was just typed is on this device.
        await page.reload();
        await camille.heading('Votre projet');
        expect(await camille.field('Agents visés').inputValue()).toContain('préfectures');
        await camille.inspect('step-project');
        await camille.button('Continuer').click();

        await camille.heading('Votre organisme');
        await camille.field('Numéro SIRET').fill('999 000 029 00010');
        await camille.button('Retrouver mon organisme').click();
        await page.getByText('Prérempli d’après').first().waitFor();
        expect(await camille.field('Nom de l’organisme').inputValue()).toBe('Agence nationale de la cohésion des territoires');
        await camille.field('Adresse électronique du service').fill('formation@exemple.gouv.invalid');
        await camille.button('Continuer').click();

        await camille.heading('Budget');
        await camille.button('Ajouter : dépense').click();
        await camille.field('Dépense').first().fill('Conception des modules');
        await camille.field(/^Montant/).fill('240 000');
        await camille.choose('Oui');
        await page.getByText('Subvention possible au plus').waitFor();
        await page.getByText('120 000 €', { exact: true }).waitFor();
        await camille.field(/Subvention demandée/).fill('150 000');
        await camille.button('Continuer').click();
        await page.getByText('La subvention ne peut pas dépasser').first().waitFor();
        await camille.field(/Subvention demandée/).fill('120 000');
        await camille.inspect('step-budget');
        await camille.button('Continuer').click();

        await camille.heading('Effets attendus');
        await camille.button('Ajouter : effet').click();
        await camille.choose('Agents formés');
        await camille.field('Indicateur').fill('Agents formés en un an');
        await camille.field('Unité').fill('agents');
        await camille.field('Valeur de départ').fill('0');
        await camille.field('Valeur visée').fill('1 200');
        await camille.field('Méthode de mesure').fill('Décompte des attestations de fin de formation.');
        await camille.field('Service responsable de la mesure').fill('Service de la formation');
        await camille.field('Preuve prévue').fill('Extraction de la plateforme de formation');
        await camille.button('Continuer').click();

        await camille.heading('Pièces jointes');
        await camille.attach('Plan de financement signé', 'plan-de-financement.pdf', await onePagePdf('Plan de financement'));
        await camille.attach('Délégation de signature', 'delegation.pdf', await onePagePdf('Délégation de signature'));
        await camille.inspect('step-pieces');
        await camille.button('Continuer').click();

        await camille.heading('Engagements');
        await camille.choose('Mon organisme accepte');
        await camille.choose('Je certifie l’exactitude');
        await camille.button('Continuer').click();

        await camille.heading('Récapitulatif et dépôt');
        await page.getByRole('link', { name: 'delegation.pdf' }).waitFor();
        await page.getByRole('heading', { name: 'Conditions d’éligibilité' }).waitFor();
        expect(await page.getByText('Remplie', { exact: true }).count()).toBe(8);
        await camille.field('Adresse électronique du co-porteur').fill('alix.fictif@exemple.gouv.invalid');
        await camille.button('Ajouter ce co-porteur').click();
        await page.getByText('Bibliothèque nationale de France').waitFor();
        await camille.inspect('summary');
        await camille.button('Déposer ma demande').click();
        await page.getByRole('heading', { name: 'Votre demande est déposée' }).waitFor();
        ref = new URL(page.url()).pathname.split('/').at(-1) ?? '';
        expect(ref).toMatch(/^FTAP-\d{4}-\d{6}$/);
        await camille.inspect('case-filed');
      }),
    3 * minute,
  );

  test(
    'a reviewer finds the application complete, then two reviewers and two experts study it',
    async () => {
      await as('Sacha Modèle', async (sacha) => {
        await sacha.inspect('reviewer-home');
        await sacha.visit('/taches?vue=groups', 'Tâches');
        await sacha.page
          .getByRole('link', { name: new RegExp(title) })
          .first()
          .waitFor();
        await sacha.inspect('inbox');
        await answer(
          sacha,
          'Vérifier la complétude et la recevabilité',
          async () => {
            await sacha.button('La prendre').click();
            await sacha.page.getByText('Vous avez pris cette tâche.').waitFor();
            await sacha.choose('Dossier complet et recevable');
          },
          'task-completeness',
        );
      });
      for (const name of ['Sacha Modèle', 'Charlie Démo']) {
        await as(name, (reviewer) => answer(reviewer, 'Noter la demande', () => fillGrid(reviewer), 'task-grid'));
      }
      for (const name of ['Maé Spécimen', 'Lou Prototype']) {
        await as(name, (expert) =>
          answer(
            expert,
            'Donner un avis d’expert',
            async () => {
              await expert.choose('Favorable');
              await expert.field('Avis motivé').fill(why);
            },
            'task-opinion',
          ),
        );
      }
    },
    4 * minute,
  );

  test(
    'the committee gives its opinion and the authority awards the grant',
    async () => {
      await heardByCommittee(ref, 120_000_00);
      await as('Gaël Témoin', (authority) =>
        answer(
          authority,
          'Décider de la subvention',
          async () => {
            await authority.choose('Attribuer');
            await authority.field(/Montant attribué/).fill('120 000');
            await authority.field('Motifs de l’attribution').fill(why);
          },
          'task-decision',
        ),
      );
      await as('Gaël Témoin', (authority) =>
        answer(
          authority,
          'Notifier la décision',
          async () => {
            await authority.choose('Notifier maintenant');
            await authority.button('Voir le courrier').click();
            await authority.page.getByRole('link', { name: /Ouvrir le projet de courrier/ }).waitFor();
          },
          'task-notice',
        ),
      );
    },
    2 * minute,
  );

  test(
    'both parties sign, credits are committed and the first instalment is paid',
    async () => {
      const sign = async (person: Person) => {
        await person.field('Date de signature').fill(today);
        await person.field('Qualité du signataire').fill('Directrice générale');
      };
      await as('Camille Exemple', (camille) =>
        answer(
          camille,
          'Signer la convention',
          async () => {
            await camille.choose('Signer');
            await sign(camille);
          },
          'task-signature',
        ),
      );
      await as('Gaël Témoin', (authority) =>
        answer(authority, 'Signer la convention pour l’État', () => sign(authority), 'task-countersignature'),
      );
      await as('Ange Imaginaire', (officer) =>
        answer(
          officer,
          'Engager les crédits',
          async () => {
            await officer.choose('Crédits engagés');
            await officer.field('Numéro d’engagement juridique').fill('2100000042');
            await officer.field('Date de l’engagement').fill(today);
          },
          'task-commitment',
        ),
      );
      await as('Camille Exemple', (camille) =>
        answer(
          camille,
          'Demander le versement',
          async () => {
            await camille.field('État du projet').fill('Le projet démarre comme prévu.');
            await camille.field('Dépenses déjà faites').fill('0');
            await camille.attach('Justificatifs', 'coordonnees-bancaires.pdf', await onePagePdf('Coordonnées bancaires'));
          },
          'task-instalment',
        ),
      );
      await as('Sacha Modèle', (sacha) => answer(sacha, 'Certifier le service fait', () => sacha.choose('Certifier'), 'task-service'));
      await as('Gaël Témoin', (authority) =>
        answer(authority, 'Ordonner le paiement', () => authority.choose('J’ordonne le paiement'), 'task-payment'),
      );
      await as('Ange Imaginaire', (officer) =>
        answer(
          officer,
          'Confirmer le paiement',
          async () => {
            await officer.field('Date du paiement').fill(today);
            await officer.field(/Montant payé/).fill('36 000');
            await officer.field('Numéro de la demande de paiement').fill('1900000007');
          },
          'event-payment',
        ),
      );
      await as('Camille Exemple', async (camille) => {
        await camille.visit(`/dossiers/${ref}`, title);
        await camille.page.getByText('Réalisation et versements').first().waitFor();
        // The interim payment may be asked for now.
        await camille.page.getByText('Demander le versement').first().waitFor();
        await camille.inspect('case-paid');
      });
    },
    4 * minute,
  );
}
