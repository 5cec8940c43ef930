import type { Locator } from 'playwright-core';
import { addDays } from '../../workflows/calendar/civil-date.js';
import { civilDateAt } from '../../workflows/calendar/paris-time.js';
import { answer, openAct, refused, send } from './answering.js';
import { reaches, workingDayIn } from './cohort-by-api.js';
import { onePagePdf } from './one-page-pdf.js';
import type { Person } from './person.js';
import { as } from './running-jalon.js';

const minute = 60_000;
const title = 'Chef de projet, promotion d’essai';
const journey = 'Chef de projet ou de produit numérique';
const today = civilDateAt(Date.now());

/** The fields about one coach, or one session. */
const row = ({ page }: Person, name: string) => page.getByRole('group', { name, exact: true });

/** Radio buttons where there are few people to choose from, a list where there are many. */
async function choosePerson(fields: Locator, label: string, name: string): Promise<void> {
  const list = fields.getByRole('combobox', { name: label });
  if ((await list.count()) > 0) await list.selectOption(name);
  else await fields.locator('label').filter({ hasText: name }).click();
}

/** From a cohort to a signed convention, by the people who make it: each test goes on from the one before. */
export function cohortOpening() {
  let cohort = '';
  let ref = '';
  const act = (label: string) => ({ ref, title: journey, label });

  test(
    'a manager opens a cohort: what does not hold together is said, then it takes applications',
    () =>
      as('Alma Promotion', async (alma) => {
        const { page } = alma;
        await alma.visit('/cohortes', 'Cohortes');
        await page.getByRole('link', { name: 'Ouvrir une cohorte' }).click();
        await alma.heading('Ouvrir une cohorte');
        await alma.field('Nom de la cohorte').fill(title);
        await alma.choose('Trois mois');
        await alma.field('Dernier jour pour candidater').fill(addDays(today, 7));
        await alma.field('Premier jour').fill(workingDayIn(20));
        await alma.field('Places').fill('1');
        await alma.field('Année de l’objectif').fill('2026');
        await alma.button('Ajouter : coach').click();
        await choosePerson(row(alma, 'Coach 1'), 'Coach', 'Robin Gabarit');
        await row(alma, 'Coach 1').getByLabel('Participants au plus').fill('4');
        await alma.button('Ajouter : session').click();
        await row(alma, 'Session 1').getByLabel('Intitulé').fill('Conduire un produit');
        await row(alma, 'Session 1').getByLabel('Date').fill(workingDayIn(30));
        await choosePerson(row(alma, 'Session 1'), 'Lieu', 'INSP');
        await choosePerson(row(alma, 'Session 1'), 'Formateur', 'Pas encore connu');
        await alma.field('Jury').fill(workingDayIn(130));
        await alma.field('Seconde séance du jury').fill(workingDayIn(120));
        await alma.choose('Max Épreuve');
        await alma.choose('Fleur Barème');
        await alma.button('Ouvrir aux candidatures').click();
        await page.getByRole('heading', { name: /à corriger$/ }).waitFor();
        await alma.inspect('new-cohort');
        await alma.field('Seconde séance du jury').fill(workingDayIn(160));
        await alma.button('Ouvrir aux candidatures').click();
        await alma.heading(title);
        cohort = new URL(page.url()).pathname.split('/').at(-1) ?? '';
        expect(cohort).toMatch(/^COHORTE-\d{4}-\d{6}$/);
        await alma.inspect('cohort-new');
      }),
    2 * minute,
  );

  test(
    'an agent applies with a CV and a track, and reads what comes next',
    () =>
      as('Morgan Canevas', async (morgan) => {
        const { page } = morgan;
        await morgan.visit('/cohortes', 'Cohortes');
        await page.getByTitle(`Candidater à ${title}`).first().click();
        await morgan.heading(new RegExp(`^Candidater.*${title}$`));
        await morgan.button('Envoyer ma candidature').click();
        await page.getByRole('heading', { name: /à corriger$/ }).waitFor();
        await morgan.field('Votre administration').fill('Institut national de l’exemple');
        await morgan.field('Votre poste actuel').fill('Chargée de mission');
        await morgan.field('Votre motivation').fill('Je conduis des projets depuis cinq ans et veux en faire mon métier.');
        await morgan.attach('Votre CV', 'cv-morgan.pdf', await onePagePdf('Curriculum vitae'));
        await morgan.choose('Voie métier');
        await morgan.inspect('apply');
        await morgan.button('Envoyer ma candidature').click();
        await morgan.heading(journey);
        ref = new URL(page.url()).pathname.split('/').at(-1) ?? '';
        expect(ref).toBe(`${cohort}-1`);
        await page.getByRole('heading', { name: 'Répondre à la demande de reconversion' }).waitFor();
        await morgan.inspect('journey-applied');
      }),
    minute,
  );

  test(
    'the employer agrees, the agent takes stock, the manager retains them with a reason: the cohort gives a seat by itself',
    async () => {
      await as('Yael Esquisse', (yael) =>
        answer(
          yael,
          act('Répondre à la demande de reconversion'),
          async () => {
            await yael.choose('Refuser');
            await refused(yael, 'Motifs du refus', 'Renseignez ce champ.');
            await yael.choose('Donner mon accord');
          },
          'employer-agreement',
        ),
      );
      await as('Morgan Canevas', (morgan) =>
        answer(
          morgan,
          act('Faire le point sur vos acquis'),
          async () => {
            await row(morgan, 'Avoir conduit ou suivi un projet').getByText('Oui', { exact: true }).click();
            await row(morgan, 'Connaître un public d’usagers ou d’agents').getByText('En partie', { exact: true }).click();
            await morgan.field('Ce que vous savez déjà faire').fill('Animer une équipe et tenir un calendrier.');
            await morgan.field('Ce qu’il vous faudra apprendre').fill('Les méthodes agiles.');
          },
          'positioning',
        ),
      );
      await as('Alma Promotion', async (alma) => {
        await openAct(alma, act('Se prononcer sur la candidature'));
        await alma.choose('Retenir');
        await refused(alma, 'Pourquoi retenir sans tous les prérequis', 'Renseignez ce champ.');
        await alma.field('Pourquoi retenir sans tous les prérequis').fill('Un module sur les usagers est prévu la première semaine.');
        await alma.inspect('selection');
        await send(alma);
      });
      await reaches(ref, 'convention');
    },
    3 * minute,
  );

  test(
    'agent, employer and host sign the convention, each their own; the manager sees who has a seat',
    async () => {
      const sign = (person: Person, quality: string) => async () => {
        await person.choose('Signer');
        await person.field('Date de signature').fill(today);
        await person.field('Qualité du signataire').fill(quality);
      };
      const convention = act('Signer la convention tripartite');
      await as('Morgan Canevas', async (morgan) => {
        await morgan.visit(`/dossiers/${ref}`, journey);
        await morgan.inspect('journey-convention');
        await answer(morgan, convention, sign(morgan, 'L’agent'), 'convention-agent');
      });
      await as('Yael Esquisse', (yael) =>
        answer(yael, convention, sign(yael, 'Directrice des ressources humaines'), 'convention-employer'),
      );
      await as('Ilan Accueil', (ilan) => answer(ilan, convention, sign(ilan, 'Chef de service'), 'convention-host'));
      await as('Alma Promotion', async (alma) => {
        await alma.visit(`/cohortes/${cohort}`, title);
        await alma.page.getByRole('row', { name: /Morgan Canevas.*A une place.*Robin Gabarit/ }).waitFor();
        await alma.inspect('cohort-with-a-member');
      });
    },
    3 * minute,
  );
}
