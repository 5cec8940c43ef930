import type { Person } from './person.js';
import { as, byApi } from './running-jalon.js';

const minute = 60_000;
const edition = 'Édition du printemps';
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

interface Event {
  ref: string;
  title: string;
  attendanceTask?: string;
}

/** A phone held upright. */
const onAPhone = ({ page }: Person) => page.setViewportSize({ width: 390, height: 844 });

/** Offers an event through its window; the manager then sees its page. */
async function offer(manager: Person, kind: string, title: string, day: string): Promise<void> {
  await manager.button('Proposer un événement').click();
  const { page } = manager;
  const window = page.getByRole('dialog', { name: 'Proposer un événement' });
  await window.locator('label', { hasText: kind }).first().click();
  await window.getByLabel('Titre').fill(title);
  await window.getByLabel('Lieu').fill('Campus Cyber');
  await window.getByLabel('Date').fill(day);
  await window.getByLabel('Début').fill('14:30');
  await window.getByLabel('Fin').fill('17:00');
  await window.getByLabel('Places').fill('12');
  await window.getByRole('button', { name: 'Proposer' }).click();
  await manager.heading(title);
}

/** The session is over and Loïs was not there: another way into the year is open at once. */
async function launchMissed(editionId: string): Promise<void> {
  const manager = await byApi('Maxence Parcours');
  const events = await manager.get<Event[]>(`/seated-events?editionId=${editionId}`);
  const session = events.find(({ title }) => title === 'Journée de lancement')?.ref ?? '';
  for (;;) {
    const { attendanceTask } = await manager.get<Event>(`/seated-events/${session}`);
    if (attendanceTask) {
      await manager.send('POST', `/tasks/${attendanceTask}/answer`, { answer: { present: [] } });
      return;
    }
    await manager.send('POST', `/cases/${session}/fast-forward`, { to: 'next' });
  }
}

/** The directors' year: who runs it, a director on a phone, a delegate. */
export function directors() {
  let editionId = '';

  test(
    'a manager opens an edition, offers a session and a visit, starts a wave, and reads counts from which nobody can be recognised',
    () =>
      as('Maxence Parcours', async (maxence) => {
        const { page } = maxence;
        await maxence.visit('/editions', 'Année des directeurs');
        await maxence.inspect('editions');
        await maxence.button('Créer une édition').click();
        await maxence.field('Titre de l’édition').fill(edition);
        await maxence.field('Début').fill(inDays(0));
        await page.getByRole('dialog', { name: 'Créer une édition' }).getByRole('button', { name: 'Créer' }).click();
        await maxence.heading(edition);
        editionId = page.url().split('/').at(-1) ?? '';
        await offer(maxence, 'Séance de lancement', 'Journée de lancement', inDays(30));
        await page.goBack();
        await maxence.heading(edition);
        await offer(maxence, 'Visite', 'Centre de données de l’État', inDays(60));
        await maxence.inspect('seated-event');
        await maxence.visit(`/editions/${editionId}`, edition);
        await maxence.button('Commencer une vague').click();
        await maxence.choose('Loïs Boussole');
        await maxence.button('Commencer l’année').click();
        await page.getByRole('row', { name: /Loïs Boussole/ }).waitFor();
        await page.getByRole('cell', { name: 'moins de 10' }).first().waitFor();
        await maxence.inspect('edition');
      }),
    2 * minute,
  );

  test(
    'a director on a phone: who missed the session is offered a visit, says yes in one tap, and names who answers for them',
    async () => {
      await launchMissed(editionId);
      await as('Loïs Boussole', async (lois) => {
        await onAPhone(lois);
        const { page } = lois;
        const offered = page.getByRole('heading', { level: 1, name: 'Centre de données de l’État' });
        do await page.goto('/directeurs');
        while (
          !(await offered.waitFor({ timeout: 3_000 }).then(
            () => true,
            () => false,
          ))
        );
        await lois.inspect('director-next');
        await page.getByRole('button', { name: /^Oui/ }).click();
        await page.getByText('Votre place est réservée.').waitFor();
        await page.getByRole('link', { name: 'Toute mon année' }).click();
        await lois.heading('Mon année');
        await lois.field('Adresse électronique de la personne').fill('dany.agenda@exemple.gouv.invalid');
        await lois.button('Ajouter').click();
        await page.getByText('Dany Agenda').first().waitFor();
        await lois.inspect('director-year');
      });
    },
    2 * minute,
  );

  test(
    'a delegate gives the seat back and takes it again, and is not asked to sign',
    () =>
      as('Dany Agenda', async (dany) => {
        const { page } = dany;
        await dany.visit('/directeurs/annee', 'Année de Loïs Boussole');
        await page.getByRole('link', { name: 'Voir les dates proposées' }).click();
        await dany.heading('Dates proposées');
        await dany.button('Rendre la place : Centre de données').click();
        await page.getByRole('dialog', { name: 'Rendre la place' }).getByRole('button', { name: 'Rendre la place' }).click();
        await dany.button('Réserver : Centre de données').click();
        await page.locator('.fr-badge', { hasText: 'Place obtenue' }).first().waitFor();
        await dany.inspect('director-offers');
        await page.goto('/taches');
        await dany.heading('Tâches');
        expect(await page.getByText('Signer mon engagement').count()).toBe(0);
      }),
    minute,
  );
}
