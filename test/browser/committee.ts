import { civilDateAt } from '../../workflows/calendar/paris-time.js';
import { leavesCommittee, studiedCase } from './heard-case.js';
import type { Person } from './person.js';
import { as } from './running-jalon.js';

const minute = 60_000;
const titles = ['Rédiger des courriers clairs', 'Piloter par les données'] as const;
const refs: string[] = [];
let session = '';

/** From the session's page to what is expected of the person, through the answer, to the confirmation. */
async function answer(person: Person, label: string, fill: () => Promise<void>, picture: string) {
  await person.visit(`/seances/${session}`, /Comité du/);
  await person.page.getByRole('link', { name: label, exact: true }).first().click();
  await person.heading(label);
  await fill();
  await person.inspect(picture);
  await person.button('Envoyer ma réponse').click();
  await person.page.getByRole('heading', { name: 'Votre réponse est enregistrée' }).waitFor();
}

/** The fields about one case. */
const group = ({ page }: Person, title: string) => page.getByRole('group', { name: new RegExp(`^${title}`) }).first();
const choose = (person: Person, title: string, label: string) =>
  group(person, title)
    .locator('label')
    .filter({ hasText: new RegExp(`^${label}`) })
    .first()
    .click();

/** A session of the committee, by the persons who hold it: each test goes on from the one before. */
export function committee() {
  beforeAll(async () => {
    for (const title of titles) refs.push(await studiedCase(title));
  }, 2 * minute);

  test(
    'a manager convenes the committee over the cases that wait',
    () =>
      as('Ariel Pilote', async (ariel) => {
        const { page } = ariel;
        await ariel.visit('/seances', 'Séances du comité');
        await ariel.inspect('sessions');
        await page.getByRole('link', { name: 'Convoquer une séance' }).click();
        await ariel.heading('Convoquer une séance');
        await ariel.button('Ne rien choisir').click();
        for (const [index, title] of titles.entries()) await ariel.choose(`${title} \\(${refs[index] ?? ''}\\)`);
        await page.getByText('Déporté d’office').first().waitFor();
        await page.getByLabel('Présidence').selectOption('Claude Essai');
        await page.getByLabel('Date de la séance').fill(civilDateAt(Date.now()));
        await ariel.inspect('new-session');
        await ariel.button('Convoquer les membres').click();
        await page.getByRole('heading', { name: 'Les membres sont convoqués sept jours ouvrés avant la séance' }).waitFor();
        await page.getByLabel('Pourquoi ce délai est réduit').fill('Les crédits doivent être engagés ce mois-ci.');
        await ariel.button('Convoquer les membres').click();
        await ariel.heading(/Comité du/);
        session = new URL(page.url()).pathname.split('/').at(-1) ?? '';
        expect(session).toMatch(/^COMITE-\d{4}-\d{6}$/);
        await ariel.inspect('session-convened');
      }),
    2 * minute,
  );

  test(
    'a member declares their interests, then marks the cases, and tries the cut',
    () =>
      as('Eden Brouillon', async (eden) => {
        await answer(
          eden,
          'Déclarer mes liens d’intérêts',
          async () => {
            await choose(eden, `${titles[0]} – Agence nationale de la cohésion des territoires`, 'Aucun lien');
            await choose(eden, `${titles[1]} – Agence nationale de la cohésion des territoires`, 'Lien familial');
            await eden.choose('J’ai déclaré tous mes liens');
          },
          'declare-interests',
        );
        await answer(
          eden,
          'Noter les dossiers de la séance',
          async () => {
            expect(await group(eden, titles[1]).count()).toBe(0);
            await group(eden, titles[0]).getByLabel('Note sur 20').fill('15');
            await choose(eden, titles[0], 'Favorable$');
          },
          'mark-cases',
        );
        await eden.visit(`/dossiers/${refs[0] ?? ''}`, titles[0]);
        await eden.visit(`/dossiers/${refs[1] ?? ''}`, 'Introuvable');
        await eden.visit(`/seances/${session}`, /Comité du/);
        await eden.page.getByText('Vous êtes déporté').waitFor();
        await eden.field('Enveloppe (en euros)').fill('100 000');
        await eden.button('Placer la coupure').click();
        await eden.page.getByText('Liste d’attente, rang 1').waitFor();
        await eden.inspect('what-if');
      }),
    3 * minute,
  );

  test(
    'the chair opens the sitting, gives the opinions and signs the minutes',
    async () => {
      await as('Claude Essai', async (claude) => {
        await answer(
          claude,
          'Ouvrir la séance',
          async () => {
            await claude.choose('La séance se tient');
            await claude.choose('Claude Essai');
            await claude.choose('Eden Brouillon');
            await claude.choose('Billie Croquis');
          },
          'open-sitting',
        );
        await answer(
          claude,
          'Arrêter les avis du comité',
          async () => {
            await choose(claude, titles[0], 'Favorable$');
            await group(claude, titles[0])
              .getByLabel(/Montant proposé/)
              .fill('110 000');
            await choose(claude, titles[1], 'Ajourné');
            await group(claude, titles[1]).getByLabel('Motif de l’ajournement').fill('Le calendrier doit être précisé.');
          },
          'give-opinions',
        );
        await answer(
          claude,
          'Signer le procès-verbal',
          async () => {
            await claude.page.getByText(`${titles[0]} (${refs[0] ?? ''}) : Favorable, 110 000`).waitFor();
            await claude.choose('Signer');
            await claude.choose('Je certifie que ce procès-verbal');
          },
          'sign-minutes',
        );
        await leavesCommittee(refs[0] ?? '');
        await claude.visit(`/seances/${session}`, /Comité du/);
        await claude.page.getByText('Séance tenue').first().waitFor();
        await claude.page
          .getByRole('link', { name: /Procès-verbal/ })
          .first()
          .waitFor();
        await claude.inspect('session-held');
      });
    },
    4 * minute,
  );

  test(
    'the waiting list says what is left and lets only the first go on',
    () =>
      as('Ariel Pilote', async (ariel) => {
        await ariel.visit(`/seances/${session}`, /Comité du/);
        await ariel.page.getByRole('link', { name: 'Liste d’attente de l’appel' }).click();
        await ariel.heading('Liste d’attente');
        await ariel.page.getByText('Plateforme audiovisuelle de formation').waitFor();
        await ariel.page
          .getByText(/Il manque|Promouvoir/)
          .first()
          .waitFor();
        await ariel.inspect('waiting-list');
      }),
    minute,
  );
}
