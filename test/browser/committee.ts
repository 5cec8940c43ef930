import { civilDateAt } from '../../workflows/calendar/paris-time.js';
import { refused, send } from './answering.js';
import { leaveInEnvelope, leftInEnvelope } from './envelope.js';
import { leavesCommittee, studiedCase } from './heard-case.js';
import type { Person } from './person.js';
import { as } from './running-jalon.js';

const minute = 60_000;
const titles = ['Rédiger des courriers clairs', 'Piloter par les données'] as const;
const refs: string[] = [];
let session = '';
let left = 0;

/** From the session's page to what is expected of the person, through the answer, to the confirmation. */
async function answer(person: Person, label: string, fill: () => Promise<void>, picture: string) {
  await person.visit(`/seances/${session}`, /Comité du/);
  await person.page.getByRole('link', { name: label, exact: true }).first().click();
  await person.heading(label);
  await fill();
  await person.inspect(picture);
  await send(person);
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
    left = await leftInEnvelope();
    await leaveInEnvelope(100_000_00);
  }, 2 * minute);
  // The grants of the other journeys need it.
  afterAll(() => leaveInEnvelope(left));

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
    'a member of the applicant’s body stands aside whatever they declare; nobody reads the marks of others, all may try the cut',
    async () => {
      await as('Billie Croquis', (billie) =>
        answer(
          billie,
          'Déclarer mes liens d’intérêts',
          async () => {
            await billie.page.getByText('Déport d’office, votre organisme étant demandeur').waitFor();
            expect(await billie.page.getByRole('radio').count()).toBe(0);
            await billie.choose('J’ai déclaré tous mes liens');
          },
          'declare-recused',
        ),
      );
      await as('Claude Essai', async (claude) => {
        await claude.visit(`/seances/${session}`, /Comité du/);
        await claude.page.getByText('Les notes des membres sont ouvertes ensemble').waitFor();
        expect(await claude.page.locator('main').innerText()).not.toMatch(/15\s?\/\s?20/);
        await claude.page.getByTitle(new RegExp(`^Descendre\\s: ${titles[0]}$`)).press('Enter');
        await claude.page.getByText(`1. ${titles[1]}`).waitFor();
        // The last cannot go further down: the focus is on the way back.
        await claude.page
          .getByTitle(new RegExp(`^Monter\\s: ${titles[0]}$`))
          .and(claude.page.locator(':focus'))
          .press('Enter');
        await claude.page.getByText(`1. ${titles[0]}`).waitFor();
        await claude.field('Enveloppe (en euros)').fill('130 000');
        await claude.field('Enveloppe (en euros)').press('Enter');
        await claude.page.getByText('Coupure : il reste 10').waitFor();
      });
    },
    2 * minute,
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
            await refused(claude, /^Montant proposé/, 'Le total proposé dépasse ce qui reste de l’enveloppe, soit 100');
            await claude.inspect('opinions-over-envelope');
            await claude.field(/^Montant proposé/).fill('95 000');
          },
          'give-opinions',
        );
        await answer(
          claude,
          'Signer le procès-verbal',
          async () => {
            await claude.page.getByText(`${titles[0]} (${refs[0] ?? ''}) : Favorable, 95 000`).waitFor();
            await claude.choose('Signer');
            await claude.choose('Je certifie que ce procès-verbal');
          },
          'sign-minutes',
        );
        await leavesCommittee(refs[0] ?? '');
        await claude.visit(`/seances/${session}`, /Comité du/);
        await claude.page.getByText('Séance tenue').first().waitFor();
        const minutes = claude.page.getByRole('link', { name: /^Procès-verbal/ }).first();
        const opened = await claude.page.request.get((await minutes.getAttribute('href')) ?? '');
        expect([opened.status(), opened.headers()['content-type']]).toEqual([200, 'application/pdf']);
        await claude.inspect('session-held');
      });
    },
    4 * minute,
  );

  test(
    'the first of the waiting list is promoted once the envelope allows it',
    () =>
      as('Ariel Pilote', async (ariel) => {
        const { page } = ariel;
        const first = page.getByRole('row').nth(1);
        await leaveInEnvelope(50_000_00);
        await ariel.visit(`/seances/${session}`, /Comité du/);
        await page.getByRole('link', { name: 'Liste d’attente de l’appel' }).click();
        await ariel.heading('Liste d’attente');
        await first.getByText(/Il manque/).waitFor();
        await ariel.inspect('waiting-list');
        const title = (await first.getByRole('link').first().textContent()) ?? '';
        await leaveInEnvelope(1_000_000_00);
        await page.reload();
        await first.getByRole('button', { name: /Promouvoir/ }).click();
        const dialog = page.getByRole('dialog', { name: 'Promouvoir ce dossier' });
        await dialog.getByText('passe à la décision').waitFor();
        await dialog.getByRole('button', { name: 'Promouvoir' }).click();
        await page.getByRole('row', { name: title }).waitFor({ state: 'detached' });
      }),
    2 * minute,
  );
}
